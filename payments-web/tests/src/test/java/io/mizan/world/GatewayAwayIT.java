package io.mizan.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.Answer;
import io.mizan.testbed.Await;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A gateway that answers nobody is not asked by everybody. */
class GatewayAwayIT {
    /** More than the test bed's breaker takes. */
    private static final int MANY = 40;

    @AfterEach
    void the_gateway_is_back() {
        TestBed.simulator().delete("/control/api/rules").expect(204);
        TestBed.letPass(Duration.ofMinutes(6));
        Await.that("the gateway takes payments again", () -> begin().status() == 201);
    }

    @Test
    void new_payments_are_refused_at_once_and_a_call_finds_out_when_it_is_back() {
        TestBed.simulator()
                .post(
                        "/control/api/rules",
                        Json.createObjectBuilder()
                                .add("gateway", "stripe")
                                .add("kind", "server_error")
                                .add("times", "forever")
                                .build())
                .expect(201);

        var refused = refusedAfterSome();

        assertThat(refused.json().getString("code")).isEqualTo("gateway_unavailable");
        assertThat(refused.json().getString("customer_message")).contains("not available at the moment");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(1, 300);
        assertThat(offered()).doesNotContain("\"stripe\"").as("others go on").contains("\"gateway\"");
        assertThat(TestBed.mizan().get("/metrics").expect(200).body()).contains("mizan_gateway_outages");
    }

    private static Answer refusedAfterSome() {
        for (int begun = 0; begun < MANY; begun++) {
            var answer = begin();
            if (answer.status() == 503) {
                return answer;
            }
            answer.expect(201);
        }
        throw new AssertionError(MANY + " payments were begun with a gateway that does not answer");
    }

    private static Answer begin() {
        var body = Json.createObjectBuilder().add("gateway", "stripe").build();
        return TestBed.mizan()
                .withSecretKey()
                .post("/api/v1/orders/" + Shopper.orders().order() + "/attempts", body);
    }

    private static String offered() {
        return TestBed.mizan()
                .withSecretKey()
                .get("/api/v1/gateways")
                .expect(200)
                .body();
    }
}
