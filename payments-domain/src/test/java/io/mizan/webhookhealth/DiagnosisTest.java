package io.mizan.webhookhealth;

import static io.mizan.webhookhealth.Arrival.DUPLICATE;
import static io.mizan.webhookhealth.Arrival.FORGED_ENCRYPTED;
import static io.mizan.webhookhealth.Arrival.FORGED_MALFORMED;
import static io.mizan.webhookhealth.Arrival.FORGED_MISMATCH;
import static io.mizan.webhookhealth.Arrival.FORGED_MISSING;
import static io.mizan.webhookhealth.Arrival.FORGED_REENCODED;
import static io.mizan.webhookhealth.Arrival.FORGED_STALE;
import static io.mizan.webhookhealth.Arrival.OTHER_ADDRESS;
import static io.mizan.webhookhealth.Arrival.STORED;
import static io.mizan.webhookhealth.Arrival.WRONG_ACCOUNT;
import static io.mizan.webhookhealth.Arrival.WRONG_MODE;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.GatewayName;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is seen has one likely cause: the first that fits. */
class DiagnosisTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Map<Arrival, Health.Arrivals> arrivals = new EnumMap<>(Arrival.class);
    private int outcomes;
    private int told;
    private Duration delay = Duration.ofSeconds(1);
    private int stranded;
    private int dead;
    private int late;
    private boolean silent;

    @Test
    void nothing_at_all_is_quiet() {
        assertThat(diagnosis()).isEqualTo(Diagnosis.QUIET);
    }

    @Test
    void what_comes_and_is_believed_is_healthy() {
        seen(20, STORED);
        happened(10, 10);

        assertThat(diagnosis()).isEqualTo(Diagnosis.HEALTHY);
    }

    @Test
    void what_nobody_can_read_waits_for_its_gateway() {
        stranded = 1;
        dead = 1;

        assertThat(diagnosis()).isEqualTo(Diagnosis.GATEWAY_MISSING);
    }

    @Test
    void what_never_fits_is_signed_with_another_secret() {
        seen(5, FORGED_MISMATCH);
        happened(5, 0);

        assertThat(diagnosis()).isEqualTo(Diagnosis.WRONG_SECRET);
    }

    @Test
    void what_would_fit_as_it_was_before_was_written_anew_on_its_way() {
        seen(1, FORGED_MISMATCH);
        seen(4, FORGED_REENCODED);

        assertThat(diagnosis()).isEqualTo(Diagnosis.REENCODED);
    }

    @Test
    void what_no_key_opens_is_encrypted_with_another_and_never_a_wrong_secret() {
        assertThat(Arrival.forged("encrypted_and_no_private_key_is_set")).isEqualTo(FORGED_ENCRYPTED);

        seen(2, FORGED_ENCRYPTED);
        happened(3, 2);
        assertThat(diagnosis()).isEqualTo(Diagnosis.NOT_OPENED);

        seen(20, STORED);
        happened(3, 3);
        assertThat(diagnosis()).isEqualTo(Diagnosis.SOME_NOT_OPENED);
    }

    @Test
    void what_is_signed_well_and_too_old_points_to_a_clock() {
        seen(4, FORGED_STALE);

        assertThat(diagnosis()).isEqualTo(Diagnosis.CLOCK);
    }

    @Test
    void calls_without_a_signature_are_told_apart() {
        seen(4, FORGED_MISSING);
        happened(1, 0);

        assertThat(diagnosis()).isEqualTo(Diagnosis.UNSIGNED);
    }

    @Test
    void what_was_written_anew_before_the_last_genuine_one_does_not_hide_a_wrong_secret_since() {
        seen(1, FORGED_REENCODED, NOON.minusSeconds(120));
        seen(9, STORED, NOON);
        seen(3, FORGED_MISMATCH, NOON.plusSeconds(60));
        happened(1, 0);

        assertThat(diagnosis()).isEqualTo(Diagnosis.WRONG_SECRET);
    }

    @Test
    void a_stranger_before_the_last_genuine_one_does_not_hide_that_signatures_are_missing_since() {
        seen(2, FORGED_MISMATCH, NOON.minusSeconds(120));
        seen(2, FORGED_STALE, NOON.minusSeconds(120));
        seen(9, DUPLICATE, NOON);
        seen(3, FORGED_MALFORMED, NOON.plusSeconds(60));
        happened(1, 0);

        assertThat(diagnosis()).isEqualTo(Diagnosis.UNSIGNED);
    }

    /** Anybody can post to the address: nobody is told to change a secret for that. */
    @Test
    void a_stranger_after_the_last_genuine_one_is_no_wrong_secret_while_nothing_is_missed() {
        seen(9, STORED, NOON);
        happened(9, 9);
        seen(20, FORGED_MISMATCH, NOON.plusSeconds(60));

        assertThat(diagnosis()).isEqualTo(Diagnosis.NOT_BELIEVED);
    }

    @Test
    void a_gateway_that_calls_from_elsewhere_and_is_missed_is_not_in_the_list() {
        seen(9, STORED, NOON);
        seen(16, OTHER_ADDRESS, NOON.plusSeconds(60));
        happened(10, 9);

        assertThat(diagnosis()).isEqualTo(Diagnosis.NOT_LISTED);
    }

    /** The cure of what never arrives, to correct the address at the gateway, would be the wrong one. */
    @Test
    void what_the_list_refuses_is_not_what_never_arrives() {
        seen(16, OTHER_ADDRESS);
        happened(3, 0);

        assertThat(diagnosis()).isEqualTo(Diagnosis.NOT_LISTED);
    }

    @Test
    void calls_from_elsewhere_are_never_healthy_even_before_anything_is_missed() {
        seen(9, STORED, NOON);
        seen(1, OTHER_ADDRESS, NOON.plusSeconds(60));

        assertThat(diagnosis()).isEqualTo(Diagnosis.OTHER_ADDRESSES);
    }

    @Test
    void calls_from_elsewhere_are_over_with_the_next_genuine_one() {
        seen(16, OTHER_ADDRESS, NOON.minusSeconds(60));
        seen(9, STORED, NOON);
        happened(9, 9);

        assertThat(diagnosis()).isEqualTo(Diagnosis.HEALTHY);
    }

    @Test
    void nobody_is_looked_for_at_other_addresses_who_never_calls() {
        silent = true;
        seen(1, OTHER_ADDRESS);

        assertThat(diagnosis()).isEqualTo(Diagnosis.SILENT);
    }

    @Test
    void a_stranger_who_knocks_is_not_taken_for_the_gateway() {
        seen(4, FORGED_MISMATCH);
        seen(9, STORED);

        assertThat(diagnosis()).isEqualTo(Diagnosis.KNOCKING);
    }

    @Test
    void test_messages_in_live_mode_are_called_that() {
        seen(9, STORED);
        seen(1, WRONG_MODE);

        assertThat(diagnosis()).isEqualTo(Diagnosis.WRONG_MODE);
    }

    @Test
    void a_gateway_that_never_calls_is_waited_for_by_nobody() {
        silent = true;

        assertThat(diagnosis()).isEqualTo(Diagnosis.SILENT);
    }

    @Test
    void messages_of_another_account_are_called_that() {
        seen(9, STORED);
        seen(1, WRONG_ACCOUNT);

        assertThat(diagnosis()).isEqualTo(Diagnosis.WRONG_ACCOUNT);
    }

    @Test
    void payments_that_nobody_tells_of_mean_that_the_address_is_wrong() {
        happened(3, 0);

        assertThat(diagnosis()).isEqualTo(Diagnosis.NOTHING_ARRIVES);
    }

    @Test
    void two_payments_that_nobody_told_of_say_nothing_yet() {
        happened(2, 0);

        assertThat(diagnosis()).isEqualTo(Diagnosis.QUIET);
    }

    @Test
    void more_than_a_tenth_that_was_not_told_is_a_loss() {
        seen(9, STORED);
        happened(20, 17);

        assertThat(diagnosis()).isEqualTo(Diagnosis.SOME_LOST);
    }

    @Test
    void a_tenth_is_none() {
        seen(9, STORED);
        happened(20, 18);

        assertThat(diagnosis()).isEqualTo(Diagnosis.HEALTHY);
    }

    @Test
    void what_lies_about_is_not_worked() {
        seen(9, STORED);
        late = 1;

        assertThat(diagnosis()).isEqualTo(Diagnosis.NOT_WORKED);
    }

    @Test
    void what_comes_minutes_later_is_slow() {
        seen(9, STORED);
        delay = Duration.ofMinutes(2);

        assertThat(diagnosis()).isEqualTo(Diagnosis.SLOW);
    }

    @Test
    void what_could_not_be_worked_comes_before_everything_else() {
        seen(9, FORGED_MISMATCH);
        dead = 1;

        assertThat(diagnosis()).isEqualTo(Diagnosis.DEAD);
    }

    @Test
    void every_reason_that_an_adapter_gives_has_its_counter() {
        assertThat(List.of(
                        "missing",
                        "malformed",
                        "mismatch",
                        "stale",
                        "reencoded",
                        "encrypted_and_no_private_key_is_set"))
                .map(Arrival::forged)
                .containsExactlyInAnyOrderElementsOf(Arrival.FORGED);
        assertThat(Arrival.foreign("wrong_mode")).isEqualTo(WRONG_MODE);
        assertThat(EnumSet.allOf(Arrival.class))
                .filteredOn(arrival -> arrival.code().startsWith("forged_"))
                .containsExactlyInAnyOrderElementsOf(Arrival.FORGED);
    }

    @Test
    void percentiles_are_of_the_nearest_rank() {
        var hundred =
                IntStream.rangeClosed(1, 100).mapToObj(Duration::ofSeconds).toList();

        assertThat(WebhookHealth.at(hundred, 50)).hasSeconds(50);
        assertThat(WebhookHealth.at(hundred, 95)).hasSeconds(95);
        assertThat(WebhookHealth.at(hundred, 99)).hasSeconds(99);
        assertThat(WebhookHealth.at(List.of(Duration.ofSeconds(7)), 50)).hasSeconds(7);
    }

    /** Strangers, a minute before the gateway. */
    private void seen(long calls, Arrival arrival) {
        seen(calls, arrival, Arrival.FORGED.contains(arrival) ? NOON.minusSeconds(60) : NOON);
    }

    private void seen(long calls, Arrival arrival, Instant lastAt) {
        arrivals.put(arrival, new Health.Arrivals(calls, lastAt));
    }

    private void happened(int known, int ofThemTold) {
        outcomes = known;
        told = ofThemTold;
    }

    private Diagnosis diagnosis() {
        return Diagnosis.of(new Health(
                new GatewayName("stripe"),
                silent,
                arrivals,
                outcomes,
                told,
                outcomes - told,
                Optional.of(new Health.Delays(delay, delay, delay)),
                stranded,
                0,
                0,
                dead,
                late));
    }
}
