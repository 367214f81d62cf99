package io.mizan.web.problem;

import static io.mizan.web.checkout.Purchase.merchant;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.Answer;
import io.mizan.testbed.TestBed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolIT {
    @ParameterizedTest(name = "{0} {1} as {2}: {3} {4}")
    @CsvSource({
        "GET,    /api/v1/nothing,          application/json, 404, not_found",
        "GET,    /api/nothing,             application/json, 404, not_found",
        "GET,    /api/v1/orders/ord_1,     application/json, 404, not_found",
        "GET,    /api/application.wadl,    application/json, 404, not_found",
        "DELETE, /api/v1/orders,           application/json, 405, method_not_allowed",
        "POST,   /api/v1/orders,           text/plain,       415, unsupported_media_type",
        "POST,   /api/v1/orders,           application/xml,  415, unsupported_media_type",
        "POST,   /api/v1/orders,           application/json, 400, malformed_body",
        "GET,    /api/v1/orders?limit=0,   application/json, 400, invalid_field",
        "GET,    /api/v1/orders?limit=101, application/json, 400, invalid_field",
        "GET,    /api/v1/orders?cursor=x,  application/json, 400, invalid_field",
        "GET,    /api/v1/orders?status=x,  application/json, 400, invalid_field",
        "GET,    /api/v1/orders?page=2,    application/json, 400, unknown_field",
        "GET,    /api/v1/gateways?currency=qar, application/json, 400, invalid_field",
    })
    void what_http_itself_refuses_is_a_problem_too(
            String method, String path, String contentType, int status, String code) {
        var answer = (method.equals("POST")
                        ? merchant().send(method, path, contentType, "nonsense")
                        : merchant().send(method, path, contentType, ""))
                .expect(status);

        assertThat(answer.json().getString("code")).isEqualTo(code);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.json().getString("request_id"))
                .isEqualTo(answer.header("Request-Id").orElseThrow());
    }

    @Test
    void an_answer_of_no_accepted_type_is_refused() {
        var answer =
                merchant().with("Accept", "text/html").get("/api/v1/orders").expect(406);

        assertThat(answer.json().getString("code")).isEqualTo("not_acceptable");
    }

    @Test
    void a_body_beyond_the_bound_is_refused() {
        var answer = merchant()
                .send("POST", "/api/v1/orders", "application/json", " ".repeat(64 * 1024 + 1))
                .expect(413);

        assertThat(answer.json().getString("code")).isEqualTo("body_too_large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/orders", "/webhooks/stripe", "/return/x", "/shop/", "/nothing", "/shop/shop.json"})
    void every_answer_has_an_id_and_the_headers_that_keep_browsers_safe(String path) {
        Answer answer = TestBed.mizan().get(path);

        assertThat(answer.header("Request-Id").orElseThrow()).matches("req_[0-9a-f]{24}");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.header("Content-Security-Policy").orElseThrow())
                .contains("default-src", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.body()).doesNotContain("Payara", "Exception");
    }

    @Test
    void the_description_of_the_api_is_the_written_one() {
        var answer = TestBed.mizan()
                .with("Accept", "application/json")
                .get("/openapi")
                .expect(200);

        assertThat(answer.json().getJsonObject("info").getString("title")).isEqualTo("Mizan payments");
        assertThat(answer.json().getJsonObject("paths")).containsKey("/api/v1/orders/{id}/attempts");
    }
}
