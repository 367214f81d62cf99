package io.mizan.gateways.qpay;

import static io.mizan.testbed.TestBed.simulator;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.Answer;
import io.mizan.testbed.Await;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * QPay's signed way back, at the real address. Inquiries are turned away for good here, so that the way back alone can
 * say that an order is paid.
 */
class QPayReturnIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final MizanClient mizan = TestBed.mizan().withSecretKey();

    /** An order with its attempt at QPay. */
    private record Purchase(String order, String attempt, String number, URI returnUrl) {}

    @Test
    void a_genuine_way_back_pays_the_order_and_counts_once() {
        var purchase = opened();
        pays(purchase);

        brings(purchase, broughtBack(purchase));
        is(purchase, "paid");

        brings(purchase, broughtBack(purchase));
        brings(purchase, broughtBack(purchase).replace("Response.Status=", "Response%2EStatus="));
        is(purchase, "paid");
        assertThat(order(purchase).getJsonObject("captured"))
                .isEqualTo(order(purchase).getJsonObject("amount"));
    }

    @Test
    void what_somebody_made_of_it_takes_the_customer_on_and_pays_nothing() {
        var purchase = opened();
        pays(purchase);
        var genuine = broughtBack(purchase);

        brings(purchase, genuine.replaceFirst("Response\\.Amount=[0-9]+", "Response.Amount=1"));
        brings(purchase, genuine.replaceFirst("Response\\.SecureHash=..", "Response.SecureHash=00"));
        brings(purchase, genuine + "&Response.Status=0000");
        brings(purchase, genuine.replaceFirst("&Response\\.Lang=[a-z]+", ""));
        brings(purchase, "x".repeat(300 * 1024));
        brings(purchase, "");
        post(purchase, "text/plain", genuine.replaceFirst("Response\\.PUN=.", "Response.PUN=_"));

        assertThat(status(purchase).getString("status")).isNotEqualTo("paid");
        brings(purchase, genuine);
        is(purchase, "paid");
    }

    @Test
    void a_genuine_way_back_of_another_attempt_pays_nothing() {
        var paid = opened();
        var other = opened();
        pays(paid);

        brings(other, broughtBack(paid));
        brings(paid, broughtBack(paid));

        is(paid, "paid");
        assertThat(status(other).getString("status")).isNotEqualTo("paid");
    }

    @Test
    void a_customer_who_went_back_may_try_again() {
        var purchase = opened();
        act(purchase, "cancel");

        brings(purchase, broughtBack(purchase));

        Await.that("the attempt is over", PATIENCE, () -> !mizan.get("/api/v1/attempts/" + purchase.attempt())
                .expect(200)
                .json()
                .getBoolean("open"));
        assertThat(status(purchase).getBoolean("can_retry")).isTrue();
    }

    /** Opens a page at QPay as a browser does: by the form that the attempt's next action holds. */
    private Purchase opened() {
        var order = mizan.post(
                        "/api/v1/orders",
                        Json.createObjectBuilder()
                                .add("reference", "qpay-" + UUID.randomUUID())
                                .add(
                                        "items",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("description", "A ticket")
                                                        .add("unit_amount", 25_000)
                                                        .add("quantity", 1)))
                                .add("currency", "QAR")
                                .add("return_url", TestBed.server().url() + "/shop/")
                                .build())
                .expect(201)
                .json()
                .getString("id");
        simulator()
                .post(
                        "/control/api/rules",
                        Json.createObjectBuilder()
                                .add("gateway", "qpay")
                                .add("session", order)
                                .add("kind", "rate_limited")
                                .add("seconds", 600)
                                .add("operation", "inquiry")
                                .add("times", "forever")
                                .build())
                .expect(201);
        var attempt = mizan.post(
                        "/api/v1/orders/" + order + "/attempts",
                        Json.createObjectBuilder().add("gateway", "qpay").build())
                .expect(201)
                .json();
        var page = attempt.getJsonObject("next_action");
        var fields = page.getJsonObject("fields");
        var form = fields.entrySet().stream()
                .map(field ->
                        field.getKey() + "=" + URLEncoder.encode(((JsonString) field.getValue()).getString(), UTF_8))
                .collect(joining("&"));
        simulator()
                .postForm(URI.create(page.getString("url")).getPath(), "nobody", form)
                .expect(303);
        return new Purchase(
                order,
                attempt.getString("id"),
                fields.getString("PUN"),
                URI.create(fields.getString("ExtraFields_f14")));
    }

    private static void pays(Purchase purchase) {
        act(purchase, "pay");
    }

    private static void act(Purchase purchase, String act) {
        simulator()
                .post(
                        "/control/api/qpay/sessions/" + purchase.number() + "/" + act,
                        Json.createObjectBuilder().build())
                .expect(200);
    }

    /** What the browser finds on QPay's last page. */
    private static String broughtBack(Purchase purchase) {
        return new String(new SimulatedQPay().returns(purchase.number()).get(0).body(), UTF_8);
    }

    /** Whatever is brought, the customer goes on to the shop. */
    private void brings(Purchase purchase, String body) {
        post(purchase, FORM, body);
    }

    private void post(Purchase purchase, String type, String body) {
        Answer answer = TestBed.mizan()
                .send(
                        "POST",
                        purchase.returnUrl().getRawPath() + "?"
                                + purchase.returnUrl().getRawQuery(),
                        type,
                        body)
                .expect(303);
        assertThat(answer.header("Location").orElseThrow())
                .startsWith(TestBed.server().url() + "/shop/");
    }

    private void is(Purchase purchase, String status) {
        Await.that("order " + purchase.order() + " to be " + status, PATIENCE, () -> status(purchase)
                .getString("status")
                .equals(status));
    }

    private JsonObject status(Purchase purchase) {
        return mizan.get("/api/v1/orders/" + purchase.order() + "/status")
                .expect(200)
                .json();
    }

    private JsonObject order(Purchase purchase) {
        return mizan.get("/api/v1/orders/" + purchase.order()).expect(200).json();
    }
}
