package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.Inspection.inspect;
import static io.mizan.browser.ShopSteps.CHALLENGED_CARD;
import static io.mizan.browser.ShopSteps.arrives;
import static io.mizan.browser.ShopSteps.confirmAtTheBank;
import static io.mizan.browser.ShopSteps.pay;

import com.microsoft.playwright.options.ColorScheme;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages between the shop and its answer, and those that a tester plays the world with. */
class CustomersWayIT {
    @ParameterizedTest
    @CsvSource({"en, LIGHT, 1280", "ar, DARK, 390"})
    void every_page_on_it_is_accessible(String language, ColorScheme scheme, int width) {
        var purchase = Purchase.placed();
        var attempt = purchase.start();
        var look = "-" + language + "-" + scheme;

        try (var window = TestBed.browsers().window(language, scheme, width)) {
            var page = window.newPage();
            page.navigate(attempt.getJsonObject("next_action").getString("url"));
            if (!language.equals(page.locator("html").getAttribute("lang"))) {
                page.locator(".languages a").click();
            }
            assertThat(page.locator("html")).hasAttribute("lang", language);
            inspect(page, "stripe-checkout" + look);

            pay(page, CHALLENGED_CARD);
            assertThat(page.locator("[data-test=complete]")).isVisible();
            inspect(page, "stripe-challenge" + look);

            // The shop asks and is never answered, so it goes on waiting.
            page.route("**/api/v1/orders/**", question -> {});
            confirmAtTheBank(page);
            arrives(page, "processing");
            inspect(page, "shop-waiting" + look);
            page.unroute("**/api/v1/orders/**");

            page.navigate(
                    TestBed.server().url() + "/return/stripe/" + attempt.getString("id") + "?t=" + "x".repeat(43));
            assertThat(page.locator("html")).hasAttribute("lang", language);
            inspect(page, "calm" + look);

            var control = TestBed.simulator().url() + "/control";
            page.navigate(control);
            inspect(page, "control" + look);
            page.navigate(control + "/stripe");
            inspect(page, "control-stripe" + look);
            page.navigate(control + "/stripe/sessions/" + Purchase.session(attempt));
            inspect(page, "control-session" + look);
        }
    }
}
