package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.Inspection.inspect;
import static io.mizan.browser.ShopSteps.CHALLENGED_CARD;
import static io.mizan.browser.ShopSteps.DECLINED_CARD;
import static io.mizan.browser.ShopSteps.GOOD_CARD;
import static io.mizan.browser.ShopSteps.add;
import static io.mizan.browser.ShopSteps.arrives;
import static io.mizan.browser.ShopSteps.confirmAtTheBank;
import static io.mizan.browser.ShopSteps.goToPayment;
import static io.mizan.browser.ShopSteps.open;
import static io.mizan.browser.ShopSteps.pay;
import static io.mizan.browser.ShopSteps.tryAgain;
import static io.mizan.browser.ShopSteps.turnBack;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.mizan.testbed.TestBed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopIT {

    @Test
    void a_customer_fills_a_basket_and_pays() {
        try (var window = window("en", ColorScheme.LIGHT)) {
            var page = open(window);
            var faults = faultsOf(page);
            add(page, "Brass dallah, one litre");
            add(page, "Saffron threads, 2 g");
            assertThat(page.locator("#total")).hasText("QAR 315.00");
            inspect(page, "shop");

            goToPayment(page);
            pay(page, GOOD_CARD);

            arrives(page, "done");
            assertThat(page.locator("#headline")).hasText("All set");
            assertThat(page.locator("#amount")).hasText("QAR 315.00");
            inspect(page, "shop-paid");
            page.click("#back");
            assertThat(page.locator("#empty")).isVisible();
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void a_declined_customer_is_told_so_and_tries_again_in_arabic_and_in_the_dark() {
        try (var window = window("ar", ColorScheme.DARK)) {
            var page = open(window);
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            add(page, "دلّة نحاسية، لتر واحد");
            inspect(page, "shop-arabic");
            goToPayment(page);
            pay(page, DECLINED_CARD);
            turnBack(page);

            arrives(page, "failed");
            assertThat(page.locator("#message")).not().isEmpty();
            inspect(page, "shop-declined-arabic");
            tryAgain(page);
            pay(page, GOOD_CARD);

            arrives(page, "done");
        }
    }

    @Test
    void a_customer_who_turns_back_can_go_on() {
        try (var window = window("en", ColorScheme.LIGHT)) {
            var page = open(window);
            add(page, "Khalas dates, 500 g");
            goToPayment(page);
            turnBack(page);

            arrives(page, "action");
            tryAgain(page);
            pay(page, GOOD_CARD);
            arrives(page, "done");
        }
    }

    /** As one who opened the payment page on another device: only the window in which the order was placed may go on. */
    @Test
    void a_customer_who_comes_back_in_another_window_is_told_where_to_go_on() {
        try (var window = window("en", ColorScheme.LIGHT);
                var other = window("en", ColorScheme.LIGHT)) {
            var page = open(window);
            add(page, "Khalas dates, 500 g");
            goToPayment(page);
            var elsewhere = other.newPage();
            elsewhere.navigate(page.url());
            turnBack(elsewhere);

            arrives(elsewhere, "elsewhere");
            assertThat(elsewhere.locator("#headline")).hasText("We have noted your return");
            assertThat(elsewhere.locator("#trouble")).containsText("the one in which you ordered");
            assertThat(elsewhere.locator("#back")).isVisible();
            assertThat(elsewhere.locator("#again")).isHidden();
            inspect(elsewhere, "shop-elsewhere");
        }
    }

    @Test
    void a_customer_confirms_at_the_bank() {
        try (var window = window("en", ColorScheme.LIGHT)) {
            var page = open(window);
            add(page, "Majlis gift box");
            goToPayment(page);
            pay(page, CHALLENGED_CARD);

            confirmAtTheBank(page);

            arrives(page, "done");
        }
    }

    @Test
    void paying_the_same_basket_again_does_not_place_a_second_order() {
        try (var window = window("en", ColorScheme.LIGHT)) {
            var page = open(window);
            add(page, "Finjan cups, set of six");
            goToPayment(page);
            var first = page.url().replaceFirst("[?#].*", "");

            page.navigate(TestBed.server().url() + "/shop/?lang=en");
            goToPayment(page);

            assertThat(page.url().replaceFirst("[?#].*", "")).isEqualTo(first);
        }
    }

    private static BrowserContext window(String language, ColorScheme scheme) {
        return TestBed.browsers()
                .window(new NewContextOptions().setLocale(language).setColorScheme(scheme));
    }

    private static List<String> faultsOf(Page page) {
        var faults = new ArrayList<String>();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> note(faults, message));
        return faults;
    }

    private static void note(List<String> faults, ConsoleMessage message) {
        if (message.type().equals("error")) {
            faults.add(message.text());
        }
    }
}
