package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.PortalSteps.answer;
import static io.mizan.browser.PortalSteps.find;
import static io.mizan.browser.PortalSteps.signIn;
import static io.mizan.browser.ShopSteps.GOOD_CARD;
import static io.mizan.browser.ShopSteps.add;
import static io.mizan.browser.ShopSteps.arrives;
import static io.mizan.browser.ShopSteps.goToPayment;
import static io.mizan.browser.ShopSteps.open;
import static io.mizan.browser.ShopSteps.pay;
import static io.mizan.browser.ShopSteps.tryAgain;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.launcher.Secret;
import io.mizan.testbed.Await;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import jakarta.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Hours and days pass in seconds: one control moves every deadline of the system and of its simulators together. */
class TimePassesIT {
    @Test
    void a_page_that_ran_out_is_said_so_and_the_customer_tries_again() {
        try (var window = TestBed.browsers().window()) {
            var page = open(window);
            add(page, "Khalas dates, 500 g");
            goToPayment(page);
            TestBed.letPass(Duration.ofHours(2));

            page.reload();
            page.locator("a[href*='/return/']").first().click();

            arrives(page, "action");
            assertThat(page.locator("#message")).containsText("expired");
            tryAgain(page);
            pay(page, GOOD_CARD);
            arrives(page, "done");
        }
    }

    @Test
    void a_callback_that_comes_hours_late_is_only_more_evidence() {
        var purchase = Purchase.placed();
        var session = Purchase.session(purchase.start());
        TestBed.simulator()
                .post(
                        "/control/api/rules",
                        Json.createObjectBuilder()
                                .add("gateway", "stripe")
                                .add("kind", "late")
                                .add("seconds", 7_200)
                                .add("session", session)
                                .add("times", 50)
                                .build())
                .expect(201);
        TestBed.simulator().pay(session, GOOD_CARD);
        TestBed.letPass(Duration.ofMinutes(5));
        purchase.awaitStatus("paid");
        assertThat(timeline(purchase)).doesNotContain("callback_received");

        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            find(page, purchase.order());
            assertThat(answer(page, "Did the callback reach us?")).containsText("Not yet");

            TestBed.letPass(Duration.ofHours(3));

            // The session's events come one after the other; only the one that tells of the money answers the question.
            Await.that("the page shows the late callback", () -> {
                page.reload();
                return answer(page, "Did the callback reach us?").innerText().contains("Yes");
            });
            assertThat(page.locator(".next")).containsText("Deliver, and report it");
        }
        assertThat(purchase.asMerchant().json().getJsonObject("captured").getInt("minor"))
                .isEqualTo(25_000);
    }

    @Test
    void an_authorization_that_nobody_captures_lapses_and_support_reads_so() {
        var purchase = Purchase.placed();
        Purchase.pay(purchase.startAuthorizing(), GOOD_CARD);
        purchase.awaitStatus("authorized");

        TestBed.letPass(Duration.ofDays(8));

        purchase.awaitStatus("expired");
        assertThat(purchase.asMerchant().json().getJsonObject("captured").getInt("minor"))
                .isZero();
        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            find(page, purchase.order());
            assertThat(answer(page, "Did the bank approve?"))
                    .containsText("The bank approved, and the hold has ended without a collection.");
            assertThat(page.locator(".timeline")).containsText("The bank’s hold ran out");
            assertThat(page.locator(".next")).containsText("Nothing. The order ran out of time.");
            assertThat(page.locator(".next")).containsText("the shop places a new order");
        }
    }

    private static String timeline(Purchase purchase) {
        return Purchase.merchant()
                .get("/api/v1/orders/" + purchase.order() + "/timeline?limit=100")
                .body();
    }
}
