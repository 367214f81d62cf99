package io.mizan.gateways.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Nobody can close the page, so that it takes money as long as it lives. An attempt that nobody paid ends by inference,
 * once that time is over and not before, and is watched after it.
 */
public interface EndsUnpaidAttempts extends Contract {
    /** The rule by which an end was inferred names the time after which it is. */
    Pattern RULE = Pattern.compile("[a-z_]+_after_([0-9]+)m");

    /** More than a slow machine needs to open a page. */
    Duration A_WHILE = Duration.ofMinutes(4);

    @Test
    default void an_unpaid_attempt_ends_by_a_named_rule_when_no_page_of_it_lives_any_more() {
        var payment = payment().opened();
        var profile = payment.gateway().profile();

        var end = endAfter(payment, profile.watchFor()).orElseThrow();

        var rule = RULE.matcher(end.detail().get(Fact.RULE));
        assertThat(rule).matches();
        var after = Duration.ofMinutes(Long.parseLong(rule.group(1)));
        assertThat(end.detail()).containsEntry(Fact.BASIS, "inferred");
        assertThat(after).isGreaterThan(profile.payFor()).isLessThan(profile.watchFor());
        assertThat(endAfter(payment, after)).contains(end);
        assertThat(endAfter(payment, after.minus(A_WHILE))).isEmpty();
        assertThat(endAfter(payment, profile.payFor())).isEmpty();
    }

    @Test
    default void money_that_comes_after_that_end_is_told_as_long_as_it_is_watched() {
        var payment = payment().opened();
        var watchFor = payment.gateway().profile().watchFor();
        var ended = asked(payment, watchFor).orElseThrow();

        payment.then(provider()::paysWithACardThatWorks);

        assertThat(told(List.of(ended, asked(payment, watchFor).orElseThrow())).against(price()))
                .returns(PaymentState.CAPTURED, Told.Outcome::state)
                .returns(price(), Told.Outcome::captured)
                .returns(true, Told.Outcome::closed);
    }

    private static Optional<Fact> endAfter(Payment payment, Duration time) {
        return asked(payment, time).stream()
                .flatMap(told -> told.facts().stream())
                .filter(fact -> fact.kind() == FactKind.CHECKOUT_CLOSED)
                .findFirst();
    }

    private static Optional<Observation> asked(Payment payment, Duration time) {
        return Optional.of(payment.gateway().inquire(payment.targetAfter(time)))
                .filter(GatewayResult.Accepted.class::isInstance)
                .map(answer -> ((GatewayResult.Accepted) answer).observation());
    }
}
