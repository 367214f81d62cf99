package io.mizan.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.id.CaseId;
import io.mizan.launcher.Secret;
import io.mizan.secrets.CardNumbers;
import io.mizan.testbed.Answer;
import io.mizan.testbed.PortalVisitor;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import io.mizan.web.checkout.Rows;
import io.mizan.web.webhook.StripeCallbacks;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Feeds what must not be kept through every input, and then looks for it everywhere. */
class LeakIT {
    private static final String NOBODYS = UUID.randomUUID().toString().substring(0, 8);

    private final List<String> answers = new ArrayList<>();

    @Test
    void a_card_number_is_refused_by_name_wherever_it_is_typed_and_kept_nowhere() {
        var card = card();
        var placed = Purchase.placed();
        refused("metadata.note", order().add("metadata", object("note", "paid with " + card)));
        refused("metadata", order().add("metadata", object(card, "note")));
        refused("customer.name", order().add("customer", object("name", card)));
        refused("customer.email", order().add("customer", object("email", card + "@example.com")));
        refused("customer.phone", order().add("customer", object("phone", "+" + spaced(card))));
        refused("customer.country", order().add("customer", object("country", card)));
        refused("return_url", order().add("return_url", TestBed.server().url() + "/shop/return.html?card=" + card));
        refused("reference", order().add("reference", card));
        refused("reference", order().add("reference", "12/34 " + card + " 123"));
        refused(
                "items[0].description",
                order().add(
                                "items",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("description", spaced(card))
                                                .add("unit_amount", 100)
                                                .add("quantity", 1))));
        var fulfilment = Json.createObjectBuilder().add("status", "fulfilled").add("note", card);
        keep(Purchase.merchant().post("/api/v1/orders/" + placed.order() + "/fulfilment", fulfilment.build()))
                .expect(400);
        keep(Purchase.merchant().post("/api/v1/orders/" + placed.order() + "/cancel", object("reference", card)))
                .expect(400);
        var attempt = "/api/v1/attempts/" + placed.start().getString("id");
        for (var act : List.of("/capture", "/void", "/close")) {
            keep(Purchase.merchant().post(attempt + act, object("reference", card)))
                    .expect(400);
        }
        keep(Purchase.merchant().put("/api/v1/products/" + card, product("Card")))
                .expect(400);
        keep(Purchase.merchant().put("/api/v1/products/leak", product(card))).expect(400);
        keep(Purchase.merchant().post("/api/v1/orders", card, order().build())).expect(400);
        keep(TestBed.mizan().with("Authorization", "Bearer " + card).get("/api/v1/orders"))
                .expect(401);
        keep(Purchase.merchant().get("/api/v1/orders/" + card)).expect(404);
        keep(Purchase.merchant().get("/api/v1/orders?reference=" + card));
        keep(TestBed.mizan().get("/return/stripe/" + card + "?t=" + card));
        keep(TestBed.mizan().get("/" + card)).expect(404);
        keep(StripeCallbacks.deliver(callback(card))).expect(200);
        keep(TestBed.mizan().with("Stripe-Signature", card).send("POST", "/webhooks/stripe", "text/plain", card))
                .expect(401);
        keep(new PortalVisitor().signIn(card, card)).expect(401);
        typedByStaff(card, placed);
        keep(Purchase.merchant().get("/api/v1/orders/" + placed.order() + "/timeline"))
                .expect(200);
        keep(TestBed.mizan().get("/metrics")).expect(200);

        assertThat(Places.of(card, spaced(card))).isEmpty();
        assertThat(String.join("\n", answers)).doesNotContain(card);
        assertThat(Rows.read("SELECT holds_card_number FROM webhook_event WHERE provider_event_id = ?", event(card)))
                .as("the callback is flagged")
                .containsExactly("1");
    }

    @Test
    void who_a_customer_is_stands_sealed_in_one_table_and_in_no_journal() {
        var email = "leak." + NOBODYS + "@example.com";
        var name = "Zubaida " + NOBODYS;
        var phone = "+97455" + (100_000 + NOBODYS.hashCode() % 100_000) + "77";
        var body = order().add(
                        "customer",
                        Json.createObjectBuilder()
                                .add("email", email)
                                .add("name", name)
                                .add("phone", phone));
        var order = Purchase.merchant()
                .post("/api/v1/orders", body.build())
                .expect(201)
                .json();
        var purchase = new Purchase(order.getString("id"), order.getString("client_secret"));
        var attempt = purchase.start();
        Purchase.pay(attempt, "4242424242424242");
        purchase.awaitStatus("paid");
        Purchase.merchant()
                .post(
                        "/api/v1/orders",
                        order().add("customer", object("email", email + "@")).build());
        var path = "/api/v1/orders/" + purchase.order();
        for (var note : List.of(
                "Handed over to " + name,
                "see " + email,
                "rang " + phone.replace("+974", "00974 "),
                "by a@b.example")) {
            var told = Json.createObjectBuilder().add("status", "fulfilled").add("note", note);
            var refusal = Purchase.merchant().post(path + "/fulfilment", told.build());
            assertThat(refusal.expect(400).json().getString("param")).isEqualTo("note");
        }
        keep(Purchase.merchant().get(path + "/timeline"));
        keep(purchase.browser().get(path + "/status"));
        keep(purchase.browser().get("/api/v1/attempts/" + attempt.getString("id")));
        keep(TestBed.mizan().get("/metrics"));

        assertThat(Places.of(email, name, phone, purchase.secret())).isEmpty();
        assertThat(String.join("\n", answers))
                .doesNotContain(email)
                .doesNotContain(name)
                .doesNotContain(phone);
    }

    @Test
    void no_secret_of_the_deployment_is_in_its_database_or_its_log() {
        keep(new PortalVisitor().signIn("support", TestBed.secret(Secret.SUPPORT_PASSWORD)))
                .expect(303);
        keep(new PortalVisitor().signIn("support", "wrong " + NOBODYS)).expect(401);
        keep(Purchase.merchant().get("/api/v1/orders"));
        keep(TestBed.mizan().get("/metrics"));
        keep(TestBed.mizan().get("/health/ready"));

        var secrets = Arrays.stream(Secret.values())
                .filter(secret -> secret != Secret.DEMO_PUBLISHABLE_KEY)
                .map(TestBed::secret)
                .toList();

        assertThat(Places.of(secrets.toArray(String[]::new))).isEmpty();
        assertThat(Places.of("wrong " + NOBODYS)).isEmpty();
        assertThat(answers).noneMatch(answer -> secrets.stream().anyMatch(answer::contains));
    }

    /** A number that Visa could have given out and that no other test uses. */
    static String card() {
        var first = "411111" + String.format("%09d", Math.floorMod(System.nanoTime(), 1_000_000_000L));
        for (char check = '0'; check <= '9'; check++) {
            if (CardNumbers.isIn(first + check)) {
                return first + check;
            }
        }
        throw new AssertionError("one of ten check digits is right");
    }

    static String spaced(String card) {
        return card.replaceAll("(....)(?=.)", "$1 ");
    }

    private static JsonObjectBuilder order() {
        return Purchase.body();
    }

    private static JsonObject product(String name) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add(
                        "prices",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("minor", 100)
                                        .add("currency", "QAR")))
                .build();
    }

    private static JsonObject object(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static String event(String card) {
        return "evt_leak" + Integer.toHexString(card.hashCode());
    }

    private static String callback(String card) {
        return "{\"id\":\"" + event(card)
                + "\",\"object\":\"event\",\"type\":\"product.created\",\"created\":1700000000,"
                + "\"livemode\":false,\"data\":{\"object\":{\"metadata\":{\"note\":\"" + card + "\"}}}}";
    }

    private void refused(String param, JsonObjectBuilder body) {
        var refusal = keep(Purchase.merchant().post("/api/v1/orders", body.build()))
                .expect(400)
                .json();
        assertThat(refusal.getString("code")).isEqualTo("card_number_not_allowed");
        assertThat(refusal.getString("param")).isEqualTo(param);
    }

    /** Into every field of the portal that takes words. */
    private void typedByStaff(String card, Purchase placed) {
        var administrator = new PortalVisitor();
        keep(administrator.signIn("administrator", TestBed.secret(Secret.ADMINISTRATOR_PASSWORD)))
                .expect(303);
        var order = "/admin/orders/" + placed.order();
        var theCase = "/admin/cases/" + new CaseId(UUID.randomUUID());
        keep(administrator.send("/admin/orders", "/admin/search", Map.of("term", card)))
                .expect(200);
        for (var typed : List.of(
                new Typed("/admin/people", "/admin/people", person(card, "Somebody")),
                new Typed("/admin/people", "/admin/people", person("leak-" + NOBODYS, spaced(card))),
                new Typed("/admin/keys", "/admin/keys", Map.of("kind", "SECRET", "scope", "read", "name", card)),
                new Typed(order + "/erasure", order + "/erasure", Map.of("reason", "they asked, " + card)),
                new Typed("/admin/cases", theCase + "/comment", Map.of("version", "0", "note", "they said " + card)))) {
            keep(administrator.send(typed.page, typed.action, typed.fields)).expect(303);
            assertThat(keep(administrator.get(typed.page)).expect(200).body())
                    .as(typed.toString())
                    .containsPattern("class=\"flash\"[^>]*>Nothing was done: [^<]*card");
        }
        var erasure = order + "/erasure";
        keep(administrator.send(erasure, erasure, Map.of("reason", "asked by " + NOBODYS + "@leak.example")))
                .expect(303);
        assertThat(keep(administrator.get(erasure)).expect(200).body())
                .as("the reason outlives whoever is forgotten")
                .contains("Nothing was done: the reason says who the customer is");
    }

    private record Typed(String page, String action, Map<String, String> fields) {}

    private static Map<String, String> person(String username, String displayName) {
        return Map.of("username", username, "display_name", displayName, "role", "support");
    }

    private Answer keep(Answer answer) {
        answers.add(answer.body());
        return answer;
    }
}
