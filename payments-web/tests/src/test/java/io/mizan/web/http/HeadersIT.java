package io.mizan.web.http;

import static io.mizan.web.checkout.Purchase.merchant;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.launcher.Secret;
import io.mizan.testbed.Addresses;
import io.mizan.testbed.Answer;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.PortalVisitor;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of answer that this server has, and what must be on each. */
class HeadersIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    @ParameterizedTest(name = "{1} {2}: {3}")
    @MethodSource("kinds")
    void every_answer_says_to_browsers_what_they_may_do_with_it(
            MizanClient who, String method, String path, int status, String type, String body) {
        var answer = send(who, method, path, type, body).expect(status);

        assertThat(answer.header("Request-Id").orElseThrow()).matches("req_[0-9a-f]{24}");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("X-Frame-Options")).contains("DENY");
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(answer.header("Permissions-Policy").orElseThrow()).contains("payment=()");
        assertThat(withoutSimulators(
                        path, answer.header("Content-Security-Policy").orElseThrow()))
                .contains("default-src '", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http:", "data:");
        // One of each: two policies would both hold, and two ids would tell nobody anything.
        answer.response().headers().map().forEach((name, values) -> assertThat(values)
                .as(name)
                .hasSize(name.equalsIgnoreCase("Set-Cookie") || name.equalsIgnoreCase("Vary") ? values.size() : 1));
        assertThat(answer.header("Server").orElse("")).as("no version").doesNotContainPattern("\\d");
        assertThat(answer.header("X-Powered-By")).isEmpty();
        assertThat(answer.body()).doesNotContain("Payara", "GlassFish", "Exception", "\tat ");
        var contentType = answer.header("Content-Type").orElse("");
        assertThat(answer.body().isEmpty() || !contentType.isEmpty()).isTrue();
        if (contentType.startsWith("text/") && !path.equals("/openapi")) {
            assertThat(contentType.toLowerCase(Locale.ROOT)).contains("charset=");
        }
        if (path.matches("/(admin|api|webhooks|sandbox|return|health|metrics|openapi).*")) {
            assertThat(answer.header("Cache-Control")).contains("no-store");
        }
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .allSatisfy(cookie ->
                        assertThat(cookie).containsIgnoringCase("; HttpOnly").containsIgnoringCase("; SameSite=Lax"));
    }

    /** The demonstration shop alone may send its customers on to the simulators by a form. */
    private static String withoutSimulators(String path, String policy) {
        var simulators = " " + TestBed.simulators().url();
        assertThat(policy.contains(simulators)).isEqualTo(path.startsWith("/shop"));
        return policy.replace(simulators, "");
    }

    static Stream<Arguments> kinds() {
        var stranger = TestBed.mizan();
        var merchant = merchant();
        var browser = TestBed.mizan().withPublishableKey();
        var preflight = TestBed.mizan()
                .with("Origin", TestBed.server().url().toString())
                .with("Access-Control-Request-Method", "POST");
        return Stream.of(
                        kind(merchant, "GET", "/api/v1/gateways", 200),
                        kind(
                                        merchant.with("Idempotency-Key", "headers-" + System.nanoTime()),
                                        "POST",
                                        "/api/v1/orders",
                                        201)
                                .with(JSON, Purchase.body().build().toString()),
                        kind(preflight, "OPTIONS", "/api/v1/orders", 204),
                        kind(merchant, "POST", "/api/v1/orders", 400).with(JSON, "nonsense"),
                        kind(stranger, "GET", "/api/v1/orders", 401),
                        kind(browser, "GET", "/api/v1/orders", 403),
                        kind(merchant, "GET", "/api/v1/nothing", 404),
                        kind(merchant, "PATCH", "/api/v1/orders", 405).with(JSON, "{}"),
                        kind(merchant.with("Accept", "text/html"), "GET", "/api/v1/orders", 406),
                        kind(merchant, "POST", "/api/v1/orders", 413).with(JSON, " ".repeat(64 * 1024 + 1)),
                        kind(merchant, "POST", "/api/v1/orders", 415).with("text/plain", "{}"),
                        kind(merchant, "GET", "/sandbox/clock", 200),
                        kind(stranger, "GET", "/sandbox/clock", 401),
                        kind(stranger, "POST", "/webhooks/stripe", 401).with(JSON, "{}"),
                        kind(stranger, "POST", "/webhooks/nobody", 404).with(JSON, "{}"),
                        kind(stranger, "GET", "/webhooks/stripe", 405),
                        kind(stranger, "POST", "/webhooks/stripe", 413).with(JSON, " ".repeat(256 * 1024 + 1)),
                        kind(stranger, "GET", "/return/stripe/att_nothing?t=x", 404),
                        kind(stranger, "GET", "/admin", 302),
                        kind(stranger, "GET", "/admin/orders", 302),
                        kind(stranger, "GET", "/admin/nothing", 302),
                        kind(stranger, "GET", "/admin/login", 200),
                        kind(stranger, "POST", "/admin/login", 403).with(FORM, "username=nobody&password=nothing"),
                        kind(stranger, "GET", "/assets/portal.css", 200),
                        kind(stranger, "GET", "/assets/nothing.css", 404),
                        kind(stranger, "GET", "/page/calm.css", 200),
                        kind(stranger, "GET", "/page/error", 404),
                        kind(stranger, "GET", "/shop", 302),
                        kind(stranger, "GET", "/shop/", 200),
                        kind(stranger, "GET", "/shop/shop.json", 200),
                        kind(stranger, "GET", "/shop/mizan-checkout.js", 200),
                        kind(stranger, "GET", "/shop/goods/", 404),
                        kind(stranger, "GET", "/shop/goods", 404),
                        kind(stranger, "PUT", "/shop/index.html", 403).with("text/plain", "x"),
                        kind(stranger, "GET", "/", 404),
                        kind(stranger, "GET", "/nothing", 404),
                        kind(stranger, "GET", "/WEB-INF/web.xml", 404),
                        kind(stranger, "GET", "/.git/config", 404),
                        kind(stranger, "GET", "/health", 200),
                        kind(stranger, "GET", "/health/live", 200),
                        kind(stranger, "GET", "/health/ready", 200),
                        kind(stranger, "GET", "/metrics", 200),
                        kind(stranger, "GET", "/openapi", 200),
                        kind(elsewhere(), "GET", "/metrics", 404),
                        kind(elsewhere(), "GET", "/openapi", 404),
                        kind(elsewhere(), "GET", "/admin/login", 404))
                .map(Kind::arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "/admin/login,            404",
        "/assets/portal.css,      200",
        "/metrics,                404",
        "/metrics/base,           404",
        "/openapi,                404",
        "/openapi/,               404",
        "/metrics;x=1,            404",
        "/health/ready,           200",
        "/shop/,                  200",
        "/api/v1/orders,          401",
    })
    void where_addresses_are_listed_the_portal_the_metrics_and_the_description_are_there_for_those_alone(
            String path, int status) {
        elsewhere().get(path).expect(status);
    }

    @Test
    void somebody_at_an_unlisted_address_cannot_sign_in() {
        var password = TestBed.secret(Secret.SUPPORT_PASSWORD);

        elsewhere()
                .send("POST", "/admin/login", FORM, "username=support&password=" + password)
                .expect(404);
    }

    /** Written by hand, for a client of the JDK refuses to send these. */
    @ParameterizedTest
    @ValueSource(strings = {"TRACE / HTTP/1.1", "TRACE /api/v1/orders HTTP/1.1", "TRACE /admin/login HTTP/1.1"})
    void nothing_is_echoed(String request) throws IOException {
        var answer = raw(request, "X-Secret: hush");

        assertThat(answer).doesNotStartWith("HTTP/1.1 200").doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /shop/..%2f..%2fWEB-INF/web.xml HTTP/1.1",
                "GET /shop/%2e%2e/WEB-INF/web.xml HTTP/1.1",
                "GET /shop/%00 HTTP/1.1",
                "GET /\\..\\WEB-INF\\web.xml HTTP/1.1"
            })
    void an_address_that_is_none_is_refused_and_nothing_told(String request) throws IOException {
        var answer = raw(request, "Accept: */*");

        assertThat(answer.lines().findFirst().orElseThrow()).matches("HTTP/1.1 4\\d\\d.*");
        assertThat(answer).doesNotContain("Exception", "web-app", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61dmin",
                "/%61dmin/orders",
                "/admin;x",
                "/admin;x=1/orders",
                "//admin",
                "//admin/orders",
                "/./admin/orders",
                "/shop/../admin/orders",
                "/admin%2forders",
                "/ADMIN",
                "/Admin/orders"
            })
    void however_the_portal_is_spelt_a_stranger_is_asked_to_sign_in_or_finds_nothing(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1", "Accept: text/html");

        if (answer.startsWith("HTTP/1.1 302")) {
            assertThat(answer).containsPattern("(?i)location: \\S*/admin/login\\s");
        } else {
            assertThat(answer).matches("(?s)HTTP/1.1 40[04].*\\r\\n\\r\\n.+");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%61dmin/orders",
                "/admin;x=1/orders",
                "//admin/orders",
                "/./admin/orders",
                "/shop/../admin/orders",
                "/ADMIN/orders"
            })
    void however_the_portal_is_spelt_whoever_is_signed_in_reads_it_or_finds_nothing(String path) throws IOException {
        var support = new PortalVisitor();
        support.signIn("support", TestBed.secret(Secret.SUPPORT_PASSWORD)).expect(303);
        support.get("/admin/orders").expect(200);

        var answer = raw("GET " + path + " HTTP/1.1", "Cookie: " + support.cookies());

        assertThat(answer).matches("(?s)HTTP/1.1 (200|404) .*").doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET //api/v1/orders",
                "GET /%61pi/v1/orders",
                "GET /admin/../api/v1/orders",
                "POST //webhooks/stripe",
                "POST /%77ebhooks/stripe",
                "GET //shop/"
            })
    void however_it_is_spelt_nothing_else_asks_for_a_sign_in(String request) throws IOException {
        var answer = raw(request + " HTTP/1.1", "Accept: text/html");

        assertThat(answer).matches("(?s)HTTP/1.1 (200|401|404) .*").doesNotContain("/admin/login");
    }

    private static Answer send(MizanClient who, String method, String path, String type, String body) {
        return method.equals("GET") ? who.get(path) : who.send(method, path, type, body);
    }

    /** From an address that is on no list. */
    private static MizanClient elsewhere() {
        return TestBed.mizan().with(Addresses.HEADER, "203.0.113.9");
    }

    private static String raw(String request, String header) throws IOException {
        var server = TestBed.server().url();
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write("%s\r\nHost: %s\r\nConnection: close\r\n%s\r\n\r\n"
                            .formatted(request, server.getAuthority(), header)
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Kind kind(MizanClient who, String method, String path, int status) {
        return new Kind(who, method, path, status, JSON, JsonObject.EMPTY_JSON_OBJECT.toString());
    }

    private record Kind(MizanClient who, String method, String path, int status, String type, String body) {
        Kind with(String otherType, String otherBody) {
            return new Kind(who, method, path, status, otherType, otherBody);
        }

        Arguments arguments() {
            return Arguments.of(who, method, path, status, type, body);
        }
    }
}
