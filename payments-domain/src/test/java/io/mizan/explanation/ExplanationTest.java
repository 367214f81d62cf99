package io.mizan.explanation;

import static io.mizan.explanation.DossierBuilder.anOrder;
import static io.mizan.explanation.DossierBuilder.qar;
import static io.mizan.fact.Evidence.Source.INQUIRY;
import static io.mizan.fact.Evidence.Source.SIGNED_RETURN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mizan.casework.CaseKind;
import io.mizan.command.CommandState;
import io.mizan.explanation.Ground.Approved;
import io.mizan.explanation.Ground.CalledBack;
import io.mizan.explanation.Ground.Fulfilled;
import io.mizan.explanation.Ground.Reached;
import io.mizan.fact.FactKind.AuthorizationEnd;
import io.mizan.fact.FactKind.Closing;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Operation;
import io.mizan.money.Money;
import io.mizan.order.Fulfilment;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {
    private static final Money ALL = qar(25000);

    @ParameterizedTest(name = "{0}")
    @MethodSource("situations")
    void each_situation_has_four_answers_and_one_advice(
            String name,
            DossierBuilder order,
            Reached reached,
            Approved approved,
            CalledBack calledBack,
            Fulfilled fulfilled,
            Situation next) {
        var explanation = Explanation.of(order.build());

        assertThat(explanation.reached().ground()).as("reached").isEqualTo(reached);
        assertThat(explanation.approved().ground()).as("approved").isEqualTo(approved);
        assertThat(explanation.calledBack().ground()).as("called back").isEqualTo(calledBack);
        assertThat(explanation.fulfilled().ground()).as("fulfilled").isEqualTo(fulfilled);
        assertThat(explanation.next().situation()).as("next").isEqualTo(next);
    }

    static Stream<Arguments> situations() {
        return Stream.of(
                arguments(
                        "nothing started",
                        anOrder(),
                        Reached.NOT_SENT_YET,
                        Approved.NOT_ASKED_YET,
                        CalledBack.NOTHING_TO_TELL,
                        Fulfilled.NOT_PAID,
                        Situation.NOT_STARTED),
                arguments(
                        "page open, the gateway not asked yet",
                        anOrder().attempt(a -> a.pageShown()),
                        Reached.SENT_THERE,
                        Approved.NOTHING_HEARD,
                        CalledBack.NONE,
                        Fulfilled.NOT_PAID,
                        Situation.PAGE_OPEN),
                arguments(
                        "page open, the gateway says: not paid",
                        anOrder().attempt(a -> a.pageShown().asked().askNext(Duration.ofMinutes(32))),
                        Reached.SENT_THERE,
                        Approved.NOT_PAID_WHEN_ASKED,
                        CalledBack.NONE,
                        Fulfilled.NOT_PAID,
                        Situation.PAGE_OPEN),
                arguments(
                        "page open, its address never given out",
                        anOrder().attempt(a -> a.page()),
                        Reached.NOT_SENT_YET,
                        Approved.NOT_ASKED_YET,
                        CalledBack.NOTHING_TO_TELL,
                        Fulfilled.NOT_PAID,
                        Situation.PAGE_NOT_SHOWN),
                arguments(
                        "the customer came back, and nothing was heard",
                        anOrder().attempt(a -> a.pageShown().cameBack()),
                        Reached.CAME_BACK,
                        Approved.NOTHING_HEARD,
                        CalledBack.NONE,
                        Fulfilled.NOT_PAID,
                        Situation.CAME_BACK_UNDECIDED),
                arguments(
                        "declined, then nothing",
                        anOrder().attempt(a -> a.pageShown().declined(FailureCategory.INSUFFICIENT_FUNDS, "51")),
                        Reached.ACTED_THERE,
                        Approved.DECLINED_PAGE_OPEN,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.DECLINED_PAGE_OPEN),
                arguments(
                        "declined in a way that no retry helps",
                        anOrder().attempt(a -> a.pageShown().declined(FailureCategory.FRAUD_SUSPECTED, "fraudulent")),
                        Reached.ACTED_THERE,
                        Approved.DECLINED_PAGE_OPEN,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.DECLINED_FOR_GOOD),
                arguments(
                        "declined, and the page ran out",
                        anOrder().attempt(a -> a.pageShown()
                                .declined(FailureCategory.EXPIRED_CARD, "expired_card")
                                .closed(Closing.EXPIRED)),
                        Reached.ACTED_THERE,
                        Approved.DECLINED,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.DECLINED),
                arguments(
                        "challenge outstanding",
                        anOrder().attempt(a -> a.pageShown().challenged()),
                        Reached.ACTED_THERE,
                        Approved.CHALLENGED,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.CHALLENGED),
                arguments(
                        "declined, then challenged with another card",
                        anOrder().attempt(a -> a.pageShown()
                                .declined(FailureCategory.ISSUER_DECLINED, "do_not_honor")
                                .challenged()),
                        Reached.ACTED_THERE,
                        Approved.CHALLENGED,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.CHALLENGED),
                arguments(
                        "one card's money is on its way, and another was declined on the same page",
                        anOrder().attempt(a -> a.pageShown()
                                .oneTryOnItsWay()
                                .declined(FailureCategory.ISSUER_DECLINED, "do_not_honor")),
                        Reached.ACTED_THERE,
                        Approved.ON_ITS_WAY,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.ON_ITS_WAY),
                arguments(
                        "coins are seen, and no block holds them",
                        anOrder().attempt(a -> a.pageShown().sentUnconfirmed()),
                        Reached.ACTED_THERE,
                        Approved.SEEN_UNCONFIRMED,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.UNCONFIRMED),
                arguments(
                        "coins were sent after the page had run out, and no block holds them",
                        anOrder()
                                .attempt(a ->
                                        a.pageShown().closed(Closing.EXPIRED).sentUnconfirmed()),
                        Reached.ACTED_THERE,
                        Approved.SEEN_UNCONFIRMED,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.UNCONFIRMED),
                arguments(
                        "coins come to a page that has ended, after another was opened",
                        anOrder()
                                .attempt(a ->
                                        a.pageShown().closed(Closing.EXPIRED).sentUnconfirmed())
                                .attempt(a -> a.pageShown()),
                        Reached.ACTED_THERE,
                        Approved.SEEN_UNCONFIRMED,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.UNCONFIRMED),
                arguments(
                        "coins were sent once more with a higher fee, and the first transaction is gone",
                        anOrder().attempt(a -> a.pageShown().replaced()),
                        Reached.ACTED_THERE,
                        Approved.SEEN_UNCONFIRMED,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.UNCONFIRMED),
                arguments(
                        "the money is on its way for days",
                        anOrder().attempt(a -> a.pageShown().onItsWay()).readAfter(Duration.ofHours(20)),
                        Reached.ACTED_THERE,
                        Approved.ON_ITS_WAY,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.ON_ITS_WAY),
                arguments(
                        "the asynchronous payment failed",
                        anOrder().attempt(a -> a.pageShown().onItsWay().closed(Closing.FAILED)),
                        Reached.ACTED_THERE,
                        Approved.CLOSED_UNPAID,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.FAILED),
                arguments(
                        "authorized, awaiting our capture",
                        anOrder().attempt(a -> a.manual().pageShown().authorized()),
                        Reached.ACTED_THERE,
                        Approved.HELD,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.HELD_FOR_CAPTURE),
                arguments(
                        "authorized, the capture asked and not answered",
                        anOrder().attempt(a -> a.manual()
                                .pageShown()
                                .authorized()
                                .command(Operation.CAPTURE, CommandState.UNKNOWN)),
                        Reached.ACTED_THERE,
                        Approved.HELD,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.COLLECTING),
                arguments(
                        "authorized, then released",
                        anOrder()
                                .attempt(
                                        a -> a.manual().pageShown().authorized().released(AuthorizationEnd.VOIDED))
                                .canceled(),
                        Reached.ACTED_THERE,
                        Approved.RELEASED,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_DUE,
                        Situation.CALLED_OFF),
                arguments(
                        "paid, told by a webhook, not delivered",
                        anOrder().attempt(a -> a.pageShown().captured(ALL)),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.WEBHOOK,
                        Fulfilled.PAID_NOT_REPORTED,
                        Situation.PAID_UNDELIVERED),
                arguments(
                        "paid with coins, which no bank approves",
                        anOrder().attempt(a -> a.pageShown().sentUnconfirmed().received(ALL)),
                        Reached.ACTED_THERE,
                        Approved.RECEIVED,
                        CalledBack.WEBHOOK,
                        Fulfilled.PAID_NOT_REPORTED,
                        Situation.PAID_UNDELIVERED),
                arguments(
                        "paid, known by asking only",
                        anOrder().attempt(a -> a.pageShown().toldBy(INQUIRY).captured(ALL)),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.INQUIRY_ONLY,
                        Fulfilled.PAID_NOT_REPORTED,
                        Situation.PAID_UNDELIVERED),
                arguments(
                        "paid, known by asking because a message said to",
                        anOrder().attempt(a -> a.pageShown()
                                .toldBy(INQUIRY)
                                .captured(ALL)
                                .hinted()),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.HINTED,
                        Fulfilled.PAID_NOT_REPORTED,
                        Situation.PAID_UNDELIVERED),
                arguments(
                        "paid after a message about something else, known by asking only",
                        anOrder()
                                .attempt(a ->
                                        a.pageShown().hinted().toldBy(INQUIRY).captured(ALL)),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.INQUIRY_ONLY,
                        Fulfilled.PAID_NOT_REPORTED,
                        Situation.PAID_UNDELIVERED),
                arguments(
                        "a message came, and asking told nothing",
                        anOrder().attempt(a -> a.pageShown().hinted()),
                        Reached.SENT_THERE,
                        Approved.NOTHING_HEARD,
                        CalledBack.HINTED_ONLY,
                        Fulfilled.NOT_PAID,
                        Situation.PAGE_OPEN),
                arguments(
                        "declined by a webhook, but paid by asking only",
                        anOrder().attempt(a -> a.pageShown()
                                .declined(FailureCategory.INCORRECT_CVC, "incorrect_cvc")
                                .toldBy(INQUIRY)
                                .captured(ALL)),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.INQUIRY_ONLY,
                        Fulfilled.PAID_NOT_REPORTED,
                        Situation.PAID_UNDELIVERED),
                arguments(
                        "paid, told by the signed return",
                        anOrder()
                                .attempt(
                                        a -> a.pageShown().toldBy(SIGNED_RETURN).captured(ALL)),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.SIGNED_RETURN,
                        Fulfilled.PAID_NOT_REPORTED,
                        Situation.PAID_UNDELIVERED),
                arguments(
                        "paid and delivered",
                        anOrder().attempt(a -> a.pageShown().captured(ALL)).delivery(Fulfilment.FULFILLED),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.WEBHOOK,
                        Fulfilled.REPORTED,
                        Situation.DONE),
                arguments(
                        "paid, delivered and taken back",
                        anOrder().attempt(a -> a.pageShown().captured(ALL)).delivery(Fulfilment.REVOKED),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.WEBHOOK,
                        Fulfilled.TAKEN_BACK,
                        Situation.TAKEN_BACK),
                arguments(
                        "delivered, and the customer may be paying",
                        anOrder().attempt(a -> a.pageShown()).delivery(Fulfilment.FULFILLED),
                        Reached.SENT_THERE,
                        Approved.NOTHING_HEARD,
                        CalledBack.NONE,
                        Fulfilled.REPORTED,
                        Situation.DELIVERED_UNDECIDED),
                arguments(
                        "delivered without a payment",
                        anOrder()
                                .attempt(a -> a.pageShown().closed(Closing.EXPIRED))
                                .delivery(Fulfilment.FULFILLED),
                        Reached.SENT_THERE,
                        Approved.CLOSED_UNPAID,
                        CalledBack.WEBHOOK,
                        Fulfilled.REPORTED,
                        Situation.DELIVERED_UNPAID),
                arguments(
                        "opening planned, the gateway does not answer",
                        anOrder().attempt(a -> a.command(Operation.OPEN_CHECKOUT, CommandState.PLANNED)),
                        Reached.NOT_SENT_YET,
                        Approved.NOT_ASKED_YET,
                        CalledBack.NOTHING_TO_TELL,
                        Fulfilled.NOT_PAID,
                        Situation.OPENING),
                arguments(
                        "opening unknown",
                        anOrder().attempt(a -> a.command(Operation.OPEN_CHECKOUT, CommandState.UNKNOWN)),
                        Reached.PAGE_UNKNOWN,
                        Approved.NOT_ASKED_YET,
                        CalledBack.NOTHING_TO_TELL,
                        Fulfilled.NOT_PAID,
                        Situation.OPENING_UNKNOWN),
                arguments(
                        "the gateway refused what we sent",
                        anOrder().attempt(a -> a.refused(FailureCategory.VALIDATION)),
                        Reached.PAGE_REFUSED,
                        Approved.NOT_ASKED_YET,
                        CalledBack.NOTHING_TO_TELL,
                        Fulfilled.NOT_PAID,
                        Situation.REFUSED_BY_GATEWAY),
                arguments(
                        "the gateway was away until we gave up",
                        anOrder().attempt(a -> a.refused(FailureCategory.NETWORK)),
                        Reached.PAGE_REFUSED,
                        Approved.NOT_ASKED_YET,
                        CalledBack.NOTHING_TO_TELL,
                        Fulfilled.NOT_PAID,
                        Situation.GATEWAY_WAS_AWAY),
                arguments(
                        "inquiry overdue",
                        anOrder().attempt(a -> a.pageShown().asked().askNext(Duration.ofMinutes(10))),
                        Reached.SENT_THERE,
                        Approved.NOTHING_HEARD,
                        CalledBack.NONE,
                        Fulfilled.NOT_PAID,
                        Situation.INQUIRY_OVERDUE),
                arguments(
                        "the inquiry fails each time",
                        anOrder().attempt(a -> a.pageShown().asked().askNextFailsSince(Duration.ofMinutes(10))),
                        Reached.SENT_THERE,
                        Approved.NOTHING_HEARD,
                        CalledBack.NONE,
                        Fulfilled.NOT_PAID,
                        Situation.INQUIRY_OVERDUE),
                arguments(
                        "the page's time is over, the gateway has not said so",
                        anOrder().attempt(a -> a.pageShown()).readAfter(Duration.ofMinutes(62)),
                        Reached.SENT_THERE,
                        Approved.NOT_TOLD_SINCE,
                        CalledBack.NONE,
                        Fulfilled.NOT_PAID,
                        Situation.PAGE_TIME_OVER),
                arguments(
                        "asked while the page could be paid, and not answered since its time is over",
                        anOrder()
                                .attempt(a -> a.pageShown().asked().askNext(Duration.ofMinutes(63)))
                                .readAfter(Duration.ofMinutes(62)),
                        Reached.SENT_THERE,
                        Approved.NOT_TOLD_SINCE,
                        CalledBack.NONE,
                        Fulfilled.NOT_PAID,
                        Situation.PAGE_TIME_OVER),
                arguments(
                        "closing the page",
                        anOrder().attempt(a -> a.pageShown().command(Operation.CLOSE, CommandState.SENT)),
                        Reached.SENT_THERE,
                        Approved.NOTHING_HEARD,
                        CalledBack.NONE,
                        Fulfilled.NOT_PAID,
                        Situation.CLOSING),
                arguments(
                        "the page ran out, the order has not",
                        anOrder().attempt(a -> a.pageShown().closed(Closing.EXPIRED)),
                        Reached.SENT_THERE,
                        Approved.CLOSED_UNPAID,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.PAGE_EXPIRED),
                arguments(
                        "the page was called off",
                        anOrder().attempt(a -> a.pageShown().toldBy(INQUIRY).closed(Closing.CANCELED)),
                        Reached.SENT_THERE,
                        Approved.CLOSED_UNPAID,
                        CalledBack.INQUIRY_ONLY,
                        Fulfilled.NOT_PAID,
                        Situation.PAGE_CANCELED),
                arguments(
                        "the order's time is up, and it is not expired yet",
                        anOrder().readAfter(Duration.ofHours(25)),
                        Reached.NOT_SENT_YET,
                        Approved.NOT_ASKED_YET,
                        CalledBack.NOTHING_TO_TELL,
                        Fulfilled.NOT_PAID,
                        Situation.TIME_IS_UP),
                arguments(
                        "expired, and nobody ever began",
                        anOrder().expired(),
                        Reached.NEVER_SENT,
                        Approved.NEVER_ASKED,
                        CalledBack.NOTHING_TO_TELL,
                        Fulfilled.NOT_DUE,
                        Situation.LAPSED),
                arguments(
                        "expired after a page that was never used, as far as we heard",
                        anOrder()
                                .attempt(a -> a.pageShown().closed(Closing.EXPIRED))
                                .expired(),
                        Reached.SENT_THERE,
                        Approved.CLOSED_UNPAID,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_DUE,
                        Situation.LAPSED),
                arguments(
                        "canceled",
                        anOrder()
                                .attempt(a -> a.pageShown().closed(Closing.CANCELED))
                                .canceled(),
                        Reached.SENT_THERE,
                        Approved.CLOSED_UNPAID,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_DUE,
                        Situation.CALLED_OFF),
                arguments(
                        "late success",
                        anOrder()
                                .attempt(a ->
                                        a.pageShown().closed(Closing.EXPIRED).captured(ALL))
                                .expired()
                                .openCase(CaseKind.LATE_SUCCESS),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.WEBHOOK,
                        Fulfilled.PAID_NOT_REPORTED,
                        Situation.PAID_LATE),
                arguments(
                        "late success, delivered since",
                        anOrder()
                                .attempt(a ->
                                        a.pageShown().closed(Closing.EXPIRED).captured(ALL))
                                .expired()
                                .openCase(CaseKind.LATE_SUCCESS)
                                .delivery(Fulfilment.FULFILLED),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.WEBHOOK,
                        Fulfilled.REPORTED,
                        Situation.DONE),
                arguments(
                        "paid twice",
                        anOrder()
                                .attempt(a -> a.pageShown().captured(ALL))
                                .attempt(a -> a.pageShown().captured(ALL))
                                .openCase(CaseKind.DUPLICATE_PAYMENT),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.WEBHOOK,
                        Fulfilled.PAID_NOT_REPORTED,
                        Situation.PAID_TWICE),
                arguments(
                        "underpaid",
                        anOrder()
                                .attempt(a -> a.pageShown().captured(qar(20000)))
                                .openCase(CaseKind.AMOUNT_MISMATCH),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.PAID_TOO_LITTLE),
                arguments(
                        "overpaid",
                        anOrder()
                                .attempt(a -> a.pageShown().captured(qar(30000)))
                                .openCase(CaseKind.AMOUNT_MISMATCH),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.PAID_TOO_MUCH),
                arguments(
                        "paid in another currency",
                        anOrder()
                                .attempt(a -> a.pageShown().captured(Money.ofMinor(25000, "USD")))
                                .openCase(CaseKind.CURRENCY_MISMATCH),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.WRONG_CURRENCY),
                arguments(
                        "two messages tell different amounts",
                        anOrder()
                                .attempt(a -> a.pageShown().captured(ALL).captured(qar(24000)))
                                .openCase(CaseKind.CONFLICTING_FACTS)
                                .openCase(CaseKind.AMOUNT_MISMATCH),
                        Reached.ACTED_THERE,
                        Approved.COLLECTED,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.CONFLICTING_AMOUNTS),
                arguments(
                        "a capture given up",
                        anOrder()
                                .attempt(a -> a.manual()
                                        .pageShown()
                                        .authorized()
                                        .command(Operation.CAPTURE, CommandState.GIVEN_UP))
                                .openCase(CaseKind.COMMAND_GIVEN_UP),
                        Reached.ACTED_THERE,
                        Approved.HELD,
                        CalledBack.WEBHOOK,
                        Fulfilled.NOT_PAID,
                        Situation.COMMAND_GIVEN_UP),
                arguments(
                        "declined in the first attempt, nothing heard of the second",
                        anOrder()
                                .attempt(a -> a.pageShown()
                                        .declined(FailureCategory.ISSUER_DECLINED, "do_not_honor")
                                        .closed(Closing.CANCELED))
                                .attempt(a -> a.pageShown()),
                        Reached.ACTED_THERE,
                        Approved.NOTHING_HEARD,
                        CalledBack.NONE,
                        Fulfilled.NOT_PAID,
                        Situation.PAGE_OPEN));
    }

    @Test
    void every_situation_but_four_rare_ones_is_in_the_tables() {
        var shown = EnumSet.noneOf(Situation.class);
        situations().forEach(example -> shown.add((Situation) example.get()[6]));
        ReturnsExplainedTest.refunds().forEach(example -> shown.add((Situation) example.get()[3]));
        ReturnsExplainedTest.deliveries().forEach(example -> shown.add((Situation) example.get()[2]));

        var missing = EnumSet.complementOf(shown);

        assertThat(missing)
                .containsExactlyInAnyOrder(
                        Situation.TURNED_AWAY, Situation.UNDECIDED, Situation.MESSAGE_NOT_READ, Situation.HELD);
    }

    @Test
    void the_deadline_is_that_of_what_runs_out_first() {
        var held = Explanation.of(
                anOrder().attempt(a -> a.manual().pageShown().authorized()).build());
        var pageOpen = Explanation.of(anOrder().attempt(a -> a.pageShown()).build());
        var notStarted = Explanation.of(anOrder().build());

        assertThat(held.next().by()).contains(DossierBuilder.PLACED.plus(Duration.ofDays(7)));
        assertThat(pageOpen.next().by()).contains(DossierBuilder.PLACED.plus(Duration.ofMinutes(61)));
        assertThat(notStarted.next().by()).contains(DossierBuilder.PLACED.plus(Duration.ofHours(24)));
    }

    @Test
    void having_heard_nothing_is_never_a_no() {
        situations()
                .map(example -> Explanation.of(((DossierBuilder) example.get()[1]).build()))
                .flatMap(explanation -> Stream.of(explanation.approved(), explanation.calledBack()))
                .filter(answer -> answer.says() == Says.NO && answer.ground() != Approved.NEVER_ASKED)
                .forEach(answer -> assertThat(answer.evidence()).isNotEmpty());
    }
}
