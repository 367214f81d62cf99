package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.Inspection.inspect;
import static io.mizan.browser.PortalSteps.button;
import static io.mizan.browser.PortalSteps.find;
import static io.mizan.browser.PortalSteps.portal;
import static io.mizan.browser.PortalSteps.signIn;
import static io.mizan.browser.ShopSteps.GOOD_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mizan.id.OrderId;
import io.mizan.launcher.Secret;
import io.mizan.testbed.Await;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import io.mizan.web.checkout.Rows;
import io.mizan.web.webhook.StripeCallbacks;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A customer is forgotten when two members of staff say so; the money stays explained (invariant 12). */
class ErasureIT {
    private static final JsonObject FULFILLED =
            Json.createObjectBuilder().add("status", "fulfilled").build();

    private final String email = "forget." + UUID.randomUUID() + "@example.com";

    @Test
    void two_people_erase_a_customer_and_the_money_stays_explained() {
        var key = UUID.randomUUID().toString();
        var body = bodyOf(email);
        var purchase = placed(key, body);
        var other = placed(UUID.randomUUID().toString(), bodyOf(email));
        Purchase.pay(purchase.start(), GOOD_CARD);
        purchase.awaitStatus("paid");
        var fulfilment = "/api/v1/orders/" + purchase.order() + "/fulfilment";
        var fulfilmentKey = UUID.randomUUID().toString();
        assertThat(Purchase.merchant()
                        .post(fulfilment, fulfilmentKey, FULFILLED)
                        .expect(200)
                        .body())
                .contains(email);

        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            page.navigate(portal() + "/orders/" + purchase.order());
            assertThat(page.locator("main")).containsText(email);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Erase this customer…"))
                    .click();
            assertThat(page.locator("main")).containsText("all other orders with this e-mail address: 1");
            inspect(page, "portal-erasure");
            ask(page);
            assertThat(page.locator("main")).containsText(email);

            Rows.change("UPDATE erasure SET due_at = requested_at WHERE order_id = ?", id(purchase));
            Await.that("a wish that nobody decided about to run out", () -> Rows.read(
                            "SELECT CONCAT(state, ' ', email_hash IS NULL) FROM erasure WHERE order_id = ?",
                            id(purchase))
                    .contains("EXPIRED 1"));
            page.navigate(portal() + "/orders/" + purchase.order() + "/erasure");
            ask(page);
        }
        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "administrator", Secret.ADMINISTRATOR_PASSWORD);
            page.navigate(portal() + "/erasures");
            assertThat(page.locator("main")).containsText("Ran out");
            assertThat(page.locator("main")).containsText("Runs out");
            page.locator("article", new Page.LocatorOptions().setHasText(purchase.order()))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Erase for good"))
                    .click();
            assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
            Await.that("both orders have lost their customer", () -> {
                page.reload();
                return page.locator("article", new Page.LocatorOptions().setHasText(purchase.order()))
                        .first()
                        .innerText()
                        .contains("Orders that lost their customer: 2");
            });

            page.navigate(portal() + "/orders/" + purchase.order());
            assertThat(page.locator("main")).not().containsText(email);
            assertThat(page.locator("main")).containsText("Erased:");
            assertThat(page.locator("main")).containsText("Everything personal about the customer was erased");
            page.locator("#term").fill(email);
            page.locator("#term").press("Enter");
            assertThat(page.locator("main")).not().containsText(purchase.order());
            find(page, purchase.order());
        }

        assertThat(Rows.read(
                        "SELECT COUNT(*) FROM customer_person p JOIN orders o ON o.person_id = p.id WHERE o.id IN (?, ?)"
                                + " AND p.erased_at IS NOT NULL AND p.wrapped_key IS NULL AND p.sealed IS NULL"
                                + " AND p.email_hash IS NULL",
                        id(purchase),
                        id(other)))
                .containsExactly("2");
        assertThat(keptBodies(purchase)).isEqualTo("0");
        var order = purchase.asMerchant().json();
        assertThat(order.getString("status")).isEqualTo("paid");
        assertThat(order.toString()).doesNotContain(email);

        var again = Purchase.merchant().post("/api/v1/orders", key, body).expect(200);
        assertThat(again.json().getString("id")).isEqualTo(purchase.order());
        assertThat(again.body()).doesNotContain(email);

        assertThat(Purchase.merchant()
                        .post(fulfilment, fulfilmentKey, FULFILLED)
                        .expect(200)
                        .body())
                .doesNotContain(email);

        deliverOnceMore(purchase);
        assertThat(keptBodies(purchase)).isEqualTo("0");
    }

    private static void ask(Page page) {
        page.locator("#reason").fill("Asked in writing, ticket 4711");
        button(page, "Ask for approval").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("approval");
    }

    private static Purchase placed(String key, JsonObject body) {
        var order = Purchase.merchant()
                .post("/api/v1/orders", key, body)
                .expect(201)
                .json();
        return new Purchase(order.getString("id"), order.getString("client_secret"));
    }

    private static JsonObject bodyOf(String email) {
        return Purchase.body()
                .add("customer", Json.createObjectBuilder().add("email", email).add("name", "Layla Haddad"))
                .build();
    }

    /** What comes late tells the same fact once more; nothing of it is kept but that. */
    private static void deliverOnceMore(Purchase purchase) {
        var payment = Rows.read("SELECT ref FROM provider_ref WHERE order_id = ? AND ref LIKE 'pi\\_%'", id(purchase))
                .get(0);
        var event = StripeCallbacks.deliverCapture(payment);
        Await.that("the late callback is worked", () -> Rows.read(
                        "SELECT state FROM webhook_event WHERE provider_event_id = ?", event)
                .contains("PROCESSED"));
    }

    private static String keptBodies(Purchase purchase) {
        return Rows.read(
                        "SELECT COUNT(*) FROM webhook_event WHERE order_id = ? AND sealed_body IS NOT NULL",
                        id(purchase))
                .get(0);
    }

    private static String id(Purchase purchase) {
        return OrderId.fromString(purchase.order()).value().toString();
    }
}
