package io.mizan.gateways.square;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Refunding;
import io.mizan.gateways.contract.CallsUs;
import io.mizan.gateways.contract.ClosesPages;
import io.mizan.gateways.contract.GatewayContract;
import io.mizan.gateways.contract.GivesPartsBack;
import io.mizan.gateways.contract.OpensByCalling;
import io.mizan.gateways.contract.TakesAnotherCard;
import io.mizan.gateways.contract.TakesAnotherCurrency;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The adapter against Square's simulator: what every gateway must do, and what only Square can. */
class SquareContractIT extends GatewayContract
        implements OpensByCalling, TakesAnotherCard, TakesAnotherCurrency, CallsUs, ClosesPages, GivesPartsBack {
    private static final SimulatedSquare SQUARE = new SimulatedSquare();

    SquareContractIT() {
        super(SQUARE);
    }

    @Override
    public String anotherCurrency() {
        return "EUR";
    }

    @Test
    void a_refund_made_at_square_is_told_by_callback_and_by_inquiry_alike() {
        var payment = payment().opened().then(SQUARE::paysWithACardThatWorks).then(SQUARE::refunds);

        assertThat(refunds(payment.callbacks()))
                .containsAll(refunds(payment.answers()))
                .isNotEmpty();
    }

    /** Else a second attempt would be begun beside a page that takes cards still. */
    @Test
    void a_payment_that_square_gives_up_leaves_the_page_open_to_another_card() {
        var payment = payment().opened().then(page -> SQUARE.act(page, "give_up", Map.of()));
        assertThat(outcome(payment))
                .returns(PaymentState.PENDING, outcome -> outcome.state())
                .returns(true, outcome -> outcome.open());

        payment.then(SQUARE::paysWithACardThatWorks);
        assertThat(outcome(payment)).returns(Verdict.PAID, outcome -> outcome.verdict());
    }

    @Test
    void what_is_given_back_cannot_be_given_back_again() {
        var payment = payment().opened().then(SQUARE::paysWithACardThatWorks).then(SQUARE::refunds);
        var gateway = (Refunding) payment.gateway();

        var again = gateway.refund(
                payment.target(),
                new Refunding.RefundIntent("again", price(), price(), Optional.empty()),
                "again-" + payment.attempt());

        assertThat(payment.gateway().send(again))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "REFUND_AMOUNT_INVALID"));
    }

    @Test
    void an_attempt_of_which_only_the_payment_is_known_can_be_asked_about() {
        var payment = payment().opened().then(SQUARE::paysWithACardThatWorks);
        var id = payment.target().ref("payment").orElseThrow();

        assertThat(payment.gateway().inquire(payment.targetKnownBy(new ProviderRef("payment", id))))
                .isInstanceOfSatisfying(GatewayResult.Accepted.class, told -> assertThat(
                                told.observation().facts())
                        .extracting(Fact::kind)
                        .containsExactly(FactKind.CHECKOUT_OPENED, FactKind.CAPTURED));
    }

    @Test
    void a_wrong_token_is_a_matter_of_settings() {
        var stranger = SQUARE.gateway(Duration.ofSeconds(30), "not_the_token");

        assertThat(stranger.send(payment().opening()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "UNAUTHORIZED"));
    }

    private static Set<Fact.Identity> refunds(Collection<Observation> told) {
        return told.stream()
                .flatMap(observation -> observation.facts().stream())
                .map(Fact::identity)
                .filter(fact -> fact.kind() == FactKind.REFUND_STATUS)
                .collect(Collectors.toSet());
    }
}
