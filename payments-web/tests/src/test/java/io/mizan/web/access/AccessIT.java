package io.mizan.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.secrets.Digests;
import io.mizan.testbed.Answer;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import io.mizan.web.checkout.Rows;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessIT {
    private static final String SOME_ORDER = "ord_01m7y8y1r9e6trdbm162pxxxfr";
    private static final String SOME_ATTEMPT = "att_01m7y8y1r9e6trdbm162pxxxfr";

    /** Keys that have every scope but one. */
    private static final Map<String, MizanClient> WITHOUT = Map.of(
            "read", OwnKey.made("catalog orders captures").merchant(),
            "catalog", OwnKey.made("read orders captures").merchant(),
            "orders", OwnKey.made("read catalog captures").merchant(),
            "captures", OwnKey.made("read catalog orders").merchant());

    @ParameterizedTest(name = "{0} {1} opens to no stranger, and to a browser: {2}")
    @CsvSource({
        "PUT,  /api/v1/products/cup,                          403",
        "GET,  /api/v1/products/cup,                          403",
        "GET,  /api/v1/products,                              403",
        "GET,  /api/v1/gateways,                              200",
        "GET,  /api/v1/orders,                                403",
        "POST, /api/v1/orders,                                400",
        "GET,  /api/v1/orders/" + SOME_ORDER + ",             403",
        "GET,  /api/v1/orders/" + SOME_ORDER + "/status,      404",
        "GET,  /api/v1/orders/" + SOME_ORDER + "/timeline,    403",
        "POST, /api/v1/orders/" + SOME_ORDER + "/attempts,    404",
        "POST, /api/v1/orders/" + SOME_ORDER + "/cancel,      403",
        "POST, /api/v1/orders/" + SOME_ORDER + "/fulfilment,  403",
        "GET,  /api/v1/attempts/" + SOME_ATTEMPT + ",         403",
        "POST, /api/v1/attempts/" + SOME_ATTEMPT + "/capture, 403",
        "POST, /api/v1/attempts/" + SOME_ATTEMPT + "/void,    403",
        "POST, /api/v1/attempts/" + SOME_ATTEMPT + "/close,   403",
        "GET,  /sandbox/clock,                                403",
    })
    void every_door_is_knocked_at(String method, String path, int forBrowsers) {
        var stranger = TestBed.mizan();
        var browser = TestBed.mizan().withPublishableKey();

        var refused = send(stranger, method, path).expect(401);

        assertThat(refused.json().getString("code")).isEqualTo("authentication_required");
        assertThat(refused.header("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
        send(browser, method, path).expect(forBrowsers);
    }

    @ParameterizedTest(name = "{0} {1} needs {2}")
    @CsvSource({
        "PUT,  /api/v1/products/cup,                          catalog",
        "GET,  /api/v1/products/cup,                          read",
        "GET,  /api/v1/gateways,                              read",
        "GET,  /api/v1/orders,                                read",
        "POST, /api/v1/orders,                                orders",
        "GET,  /api/v1/orders/" + SOME_ORDER + "/status,      read",
        "POST, /api/v1/orders/" + SOME_ORDER + "/attempts,    orders",
        "POST, /api/v1/orders/" + SOME_ORDER + "/fulfilment,  orders",
        "POST, /api/v1/attempts/" + SOME_ATTEMPT + "/capture, captures",
        "POST, /api/v1/attempts/" + SOME_ATTEMPT + "/void,    captures",
    })
    void a_key_does_what_its_scopes_say_and_nothing_else(String method, String path, String scope) {
        var refused = send(WITHOUT.get(scope), method, path).expect(403);

        assertThat(refused.json().getString("code")).isEqualTo("scope_missing");
        assertThat(refused.json().getString("scope")).isEqualTo(scope);
        assertThat(send(OwnKey.made(scope).merchant(), method, path).status()).isNotEqualTo(403);
    }

    @Test
    void the_clock_is_moved_with_all_scopes_alone() {
        var refused = send(WITHOUT.get("captures"), "GET", "/sandbox/clock").expect(403);

        assertThat(refused.json().getString("code")).isEqualTo("scope_missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer sk_test_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "Bearer sk_live_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "Bearer nonsense",
                "Bearer",
                "Basic YTpi"
            })
    void a_key_that_opens_nothing_is_told_from_none(String header) {
        var refused = TestBed.mizan()
                .with("Authorization", header)
                .get("/api/v1/gateways")
                .expect(401);

        assertThat(refused.json().getString("code")).isEqualTo("key_invalid");
    }

    @Test
    void a_revoked_and_an_expired_key_open_nothing() {
        for (var end : new String[] {"revoked_at", "expires_at"}) {
            var key = "sk_test_" + UUID.randomUUID().toString().replace("-", "") + "00000000";
            Rows.change(
                    "INSERT INTO api_key (id, kind, name, hint, key_hash, created_at, " + end
                            + ") VALUES (?, 'SECRET', 'Old', 'sk_test_', ?, '2020-01-01', '2020-01-02')",
                    UUID.randomUUID(),
                    Digests.sha256(key));

            TestBed.mizan()
                    .with("Authorization", "Bearer " + key)
                    .get("/api/v1/gateways")
                    .expect(401);
        }
    }

    @Test
    void the_secret_of_one_order_opens_no_other() {
        var mine = Purchase.placed();
        var yours = Purchase.placed();
        var wrong = new Purchase(yours.order(), mine.secret());

        mine.status();
        assertThat(wrong.browser()
                        .get("/api/v1/orders/" + yours.order() + "/status")
                        .expect(404)
                        .json()
                        .getString("code"))
                .isEqualTo("not_found");
    }

    @Test
    void a_publishable_key_is_refused_from_another_page_on_the_server_too() {
        var elsewhere = TestBed.mizan().withPublishableKey().with("Origin", "https://evil.example");

        var refused = elsewhere.get("/api/v1/gateways").expect(403);

        assertThat(refused.json().getString("code")).isEqualTo("origin_not_allowed");
        assertThat(refused.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void pages_of_the_keys_origins_may_read_answers_and_refusals() {
        var page = TestBed.server().url().toString();
        var browser = TestBed.mizan().withPublishableKey();

        for (var path : new String[] {"/api/v1/gateways", "/api/v1/orders"}) {
            var answer = browser.get(path);
            assertThat(answer.header("Access-Control-Allow-Origin")).contains(page);
            assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
            assertThat(answer.response().headers().allValues("Vary")).contains("Origin");
        }
    }

    @Test
    void a_preflight_is_answered_for_known_pages_only() {
        var asking = TestBed.mizan()
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "authorization,content-type,idempotency-key,order-secret");

        var known = asking.with("Origin", TestBed.server().url().toString())
                .send("OPTIONS", "/api/v1/orders", "text/plain", "")
                .expect(204);
        var unknown = asking.with("Origin", "https://evil.example")
                .send("OPTIONS", "/api/v1/orders", "text/plain", "")
                .expect(204);

        assertThat(known.header("Access-Control-Allow-Headers").orElseThrow())
                .contains("Authorization", "Content-Type", "Idempotency-Key", "Order-Secret");
        assertThat(known.header("Access-Control-Allow-Methods")).contains("GET, POST");
        assertThat(unknown.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(unknown.header("Access-Control-Allow-Methods")).isEmpty();
    }

    private static Answer send(MizanClient client, String method, String path) {
        return method.equals("GET")
                ? client.get(path)
                : client.send(method, path, "application/json", JsonObject.EMPTY_JSON_OBJECT.toString());
    }
}
