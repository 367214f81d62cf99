package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.PortalSteps.button;
import static io.mizan.browser.PortalSteps.portal;
import static io.mizan.browser.PortalSteps.signIn;
import static io.mizan.browser.ShopSteps.GOOD_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mizan.id.EventId;
import io.mizan.id.OrderId;
import io.mizan.launcher.Secret;
import io.mizan.testbed.Await;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import io.mizan.web.checkout.Rows;
import io.mizan.web.webhook.StripeCallbacks;
import jakarta.json.Json;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An operator sees what working a message once more would change, and has it done; and has an order proven. */
class ReplayIT {
    @Test
    void an_operator_sees_what_a_message_would_change_and_then_it_changes_that() {
        var purchase = Purchase.placed();
        purchase.start();
        var payment = "pi_" + UUID.randomUUID().toString().replace("-", "");
        var event = StripeCallbacks.deliverCapture(payment);
        Await.that("a message about a payment of nobody is put aside", () -> state(event)
                .equals("IGNORED"));
        nowItIsKnownWhoseItIs(payment, purchase);

        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "operator", Secret.OPERATOR_PASSWORD);
            page.navigate(portal() + "/events/" + idOf(event));
            assertThat(page.locator(".desk")).containsText("It would change this:");
            assertThat(page.locator(".desk")).containsText("QAR 250.00 was collected");
            assertThat(page.locator(".desk")).containsText("order.paid");
            assertThat(purchase.status().getString("status")).isEqualTo("pending");

            button(page, "Replay").click();

            purchase.awaitStatus("paid");
            page.reload();
            assertThat(page.locator(".desk")).containsText("It would change nothing: all that it says is known.");
            button(page, "Replay").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It was worked once more");

            page.navigate(portal() + "/orders/" + purchase.order());
            assertThat(page.locator(".timeline")).containsText("was worked once more: payment_intent.succeeded");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Prove it from the facts"))
                    .click();
            assertThat(page.locator("main")).containsText("exactly what follows from the facts");
        }
        assertThat(purchase.asMerchant().json().getJsonObject("captured").getInt("minor"))
                .isEqualTo(25_000);
        assertThat(Rows.read("SELECT COUNT(*) FROM staff_audit WHERE subject = ?", idOf(event)))
                .containsExactly("2");
        assertThat(Rows.read(
                        "SELECT COUNT(*) FROM timeline_entry WHERE kind = 'callback_replayed' AND order_id = ?",
                        uuid(purchase)))
                .as("whoever had it made due stands there as well")
                .containsExactly("2");
    }

    @Test
    void what_somebody_changed_in_the_rows_is_named() {
        var purchase = Purchase.placed();
        Purchase.pay(purchase.start(), GOOD_CARD);
        purchase.awaitStatus("paid");
        var order = uuid(purchase);

        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            Rows.change("UPDATE orders SET captured_minor = 24999 WHERE id = ?", order);
            page.navigate(portal() + "/orders/" + purchase.order() + "/proof");

            assertThat(page.locator("main"))
                    .containsText("Collected: stored is QAR 249.99, and it should be QAR 250.00");
        } finally {
            Rows.change("UPDATE orders SET captured_minor = 25000 WHERE id = ?", order);
        }
    }

    @Test
    void an_operator_reads_why_callbacks_are_not_believed() {
        var purchase = Purchase.placed();
        TestBed.simulator()
                .post(
                        "/control/api/rules",
                        Json.createObjectBuilder()
                                .add("gateway", "stripe")
                                .add("kind", "forged")
                                .add("session", purchase.order())
                                .add("times", "forever")
                                .build())
                .expect(201);
        Purchase.pay(purchase.start(), GOOD_CARD);
        purchase.awaitStatus("paid");
        StripeCallbacks.deliverWrittenAnew("{\"id\":\"evt_anew\",\"object\":\"event\"}")
                .expect(401);
        TestBed.mizan()
                .send("POST", "/webhooks/stripe", "application/json", "{}")
                .expect(401);
        StripeCallbacks.deliver(
                        "{\"id\":\"evt_live" + UUID.randomUUID().toString().replace("-", "")
                                + "\",\"object\":\"event\",\"type\":\"charge.succeeded\",\"created\":1790000000,"
                                + "\"livemode\":true,\"data\":{\"object\":{}}}")
                .expect(200);

        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "operator", Secret.OPERATOR_PASSWORD);
            page.navigate(portal() + "/webhooks");

            assertThat(page.locator("main")).containsText("Signature does not fit");
            assertThat(page.locator("main")).containsText("Written anew on its way");
            assertThat(page.locator("main")).containsText("Without a signature");
            assertThat(page.locator("main")).containsText("Of the other mode");
            assertThat(page.locator("main")).containsText("What to do:");
        }
    }

    private static void nowItIsKnownWhoseItIs(String payment, Purchase purchase) {
        Rows.change(
                "INSERT INTO provider_ref (account, ref, kind, order_id, attempt_id, first_seen_at)"
                        + " SELECT account, ?, 'payment_intent', order_id, id, created_at FROM payment_attempt"
                        + " WHERE order_id = ?",
                payment,
                uuid(purchase));
    }

    private static String state(String event) {
        return Rows.read("SELECT state FROM webhook_event WHERE provider_event_id = ?", event)
                .get(0);
    }

    private static String idOf(String event) {
        var id = Rows.read("SELECT id FROM webhook_event WHERE provider_event_id = ?", event)
                .get(0);
        return new EventId(UUID.fromString(id)).toString();
    }

    private static String uuid(Purchase purchase) {
        return OrderId.fromString(purchase.order()).value().toString();
    }
}
