package io.mizan.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.order.OrderStatus;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Invariant 10: whatever happened, there is one advice, and it does not contradict what is known. */
class AdviceTest {
    private static final Set<Situation> MONEY_IS_LEFT = Set.of(
            Situation.PAID_TWICE,
            Situation.PAID_TOO_MUCH,
            Situation.PAID_TOO_LITTLE,
            Situation.PAID_LATE,
            Situation.TAKEN_BACK,
            Situation.PAID_UNDELIVERED,
            Situation.REST_UNDELIVERED,
            Situation.PARTLY_PAID,
            Situation.PARTLY_PAID_DELIVERED,
            Situation.PAID_TOO_MUCH_DELIVERED,
            Situation.PAID_TOO_LITTLE_DELIVERED,
            Situation.DONE);

    private static final Set<Situation> NOBODY_PAYS_AGAIN = Set.of(
            Situation.NOT_STARTED,
            Situation.PAGE_EXPIRED,
            Situation.PAGE_CANCELED,
            Situation.DECLINED,
            Situation.FAILED,
            Situation.GATEWAY_WAS_AWAY);

    private static final Set<Situation> CUSTOMER_PAYS = Set.of(
            Situation.CHALLENGED,
            Situation.DECLINED_FOR_GOOD,
            Situation.DECLINED_PAGE_OPEN,
            Situation.PAGE_OPEN,
            Situation.PAGE_NOT_SHOWN);

    @Property(tries = 2000)
    void every_order_that_can_be_has_an_explanation(@ForAll(supplier = AnyOrder.class) DossierBuilder order) {
        var explanation = Explanation.of(order.build());

        assertThat(explanation.next().situation()).isNotNull();
        assertThat(explanation.next().actor()).isNotNull();
        assertThat(explanation.amount().addsUp()).isTrue();
    }

    @Property(tries = 2000)
    void nobody_is_asked_to_pay_again_while_money_was_or_could_be_taken(
            @ForAll(supplier = AnyOrder.class) DossierBuilder order) {
        var dossier = order.build();
        boolean taken = dossier.order().captured().isPositive()
                || dossier.order().openAttempt().isPresent();

        var next = Explanation.of(dossier).next().situation();

        if (taken) {
            assertThat(next).isNotIn(NOBODY_PAYS_AGAIN);
        }
    }

    @Property(tries = 4000)
    void nobody_is_advised_to_pay_while_money_is_on_its_way_by_whatever_attempt(
            @ForAll(supplier = AnyOrder.class) DossierBuilder order) {
        var dossier = order.build();

        var next = Explanation.of(dossier).next().situation();

        if (dossier.attempts().stream().anyMatch(AttemptSnapshot::isUnderWay)) {
            assertThat(next).isNotIn(NOBODY_PAYS_AGAIN).isNotIn(CUSTOMER_PAYS);
        }
    }

    @Property(tries = 2000)
    void nothing_is_delivered_before_it_is_paid_in_full(@ForAll(supplier = AnyOrder.class) DossierBuilder order) {
        var dossier = order.build();

        var next = Explanation.of(dossier).next().situation();

        if (next == Situation.PAID_UNDELIVERED) {
            assertThat(dossier.order().status()).isEqualTo(OrderStatus.PAID);
        }
    }

    @Property(tries = 2000)
    void nobody_is_asked_to_give_back_or_to_deliver_for_what_has_gone_back(
            @ForAll(supplier = AnyOrder.class) DossierBuilder order) {
        var dossier = order.build();
        var explanation = Explanation.of(dossier);
        var givenBack = GivenBack.sum(
                explanation.amount().givenBack(), dossier.order().amount().currency());
        boolean nothingIsLeft = dossier.order().captured().isPositive()
                && dossier.order().captured().compareTo(givenBack) <= 0;

        if (nothingIsLeft) {
            assertThat(explanation.next().situation()).isNotIn(MONEY_IS_LEFT);
        }
    }

    @Property(tries = 2000)
    void every_turn_has_a_deadline_that_is_to_come_or_is_marked_overdue(
            @ForAll(supplier = AnyOrder.class) DossierBuilder order) {
        var dossier = order.build();

        var next = Explanation.of(dossier).next();

        assertThat(next.by().isEmpty()).isEqualTo(next.actor() == Actor.NOBODY);
        next.by().ifPresent(by -> assertThat(by.isAfter(dossier.now())).isEqualTo(!next.overdue()));
    }

    @Property(tries = 2000)
    void what_is_said_to_be_out_of_reach_never_happens(@ForAll(supplier = AnyOrder.class) DossierBuilder order) {
        var circumstances = Circumstances.of(new Picture(order.withoutCases().build()));

        assertThat(OutOfReach.reason(circumstances)).isEmpty();
    }
}
