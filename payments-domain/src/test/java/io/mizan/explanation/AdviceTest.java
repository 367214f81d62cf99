package io.mizan.explanation;

import static io.mizan.explanation.DossierBuilder.anOrder;
import static io.mizan.explanation.DossierBuilder.qar;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.casework.CaseKind;
import io.mizan.command.CommandState;
import io.mizan.fact.FactKind.AuthorizationEnd;
import io.mizan.fact.FactKind.Closing;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Operation;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Invariant 10: whatever happened, there is one advice, and it does not contradict what is known. */
class AdviceTest {
    private static final List<UnaryOperator<DossierBuilder.AttemptBuilder>> HAPPENINGS = List.of(
            a -> a.page(),
            a -> a.shown(),
            a -> a.cameBack(),
            a -> a.declined(FailureCategory.ISSUER_DECLINED, "do_not_honor"),
            a -> a.declined(FailureCategory.FRAUD_SUSPECTED, "fraudulent"),
            a -> a.requestRefused(),
            a -> a.challenged(),
            a -> a.onItsWay(),
            a -> a.authorized(),
            a -> a.released(AuthorizationEnd.EXPIRED),
            a -> a.captured(qar(25000)),
            a -> a.captured(qar(100)),
            a -> a.closed(Closing.EXPIRED),
            a -> a.closed(Closing.FAILED),
            a -> a.refused(FailureCategory.VALIDATION),
            a -> a.refused(FailureCategory.NETWORK),
            a -> a.asked(),
            a -> a.askNext(Duration.ofMinutes(5)),
            a -> a.manual(),
            a -> a.command(Operation.OPEN_CHECKOUT, CommandState.UNKNOWN),
            a -> a.command(Operation.CAPTURE, CommandState.SENT),
            a -> a.command(Operation.CLOSE, CommandState.DONE));

    private static final Set<Situation> NOBODY_PAYS_AGAIN = Set.of(
            Situation.NOT_STARTED,
            Situation.PAGE_EXPIRED,
            Situation.PAGE_CANCELED,
            Situation.DECLINED,
            Situation.FAILED,
            Situation.GATEWAY_WAS_AWAY);

    @Property(tries = 2000)
    void every_order_that_can_be_has_an_explanation(@ForAll("orders") DossierBuilder order) {
        var explanation = Explanation.of(order.build());

        assertThat(explanation.next().situation()).isNotNull();
        assertThat(explanation.next().actor()).isNotNull();
        assertThat(explanation.amount().addsUp()).isTrue();
    }

    @Property(tries = 2000)
    void nobody_is_asked_to_pay_again_while_money_was_or_could_be_taken(@ForAll("orders") DossierBuilder order) {
        var dossier = order.build();
        boolean taken = dossier.order().captured().isPositive()
                || dossier.order().openAttempt().isPresent();

        var next = Explanation.of(dossier).next().situation();

        if (taken) {
            assertThat(next).isNotIn(NOBODY_PAYS_AGAIN);
        }
    }

    @Property(tries = 2000)
    void nothing_is_delivered_before_it_is_paid_in_full(@ForAll("orders") DossierBuilder order) {
        var dossier = order.build();

        var next = Explanation.of(dossier).next().situation();

        if (next == Situation.PAID_UNDELIVERED) {
            assertThat(dossier.order().status()).isEqualTo(OrderStatus.PAID);
        }
    }

    @Property(tries = 2000)
    void every_turn_has_a_deadline_that_is_to_come_or_is_marked_overdue(@ForAll("orders") DossierBuilder order) {
        var dossier = order.build();

        var next = Explanation.of(dossier).next();

        assertThat(next.by().isEmpty()).isEqualTo(next.actor() == Actor.NOBODY);
        next.by().ifPresent(by -> assertThat(by.isAfter(dossier.now())).isEqualTo(!next.overdue()));
    }

    @Property(tries = 2000)
    void what_is_said_to_be_out_of_reach_never_happens(@ForAll("orders") DossierBuilder order) {
        var circumstances = Circumstances.of(new Picture(order.withoutCases().build()));

        assertThat(OutOfReach.reason(circumstances)).isEmpty();
    }

    @Provide
    Arbitrary<DossierBuilder> orders() {
        var attempt = Arbitraries.of(HAPPENINGS).list().ofMaxSize(6);
        var attempts = attempt.list().ofMaxSize(3);
        var cases = Arbitraries.of(CaseKind.class).set().ofMaxSize(2);
        var delivery = Arbitraries.of(Fulfilment.class);
        var end = Arbitraries.of("", "canceled", "expired");
        var hours = Arbitraries.integers().between(0, 30);
        return Combinators.combine(attempts, cases, delivery, end, hours).as((tries, found, told, ending, later) -> {
            var order = anOrder().delivery(told).readAfter(Duration.ofHours(later));
            for (var happenings : tries) {
                order.attempt(a -> happenings.stream().reduce(a, (b, happening) -> happening.apply(b), (b, c) -> c));
            }
            found.forEach(order::openCase);
            return switch (ending) {
                case "canceled" -> order.canceled();
                case "expired" -> order.expired();
                default -> order;
            };
        });
    }
}
