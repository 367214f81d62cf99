package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.mizan.testbed.Browsers;
import io.mizan.testbed.TestBed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ShopIT {
    private static final double PATIENCE = 30_000;
    private static final Pattern HOSTED_PAGE = Pattern.compile(".*/c/pay/.*");
    private static final Pattern RETURN_PAGE = Pattern.compile(".*/shop/return\\.html\\?order=ord_[0-9a-z]{26}$");
    private static final String GOOD_CARD = "4242424242424242";
    private static final String DECLINED_CARD = "4000000000000002";
    private static final String CHALLENGED_CARD = "4000002760003184";

    @Test
    void a_customer_fills_a_basket_and_pays() {
        try (var window = window("en", ColorScheme.LIGHT)) {
            var page = shop(window);
            var faults = faultsOf(page);
            add(page, "Brass dallah, one litre");
            add(page, "Saffron threads, 2 g");
            assertThat(page.locator("#total")).hasText("QAR 315.00");
            noBarriers(page, "shop");

            goToPayment(page);
            pay(page, GOOD_CARD);

            arrives(page, "done");
            assertThat(page.locator("#headline")).hasText("All set");
            assertThat(page.locator("#amount")).hasText("QAR 315.00");
            noBarriers(page, "shop-paid");
            page.click("#back");
            assertThat(page.locator("#empty")).isVisible();
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void a_declined_customer_is_told_so_and_tries_again_in_arabic_and_in_the_dark() {
        try (var window = window("ar", ColorScheme.DARK)) {
            var page = shop(window);
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            add(page, "دلّة نحاسية، لتر واحد");
            noBarriers(page, "shop-arabic");
            goToPayment(page);
            pay(page, DECLINED_CARD);
            page.locator("a[href*='/return/']").first().click();

            arrives(page, "failed");
            assertThat(page.locator("#message")).not().isEmpty();
            noBarriers(page, "shop-declined-arabic");
            page.click("#again");
            page.waitForURL(HOSTED_PAGE);
            pay(page, GOOD_CARD);

            arrives(page, "done");
        }
    }

    @Test
    void a_customer_who_turns_back_can_go_on() {
        try (var window = window("en", ColorScheme.LIGHT)) {
            var page = shop(window);
            add(page, "Khalas dates, 500 g");
            goToPayment(page);
            page.locator("a[href*='/return/']").first().click();

            arrives(page, "action");
            page.click("#again");

            page.waitForURL(HOSTED_PAGE);
            pay(page, GOOD_CARD);
            arrives(page, "done");
        }
    }

    @Test
    void a_customer_confirms_at_the_bank() {
        try (var window = window("en", ColorScheme.LIGHT)) {
            var page = shop(window);
            add(page, "Majlis gift box");
            goToPayment(page);
            pay(page, CHALLENGED_CARD);

            page.locator("button[value=complete], button[name=outcome]").first().click();

            arrives(page, "done");
        }
    }

    @Test
    void paying_the_same_basket_again_does_not_place_a_second_order() {
        try (var window = window("en", ColorScheme.LIGHT)) {
            var page = shop(window);
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

    private static Page shop(BrowserContext window) {
        var page = window.newPage();
        page.navigate(TestBed.server().url() + "/shop/");
        page.waitForSelector(".product");
        return page;
    }

    private static void add(Page page, String goods) {
        page.locator(".product")
                .filter(new Locator.FilterOptions().setHasText(goods))
                .locator(".add")
                .click();
    }

    private static void goToPayment(Page page) {
        page.click("#pay");
        page.waitForURL(HOSTED_PAGE, new Page.WaitForURLOptions().setTimeout(PATIENCE));
    }

    private static void pay(Page page, String card) {
        page.fill("[name=card_number]", card);
        page.fill("[name=expiry]", "12/34");
        page.fill("[name=cvc]", "123");
        page.fill("[name=name]", "Amina");
        page.locator("form:has([name=card_number]) button[type=submit]").first().click();
    }

    private static void arrives(Page page, String phase) {
        page.waitForURL(RETURN_PAGE, new Page.WaitForURLOptions().setTimeout(PATIENCE));
        assertThat(page.locator("#result"))
                .hasAttribute("data-phase", phase, new HasAttributeOptions().setTimeout(PATIENCE));
    }

    private static void noBarriers(Page page, String name) {
        Browsers.picture(page, name);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
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
