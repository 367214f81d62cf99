package io.mizan.explanation;

import static io.mizan.explanation.DossierBuilder.anOrder;
import static io.mizan.explanation.DossierBuilder.qar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mizan.casework.CaseKind;
import io.mizan.fact.FactKind.Refund;
import io.mizan.failure.FailureCategory;
import io.mizan.money.Money;
import io.mizan.order.Fulfilment;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of money that went back, and of goods that did. */
class ReturnsExplainedTest {
    private static final Money ALL = qar(25000);

    @ParameterizedTest(name = "{0}")
    @MethodSource("refunds")
    void what_was_given_back_is_not_asked_for_again(String name, DossierBuilder order, Money left, Situation next) {
        var explanation = Explanation.of(order.build());

        assertThat(explanation.next().situation()).isEqualTo(next);
        assertThat(explanation.amount().due()).isEqualTo(ALL.minus(left));
        assertThat(explanation.amount().addsUp()).isTrue();
    }

    static Stream<Arguments> refunds() {
        return Stream.of(
                arguments(
                        "paid, taken back and refunded",
                        paid("re", ALL, Refund.SUCCEEDED).delivery(Fulfilment.REVOKED),
                        qar(0),
                        Situation.RETURNED),
                arguments(
                        "paid, taken back, the refund is on its way",
                        paid("re", ALL, Refund.PENDING).delivery(Fulfilment.REVOKED),
                        ALL,
                        Situation.RETURN_ON_ITS_WAY),
                arguments(
                        "paid, taken back, refunded in part",
                        paid("re", qar(10000), Refund.SUCCEEDED).delivery(Fulfilment.REVOKED),
                        qar(15000),
                        Situation.TAKEN_BACK),
                arguments(
                        "paid, taken back, the refund has failed after all",
                        anOrder()
                                .attempt(a -> a.pageShown()
                                        .captured(ALL)
                                        .refunded("re", ALL, Refund.SUCCEEDED)
                                        .refunded("re", ALL, Refund.FAILED))
                                .delivery(Fulfilment.REVOKED),
                        ALL,
                        Situation.TAKEN_BACK),
                arguments(
                        "paid and refunded before anything was delivered",
                        paid("re", ALL, Refund.SUCCEEDED),
                        qar(0),
                        Situation.RETURNED),
                arguments(
                        "paid, refunded in part, and the rest not delivered",
                        paid("re", qar(10000), Refund.SUCCEEDED),
                        qar(15000),
                        Situation.REST_UNDELIVERED),
                arguments(
                        "paid twice, the second payment refunded",
                        paidTwice("re", ALL, Refund.SUCCEEDED).openCase(CaseKind.DUPLICATE_PAYMENT),
                        ALL,
                        Situation.EXCESS_RETURNED),
                arguments(
                        "paid twice, the refund is on its way",
                        paidTwice("re", ALL, Refund.PENDING).openCase(CaseKind.DUPLICATE_PAYMENT),
                        qar(50000),
                        Situation.RETURN_ON_ITS_WAY),
                arguments(
                        "paid twice, the second payment refunded in part",
                        paidTwice("re", qar(10000), Refund.SUCCEEDED).openCase(CaseKind.DUPLICATE_PAYMENT),
                        qar(40000),
                        Situation.PAID_TWICE),
                arguments(
                        "paid twice, and both refunded",
                        anOrder()
                                .attempt(a -> a.pageShown().captured(ALL).refunded("re_1", ALL, Refund.SUCCEEDED))
                                .attempt(a -> a.pageShown().captured(ALL).refunded("re_2", ALL, Refund.SUCCEEDED))
                                .openCase(CaseKind.DUPLICATE_PAYMENT),
                        qar(0),
                        Situation.ALL_RETURNED),
                arguments(
                        "paid twice, refunded and settled",
                        paidTwice("re", ALL, Refund.SUCCEEDED),
                        ALL,
                        Situation.PAID_UNDELIVERED),
                arguments(
                        "paid too much, what was too much refunded",
                        anOrder()
                                .attempt(a ->
                                        a.pageShown().captured(qar(30000)).refunded("re", qar(5000), Refund.SUCCEEDED))
                                .openCase(CaseKind.AMOUNT_MISMATCH),
                        ALL,
                        Situation.EXCESS_RETURNED),
                arguments(
                        "paid too much, refunded and settled",
                        anOrder()
                                .attempt(a ->
                                        a.pageShown().captured(qar(30000)).refunded("re", qar(5000), Refund.SUCCEEDED)),
                        ALL,
                        Situation.REST_UNDELIVERED),
                arguments(
                        "paid too little, and refunded",
                        anOrder()
                                .attempt(a ->
                                        a.pageShown().captured(qar(20000)).refunded("re", qar(20000), Refund.SUCCEEDED))
                                .openCase(CaseKind.AMOUNT_MISMATCH),
                        qar(0),
                        Situation.ALL_RETURNED),
                arguments(
                        "paid in another currency, and refunded",
                        anOrder()
                                .attempt(a -> a.pageShown()
                                        .captured(Money.ofMinor(25000, "USD"))
                                        .refunded("re", Money.ofMinor(25000, "USD"), Refund.SUCCEEDED))
                                .openCase(CaseKind.CURRENCY_MISMATCH),
                        qar(0),
                        Situation.WRONG_CURRENCY_RETURNED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deliveries")
    void what_was_delivered_is_collected_and_not_given_away(String name, DossierBuilder order, Situation next) {
        var advice = Explanation.of(order.build()).next();

        assertThat(advice.situation()).isEqualTo(next);
    }

    static Stream<Arguments> deliveries() {
        var mismatch = CaseKind.AMOUNT_MISMATCH;
        return Stream.of(
                arguments(
                        "held and delivered",
                        anOrder()
                                .attempt(a -> a.manual().pageShown().authorized())
                                .delivery(Fulfilment.FULFILLED),
                        Situation.HELD_DELIVERED),
                arguments(
                        "paid too little and delivered",
                        anOrder()
                                .attempt(a -> a.pageShown().captured(qar(20000)))
                                .openCase(mismatch)
                                .delivery(Fulfilment.FULFILLED),
                        Situation.PAID_TOO_LITTLE_DELIVERED),
                arguments(
                        "paid too much and delivered",
                        anOrder()
                                .attempt(a -> a.pageShown().captured(qar(30000)))
                                .openCase(mismatch)
                                .delivery(Fulfilment.FULFILLED),
                        Situation.PAID_TOO_MUCH_DELIVERED),
                arguments(
                        "paid too little, settled",
                        anOrder().attempt(a -> a.pageShown().captured(qar(20000))),
                        Situation.PARTLY_PAID),
                arguments(
                        "paid too little, settled and delivered",
                        anOrder()
                                .attempt(a -> a.pageShown().captured(qar(20000)))
                                .delivery(Fulfilment.FULFILLED),
                        Situation.PARTLY_PAID_DELIVERED),
                arguments(
                        "paid too little, settled and refunded",
                        anOrder().attempt(a -> a.pageShown()
                                .captured(qar(20000))
                                .refunded("re", qar(20000), Refund.SUCCEEDED)),
                        Situation.RETURNED),
                arguments(
                        "paid in another currency and delivered",
                        anOrder()
                                .attempt(a -> a.pageShown().captured(Money.ofMinor(25000, "USD")))
                                .openCase(CaseKind.CURRENCY_MISMATCH)
                                .delivery(Fulfilment.FULFILLED),
                        Situation.WRONG_CURRENCY_DELIVERED),
                arguments(
                        "paid in another currency, and settled",
                        anOrder().attempt(a -> a.pageShown().captured(Money.ofMinor(25000, "USD"))),
                        Situation.PAID_IN_WRONG_CURRENCY),
                arguments(
                        "declined on a page that is open, and delivered",
                        anOrder()
                                .attempt(a -> a.pageShown().declined(FailureCategory.INSUFFICIENT_FUNDS, "51"))
                                .delivery(Fulfilment.FULFILLED),
                        Situation.DELIVERED_DECLINED));
    }

    private static DossierBuilder paid(String refund, Money amount, Refund how) {
        return anOrder().attempt(a -> a.pageShown().captured(ALL).refunded(refund, amount, how));
    }

    private static DossierBuilder paidTwice(String refund, Money amount, Refund how) {
        return paid(refund, amount, how).attempt(a -> a.pageShown().captured(ALL));
    }
}
