package io.mizan.gateways.contract;

import static io.mizan.testbed.TestBed.simulator;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.id.AttemptId;
import io.mizan.testbed.Answer;
import io.mizan.testbed.Await;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Rows;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** An order of the running system, whose customer pays at a gateway that browsers reach and come back from by forms. */
public final class FormPurchase {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FORM = "application/x-www-form-urlencoded";

    private final MizanClient mizan = TestBed.mizan().withSecretKey();
    private final String order;
    private String attempt;
    private JsonObject fields;

    private FormPurchase() {
        order = mizan.post(
                        "/api/v1/orders",
                        Json.createObjectBuilder()
                                .add("reference", "form-" + UUID.randomUUID())
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
    }

    public static FormPurchase placed() {
        return new FormPurchase();
    }

    /** Opens the gateway's page as a browser does: by the form that the attempt's next action holds. */
    public FormPurchase startedAt(String gateway) {
        var started = starts(gateway);
        attempt = started.getString("id");
        var page = started.getJsonObject("next_action");
        fields = page.getJsonObject("fields");
        var form = fields.entrySet().stream()
                .map(field ->
                        field.getKey() + "=" + URLEncoder.encode(((JsonString) field.getValue()).getString(), UTF_8))
                .collect(joining("&"));
        simulator()
                .postForm(URI.create(page.getString("url")).getPath(), "nobody", form)
                .expect(303);
        return this;
    }

    /** An attempt through that gateway, whose page nobody has opened yet. */
    public JsonObject starts(String gateway) {
        return mizan.post(
                        "/api/v1/orders/" + order + "/attempts",
                        Json.createObjectBuilder().add("gateway", gateway).build())
                .expect(201)
                .json();
    }

    /** What happened to the order, as it is told to its merchant. */
    public String timeline() {
        return mizan.get("/api/v1/orders/" + order + "/timeline?limit=100")
                .expect(200)
                .body();
    }

    public String order() {
        return order;
    }

    public String attempt() {
        return attempt;
    }

    /** What the form said. */
    public String field(String name) {
        return fields.getString(name);
    }

    /** The customer's browser posts that to our address. Whatever it is, the customer goes on to the shop. */
    public void brings(URI returnUrl, String body) {
        brings(returnUrl, FORM, body);
    }

    public void brings(URI returnUrl, String type, String body) {
        Answer answer = TestBed.mizan()
                .send("POST", returnUrl.getRawPath() + "?" + returnUrl.getRawQuery(), type, body)
                .expect(303);
        assertThat(answer.header("Location").orElseThrow())
                .startsWith(TestBed.server().url() + "/shop/");
    }

    /** Brings what somebody made of a genuine way back, of which nothing is kept. */
    public void bringsInVain(URI returnUrl, String... bodies) {
        for (var body : bodies) {
            brings(returnUrl, body);
        }
        assertThat(keptReturns()).isEmpty();
    }

    public void becomes(String status) {
        Await.that("order " + order + " to be " + status, PATIENCE, () -> status().equals(status));
    }

    public String status() {
        return progress().getString("status");
    }

    public JsonObject progress() {
        return mizan.get("/api/v1/orders/" + order + "/status").expect(200).json();
    }

    public JsonObject asOrder() {
        return mizan.get("/api/v1/orders/" + order).expect(200).json();
    }

    public void awaitClosed() {
        Await.that("the attempt is over", PATIENCE, () -> !isOpen());
    }

    public boolean isOpen() {
        return asAttempt().getBoolean("open");
    }

    /** Until the attempt tells why its last try came to nothing. */
    public void awaitDecline() {
        Await.that("a decline is told", PATIENCE, () -> !asAttempt().isNull("last_decline"));
    }

    public JsonObject asAttempt() {
        return mizan.get("/api/v1/attempts/" + attempt).expect(200).json();
    }

    /** What was believed of what the browser brought: each message once. */
    public List<String> keptReturns() {
        return Rows.read(
                "SELECT provider_event_id FROM webhook_event WHERE return_of = ?",
                AttemptId.fromString(attempt).value());
    }
}
