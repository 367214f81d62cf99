package io.mizan.world;

import static io.mizan.world.Shopper.EMPTY_CARD;
import static io.mizan.world.Shopper.GOOD_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.Await;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Callbacks lost, doubled, reversed, late and forged; answers that never come; amounts that nobody asked for. */
class MisbehavingGatewayIT {
    /** Until an attempt of which nothing was heard is asked about, and a little more. */
    private static final Duration FIRST_QUESTION = Duration.ofSeconds(21);

    private static final Duration LATE = Duration.ofMinutes(2);
    /** Of one payment that succeeds. */
    private static final int CALLBACKS = 4;

    private static final JsonObject FOR_EVER =
            Json.createObjectBuilder().add("times", "forever").build();

    @Test
    void callbacks_that_are_lost_are_found_out_by_asking() {
        var shopper = Shopper.orders().when("never", FOR_EVER);
        shopper.pays(shopper.startsToPay(), GOOD_CARD);
        TestBed.letPass(FIRST_QUESTION);

        shopper.is("paid");
        assertThat(shopper.told("callback_received")).isZero();
        assertThat(shopper.told("inquiry_answered")).isEqualTo(1);
    }

    /** Invariant 14: each of them is answered, and counts once. */
    @Test
    void callbacks_that_come_twice_count_once() {
        var shopper = Shopper.orders().when("twice", FOR_EVER);
        shopper.pays(shopper.startsToPay(), GOOD_CARD);

        shopper.is("paid");
        awaitQuiet(shopper, CALLBACKS);
        assertThat(shopper.told("fact.captured")).isEqualTo(1);
        assertThat(shopper.told("callback_received")).isEqualTo(CALLBACKS);
        assertThat(shopper.told("merchant_event_recorded")).isEqualTo(1);
    }

    /** Invariant 5. */
    @Test
    void callbacks_that_come_last_first_end_the_same() {
        var shopper = Shopper.orders().when("reversed", FOR_EVER);
        var session = shopper.startsToPay();
        shopper.pays(session, EMPTY_CARD);
        shopper.pays(session, GOOD_CARD);

        shopper.is("paid");
        assertThat(shopper.told("fact.captured")).isEqualTo(1);
    }

    @Test
    void callbacks_that_come_late_confirm_what_asking_found_out() {
        var late = Json.createObjectBuilder()
                .add("seconds", LATE.toSeconds())
                .add("times", "forever")
                .build();
        var shopper = Shopper.orders().when("late", late);
        shopper.pays(shopper.startsToPay(), GOOD_CARD);
        TestBed.letPass(FIRST_QUESTION);
        shopper.is("paid");
        assertThat(shopper.told("callback_received")).isZero();

        TestBed.letPass(LATE);
        awaitQuiet(shopper, CALLBACKS);
        assertThat(shopper.told("fact.captured")).isEqualTo(1);
        assertThat(shopper.told("merchant_event_recorded")).isEqualTo(1);
    }

    @Test
    void a_forged_callback_is_not_believed() {
        var shopper = Shopper.orders().when("forged", FOR_EVER);
        shopper.pays(shopper.startsToPay(), GOOD_CARD);
        TestBed.letPass(FIRST_QUESTION);

        shopper.is("paid");
        assertThat(shopper.told("inquiry_answered")).isEqualTo(1);
    }

    @Test
    void an_amount_that_nobody_asked_for_pays_nothing_and_opens_a_case() {
        var less = Json.createObjectBuilder().add("amount", 24_000).build();
        var shopper = Shopper.orders().when("amount", less);
        shopper.pays(shopper.startsToPay(), GOOD_CARD);

        shopper.is("partially_paid");
        assertThat(shopper.told("case_opened")).isEqualTo(1);
        assertThat(shopper.told("merchant_event_recorded")).isZero();
    }

    /** Invariants 6 and 7. */
    @Test
    void an_answer_that_was_lost_after_the_gateway_acted_leads_to_one_session_and_not_two() {
        var lost = Json.createObjectBuilder()
                .add("operation", "create_session")
                .add("seconds", 12)
                .build();
        var shopper = Shopper.orders().when("time_out_after", lost);
        var session = shopper.startsToPay();

        assertThat(shopper.told("command_unknown")).isEqualTo(1);
        assertThat(sessionsOf(shopper.order())).isEqualTo(1);
        shopper.pays(session, GOOD_CARD);
        shopper.is("paid");
    }

    @Test
    void a_gateway_that_is_busy_is_asked_again_and_not_before_it_said() {
        var busy = Json.createObjectBuilder()
                .add("operation", "create_session")
                .add("seconds", 3)
                .build();
        var shopper = Shopper.orders().when("rate_limited", busy);
        var session = shopper.startsToPay();

        assertThat(shopper.told("command_retry")).isEqualTo(1);
        shopper.pays(session, GOOD_CARD);
        shopper.is("paid");
    }

    private static int sessionsOf(String order) {
        return TestBed.simulator()
                        .get("/control/api/stripe/sessions?limit=100")
                        .expect(200)
                        .body()
                        .split("\"reference\":\"" + order + "\"", -1)
                        .length
                - 1;
    }

    private static void awaitQuiet(Shopper shopper, int callbacks) {
        Await.that(
                "all callbacks to be worked",
                Duration.ofSeconds(60),
                () -> shopper.told("callback_received") == callbacks);
    }
}
