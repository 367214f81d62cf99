package io.mizan.web.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a gateway cannot do is said, with its name and the operation's, and never imitated. */
class UnsupportedIT {
    private static final JsonObject NOTHING = JsonObject.EMPTY_JSON_OBJECT;
    private static final JsonObject A_CAPTURE =
            Json.createObjectBuilder().add("reference", "capture-1").build();

    @ParameterizedTest
    @CsvSource({
        "qpay, QAR, close",
        "qpay, QAR, void",
        "qpay, QAR, capture",
        "sadad, QAR, close",
        "sadad, QAR, void",
        "sadad, QAR, capture",
        "cybersource, QAR, close",
        "razorpay, USD, close",
        "razorpay, USD, void",
        "square, USD, void",
        "btcpay, QAR, void",
        "btcpay, QAR, capture",
    })
    void it_is_named_with_what_it_cannot_do(String gateway, String currency, String operation) {
        var problem = refused(started(gateway, currency), operation);

        assertThat(problem.getString("code")).isEqualTo("capability_not_supported");
        assertThat(problem.getString("gateway")).isEqualTo(gateway);
        assertThat(problem.getString("operation")).isEqualTo(operation);
        assertThat(problem.getString("detail")).containsIgnoringCase(gateway).contains(operation);
    }

    /** Whoever has the page before them may still pay, long after we show nobody the way to it any more. */
    @ParameterizedTest
    @CsvSource({"qpay, PT35M", "sadad, PT50M", "cybersource, PT35M"})
    void until_when_a_page_that_cannot_be_closed_takes_money_is_said(String gateway, Duration life) {
        var begun = Instant.now();

        var problem = refused(started(gateway, "QAR"), "close");

        assertThat(Instant.parse(problem.getString("payable_until")))
                .isAfter(begun.plus(life).minusSeconds(1));
    }

    private static JsonObject refused(String attempt, String operation) {
        boolean capture = operation.equals("capture");
        return Purchase.merchant()
                .post(
                        "/api/v1/attempts/" + attempt + (capture ? "/capture" : "/" + operation),
                        capture ? A_CAPTURE : NOTHING)
                .expect(422)
                .json();
    }

    private static String started(String gateway, String currency) {
        var order = Purchase.merchant()
                .post(
                        "/api/v1/orders",
                        Purchase.body().add("currency", currency).build())
                .expect(201)
                .json()
                .getString("id");
        return Purchase.merchant()
                .post(
                        "/api/v1/orders/" + order + "/attempts",
                        Json.createObjectBuilder().add("gateway", gateway).build())
                .expect(201)
                .json()
                .getString("id");
    }
}
