package io.mizan.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class BrowsersIT {

    @Test
    void the_browser_draws_arabic_letters_and_not_boxes() {
        try (BrowserContext window = TestBed.browsers().window(new NewContextOptions().setLocale("ar"))) {
            Page page = window.newPage();
            page.setContent("<html lang=ar dir=rtl><p><span id=a>ميزان</span> <span id=b>مممم</span>"
                    + " <span id=missing>\uD83F\uDFFD\uD83F\uDFFD\uD83F\uDFFD\uD83F\uDFFD</span>");

            // Connected letters of different shapes differ in width; boxes are all alike.
            assertThat(widthPerLetter(page, "a", 5)).isNotEqualTo(widthPerLetter(page, "b", 4));
        }
    }

    private static double widthPerLetter(Page page, String id, int letters) {
        Object width = page.evaluate("id => document.getElementById(id).getBoundingClientRect().width", id);
        return ((Number) width).doubleValue() / letters;
    }
}
