package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.Inspection.inspect;
import static io.mizan.browser.PortalSteps.answer;
import static io.mizan.browser.PortalSteps.find;
import static io.mizan.browser.PortalSteps.signIn;
import static io.mizan.browser.ShopSteps.add;
import static io.mizan.browser.ShopSteps.arrives;
import static io.mizan.browser.ShopSteps.open;
import static io.mizan.browser.ShopSteps.orderOf;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.mizan.launcher.Secret;
import io.mizan.testbed.Await;
import io.mizan.testbed.TestBed;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each gateway is chosen in the shop, pays on its own page, and support reads the answers. */
class GatewaysIT {
    private static final double PATIENCE = 30_000;

    /**
     * A gateway, and how a customer pays with it.
     *
     * @param page what is in the address of its page
     * @param fields of that page and what is typed into them
     */
    record Choice(String gateway, String currency, String page, Map<String, String> fields) {
        @Override
        public String toString() {
            return gateway;
        }
    }

    static Stream<Choice> choices() {
        return Stream.of(
                new Choice(
                        "square",
                        "USD",
                        "/square/pay/",
                        Map.of(
                                "card_number", "4111 1111 1111 1111",
                                "expiry", "12/34",
                                "cvc", "111",
                                "postcode", "94103")),
                new Choice("paypal", "USD", "/paypal/checkoutnow", Map.of()),
                new Choice("razorpay", "USD", "/razorpay/checkout/", Map.of("card_number", "4100 2800 0000 1007")),
                new Choice("sadad", "QAR", "/sadad/pay/", Map.of()),
                new Choice("btcpay", "QAR", "/btcpay/i/", Map.of()),
                new Choice(
                        "cybersource",
                        "QAR",
                        "/cybersource/pay/",
                        Map.of(
                                "card_number", "4111 1111 1111 1111",
                                "expiry", "12/34",
                                "cvc", "111")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("choices")
    void a_customer_pays_with_it_and_support_reads_the_answers(Choice choice) {
        String order;
        try (var window = TestBed.browsers().window()) {
            var page = open(window);
            page.selectOption("#currency", choice.currency);
            add(page, "Brass dallah, one litre");
            page.locator("label:has([name=gateway][value=" + choice.gateway + "])")
                    .click();
            page.click("#pay");
            page.waitForURL(address -> address.contains(choice.page), patience());
            inspect(page, choice.gateway + "-page");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.locator(".languages a").click();
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            inspect(page, choice.gateway + "-page-arabic-dark");
            choice.fields.forEach((field, value) -> page.fill("[name=" + field + "]", value));
            page.locator("[data-test=pay]").click();
            arrives(page, "done");
            order = orderOf(page);
        }

        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            find(page, order);

            assertThat(answer(page, "Did the customer reach the gateway?")).containsText("Yes");
            assertThat(answer(page, "Did the bank approve?")).containsText("Yes");
            // Where the answer to a call of ours tells of the money, the callback may come after it.
            Await.that("the page shows the callback", () -> {
                page.reload();
                return answer(page, "Did the callback reach us?").innerText().contains("Yes");
            });
            assertThat(answer(page, "Was the order fulfilled?")).containsText("Not yet");
            assertThat(page.locator(".next")).containsText("Deliver, and report it");
        }
    }

    private static Page.WaitForURLOptions patience() {
        return new Page.WaitForURLOptions().setTimeout(PATIENCE);
    }
}
