package io.mizan.web.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** QPay takes riyals alone, and the test bed offers it in Qatar and between 1.00 and 100,000.00. */
class GatewayChoiceIT {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'',                                       true",
        "?currency=QAR,                            true",
        "?currency=USD,                            false",
        "?currency=QAR&amount=100,                 true",
        "?currency=QAR&amount=99,                  false",
        "?currency=QAR&amount=10000000,            true",
        "?currency=QAR&amount=10000001,            false",
        "?currency=QAR&amount=25000&country=QA,    true",
        "?country=DE,                              false",
    })
    void what_is_to_be_paid_decides_what_is_offered(String query, boolean offered) {
        var names = offered(query);

        assertThat(names.contains("qpay")).isEqualTo(offered);
        assertThat(names).first().isEqualTo("stripe");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "?amount=100,                  missing_field, currency",
        "?currency=QAR&amount=1.5,     invalid_field, amount",
        "?currency=QAR&amount=0,       invalid_field, amount",
        "?country=Qatar,               invalid_field, country",
        "?gateway=qpay,                unknown_field, gateway",
    })
    void a_question_that_makes_no_sense_is_refused(String query, String code, String param) {
        var refusal = TestBed.mizan()
                .withSecretKey()
                .get("/api/v1/gateways" + query)
                .expect(400)
                .json();

        assertThat(refusal.getString("code")).isEqualTo(code);
        assertThat(refusal.getString("param")).isEqualTo(param);
    }

    @Test
    void what_is_not_offered_cannot_be_had_by_asking_for_it() {
        assertThat(refused("QAR", 99, "QA").getString("code")).isEqualTo("amount_out_of_range");
        assertThat(refused("QAR", 25_000, "DE").getString("code")).isEqualTo("country_not_supported");
        assertThat(refused("USD", 25_000, "QA").getString("code")).isEqualTo("currency_not_supported");
    }

    /** A list of addresses stands beside the signature: who is on it still has to sign. */
    @Test
    void callbacks_are_taken_from_listed_addresses_alone() {
        var stranger = TestBed.mizan();

        assertThat(stranger.post("/webhooks/qpay", Json.createObjectBuilder().build())
                        .status())
                .isEqualTo(403);
        assertThat(stranger.with("X-Forwarded-For", "203.0.113.9")
                        .post("/webhooks/qpay", Json.createObjectBuilder().build())
                        .status())
                .isEqualTo(401);
    }

    private static List<String> offered(String query) {
        return TestBed.mizan()
                .withSecretKey()
                .get("/api/v1/gateways" + query)
                .expect(200)
                .json()
                .getJsonArray("data")
                .stream()
                .map(gateway -> gateway.asJsonObject().getString("gateway"))
                .toList();
    }

    private static JsonObject refused(String currency, int minor, String country) {
        var mizan = TestBed.mizan().withSecretKey();
        var order = mizan.post(
                        "/api/v1/orders",
                        Json.createObjectBuilder()
                                .add("reference", "choice-" + System.nanoTime())
                                .add("currency", currency)
                                .add(
                                        "items",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("description", "A ticket")
                                                        .add("unit_amount", minor)
                                                        .add("quantity", 1)))
                                .add("customer", Json.createObjectBuilder().add("country", country))
                                .add("return_url", TestBed.server().url() + "/shop/")
                                .build())
                .expect(201)
                .json();
        return mizan.post(
                        "/api/v1/orders/" + order.getString("id") + "/attempts",
                        Json.createObjectBuilder().add("gateway", "qpay").build())
                .expect(422)
                .json();
    }
}
