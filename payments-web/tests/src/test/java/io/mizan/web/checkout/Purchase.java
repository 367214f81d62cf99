package io.mizan.web.checkout;

import io.mizan.testbed.Answer;
import io.mizan.testbed.Await;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One order of a test, as its merchant and as its customer's browser see it.
 *
 * @param secret what opens it to the browser
 */
public record Purchase(String order, String secret) {
    private static final Pattern SESSION = Pattern.compile("cs_test_[A-Za-z0-9]+");

    /** Places an order of one brass dallah, QAR 250.00. */
    public static Purchase placed() {
        var order =
                merchant().post("/api/v1/orders", body().build()).expect(201).json();
        return new Purchase(order.getString("id"), order.getString("client_secret"));
    }

    /** What placing such an order takes; the reference was never used before. */
    public static JsonObjectBuilder body() {
        return Json.createObjectBuilder()
                .add("reference", "test-" + UUID.randomUUID())
                .add("items", Json.createArrayBuilder().add(item("brass-dallah", 1)))
                .add("currency", "QAR")
                .add("return_url", TestBed.server().url() + "/shop/return.html");
    }

    public static JsonObjectBuilder item(String sku, int quantity) {
        return Json.createObjectBuilder().add("sku", sku).add("quantity", quantity);
    }

    public static MizanClient merchant() {
        return TestBed.mizan().withSecretKey();
    }

    public MizanClient browser() {
        return TestBed.mizan().withPublishableKey().with("Order-Secret", secret);
    }

    /** Starts an attempt from the browser. */
    public JsonObject start() {
        return start(browser(), "automatic");
    }

    /** Starts an attempt from the merchant's server, who alone may say that the money is collected later. */
    public JsonObject startAuthorizing() {
        return start(merchant(), "manual");
    }

    private JsonObject start(MizanClient who, String capture) {
        return who.post(
                        "/api/v1/orders/" + order + "/attempts",
                        Json.createObjectBuilder()
                                .add("gateway", "stripe")
                                .add("capture", capture)
                                .build())
                .expect(201)
                .json();
    }

    /** Pays an attempt as the customer would on the gateway's page. */
    public static void pay(JsonObject attempt, String card) {
        TestBed.simulator().pay(session(attempt), card);
    }

    /** The session of the gateway whose page an attempt leads to. */
    public static String session(JsonObject attempt) {
        var found = SESSION.matcher(attempt.getJsonObject("next_action").getString("url"));
        if (!found.find()) {
            throw new AssertionError("no session in " + attempt);
        }
        return found.group();
    }

    public JsonObject status() {
        return browser().get("/api/v1/orders/" + order + "/status").expect(200).json();
    }

    /** Waits until the browser would see this status. */
    public JsonObject awaitStatus(String wanted) {
        Await.that("the order is " + wanted, () -> status().getString("status").equals(wanted));
        return status();
    }

    public Answer asMerchant() {
        return merchant().get("/api/v1/orders/" + order).expect(200);
    }

    /** A POST of the merchant about this order, with an empty body. */
    public Answer act(String path) {
        return merchant().post(path, JsonObject.EMPTY_JSON_OBJECT);
    }
}
