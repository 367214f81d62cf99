package io.mizan.web.order;

import static io.mizan.web.checkout.Purchase.merchant;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.Answer;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrdersIT {
    @Test
    void an_order_is_made_of_catalogue_prices_line_by_line() {
        var body = Purchase.body()
                .add(
                        "items",
                        Json.createArrayBuilder()
                                .add(Purchase.item("brass-dallah", 2))
                                .add(Purchase.item("saffron", 1)))
                .build();

        var order = merchant().post("/api/v1/orders", body).expect(201).json();

        assertThat(order.getJsonObject("amount").getInt("minor")).isEqualTo(2 * 25_000 + 6_500);
        assertThat(order.getJsonObject("amount").getString("decimal")).isEqualTo("565.00");
        assertThat(order.getJsonArray("breakdown")).hasSize(2);
        assertThat(order.getString("status")).isEqualTo("pending");
    }

    @Test
    void currencies_keep_their_decimals() {
        assertThat(decimalIn("JPY")).isEqualTo("10300");
        assertThat(decimalIn("KWD")).isEqualTo("20.950");
        assertThat(decimalIn("USD")).isEqualTo("68.50");
    }

    @Test
    void a_later_change_of_a_price_does_not_touch_an_order() {
        var sku = "test-" + UUID.randomUUID();
        putPrice(sku, 100).expect(201);
        var order = merchant()
                .post(
                        "/api/v1/orders",
                        Purchase.body()
                                .add("items", Json.createArrayBuilder().add(Purchase.item(sku, 1)))
                                .build())
                .expect(201)
                .json();

        putPrice(sku, 900).expect(200);

        assertThat(merchant()
                        .get("/api/v1/orders/" + order.getString("id"))
                        .json()
                        .getJsonObject("amount")
                        .getInt("minor"))
                .isEqualTo(100);
    }

    @Test
    void a_reference_stays_with_its_order_for_ever() {
        var body = Purchase.body().build();
        var first = merchant().post("/api/v1/orders", body).expect(201).json();

        var again = merchant().post("/api/v1/orders", body).expect(200);
        var other = merchant()
                .post(
                        "/api/v1/orders",
                        Json.createObjectBuilder(body).add("currency", "USD").build())
                .expect(409);

        assertThat(again.header("Idempotency-Status")).contains("existing");
        assertThat(again.json().getString("id")).isEqualTo(first.getString("id"));
        assertThat(again.json().getString("client_secret")).isEqualTo(first.getString("client_secret"));
        assertThat(other.json().getString("code")).isEqualTo("reference_reused");
    }

    @Test
    void a_browser_sees_nothing_personal_and_nothing_of_the_merchants() {
        var body = Purchase.body()
                .add(
                        "customer",
                        Json.createObjectBuilder()
                                .add("email", "amina@example.com")
                                .add("name", "Amina")
                                .add("phone", "+974 4400 0000"))
                .add("metadata", Json.createObjectBuilder().add("campaign", "ramadan"))
                .build();
        var browser = TestBed.mizan().withPublishableKey();

        var placed = browser.post("/api/v1/orders", body).expect(201);
        var purchase = new Purchase(placed.json().getString("id"), placed.json().getString("client_secret"));
        var attempt = purchase.start();

        assertThat(placed.body() + attempt + purchase.status())
                .doesNotContain("amina", "Amina", "+974 4400 0000", "phone", "ramadan", "provider_refs");
        assertThat(purchase.asMerchant().body()).contains("amina@example.com", "ramadan", "checkout_session");
    }

    @Test
    void a_browser_names_products_and_no_amounts() {
        var priced = Purchase.body()
                .add(
                        "items",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("description", "Anything")
                                        .add("unit_amount", 1)
                                        .add("quantity", 1)))
                .build();

        var refusal = TestBed.mizan()
                .withPublishableKey()
                .post("/api/v1/orders", priced)
                .expect(422)
                .json();

        assertThat(refusal.getString("code")).isEqualTo("amount_not_allowed");
        assertThat(refusal.getString("param")).isEqualTo("items[0].unit_amount");
        merchant().post("/api/v1/orders", priced).expect(201);
    }

    @Test
    void a_browser_may_not_order_for_more_than_its_key_allows() {
        var much = Purchase.body()
                .add("items", Json.createArrayBuilder().add(Purchase.item("majlis-box", 999)))
                .build();

        assertThat(TestBed.mizan()
                        .withPublishableKey()
                        .post("/api/v1/orders", much)
                        .expect(422)
                        .json()
                        .getString("code"))
                .isEqualTo("amount_out_of_range");
    }

    @Test
    void customers_are_sent_back_to_origins_of_the_key_only() {
        for (var elsewhere : List.of("https://evil.example/", "http://evil.example/", "javascript:alert(1)")) {
            var refusal = merchant()
                    .post(
                            "/api/v1/orders",
                            Purchase.body().add("return_url", elsewhere).build())
                    .expect(422)
                    .json();
            assertThat(refusal.getString("code")).isEqualTo("return_url_not_allowed");
        }
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        var reference = Purchase.body().build().getString("reference");
        var placed = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            placed.add(0, Purchase.placed().order());
        }

        var seen = new ArrayList<String>();
        JsonValue cursor = JsonValue.NULL;
        do {
            var page = merchant()
                    .get("/api/v1/orders?limit=2"
                            + (cursor instanceof JsonString text ? "&cursor=" + text.getString() : ""))
                    .expect(200)
                    .json();
            page.getJsonArray("data").getValuesAs(JsonObject.class).forEach(order -> seen.add(order.getString("id")));
            cursor = page.get("next_cursor");
        } while (cursor != JsonValue.NULL && !seen.contains(placed.get(2)));

        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(placed);
        assertThat(merchant()
                        .get("/api/v1/orders?reference=" + reference)
                        .json()
                        .getJsonArray("data"))
                .isEmpty();
    }

    @Test
    void fulfilment_and_everything_else_stands_on_the_timeline() {
        var purchase = Purchase.placed();

        merchant()
                .post(
                        "/api/v1/orders/" + purchase.order() + "/fulfilment",
                        Json.createObjectBuilder()
                                .add("status", "fulfilled")
                                .add("note", "At the counter")
                                .build())
                .expect(200);

        assertThat(merchant()
                        .get("/api/v1/orders/" + purchase.order() + "/timeline?limit=100")
                        .json()
                        .getJsonArray("data")
                        .getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getString("kind"))
                .containsExactly("order_placed", "fulfilment_reported");
        assertThat(purchase.asMerchant().json().getString("fulfilment")).isEqualTo("fulfilled");
    }

    private static String decimalIn(String currency) {
        return merchant()
                .post(
                        "/api/v1/orders",
                        Purchase.body().add("currency", currency).build())
                .expect(201)
                .json()
                .getJsonObject("amount")
                .getString("decimal");
    }

    private static Answer putPrice(String sku, int minor) {
        return merchant()
                .put(
                        "/api/v1/products/" + sku,
                        Json.createObjectBuilder()
                                .add("name", "Cup")
                                .add(
                                        "prices",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("minor", minor)
                                                        .add("currency", "QAR")))
                                .build());
    }
}
