package io.mizan.checkout;

import static io.mizan.explanation.DossierBuilder.anOrder;
import static io.mizan.explanation.DossierBuilder.qar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mizan.checkout.CheckoutStatus.GivenBack;
import io.mizan.explanation.DossierBuilder;
import io.mizan.fact.FactKind.Refund;
import io.mizan.money.Money;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefundedTest {
    private static final Money PRICE = qar(25_000);

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void of_what_was_collected_the_customer_has_back(String order, DossierBuilder told, Optional<GivenBack> share) {
        assertThat(of(told).share()).isEqualTo(share);
    }

    private static Stream<Arguments> orders() {
        return Stream.of(
                arguments("paid", paid(), nothing()),
                arguments("the refund failed", refunded(25_000, Refund.FAILED), nothing()),
                arguments("all of it", refunded(25_000, Refund.SUCCEEDED), all()),
                arguments("all of it, on its way", refunded(25_000, Refund.PENDING), all()),
                arguments("all of it, to be claimed", refunded(25_000, Refund.REQUIRES_ACTION), all()),
                arguments("a little of it", refunded(100, Refund.SUCCEEDED), part()),
                arguments("nearly all of it, on its way", refunded(24_999, Refund.PENDING), part()),
                arguments("one of two payments", twice(qar(25_000), Refund.SUCCEEDED), excess()),
                arguments("one of two payments, on its way", twice(qar(25_000), Refund.PENDING), excess()),
                arguments("a part of the second payment", twice(qar(100), Refund.SUCCEEDED), excess()),
                arguments("the second payment, and some of the first", twice(qar(25_001), Refund.SUCCEEDED), part()),
                arguments("both payments", twice(qar(50_000), Refund.SUCCEEDED), all()),
                arguments("what was too much", collected(30_000, 5_000), excess()),
                arguments("more than was too much", collected(30_000, 5_001), part()),
                arguments("of too little a part", collected(20_000, 1), part()),
                arguments("of too little all", collected(20_000, 20_000), all()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("currencies")
    void each_currency_is_counted_by_itself(String order, DossierBuilder told, Optional<GivenBack> share) {
        assertThat(of(told).share()).isEqualTo(share);
    }

    private static Stream<Arguments> currencies() {
        return Stream.of(
                arguments("all that came, in another one", foreign(usd(7_000)), all()),
                arguments("a part of what came, in another one", foreign(usd(6_999)), part()),
                arguments("of what came in another one nothing, in one of which none came", foreign(qar(1)), nothing()),
                arguments("the other one, and the price was paid", both(usd(7_000)), excess()),
                arguments("a part of the other one, and the price was paid", both(usd(1)), excess()),
                arguments("the price, and not the other one", both(PRICE), part()),
                arguments("both", both(PRICE, usd(7_000)), all()),
                arguments("the one, and the other in part", both(PRICE, usd(6_999)), part()));
    }

    @Test
    void as_long_as_nothing_was_given_back_the_customer_is_thanked() {
        assertThat(of(paid()).message("Thank you.", "en")).isEqualTo("Thank you.");
    }

    @Test
    void who_has_all_of_the_money_back_is_told_so_and_not_thanked() {
        var refunded = of(refunded(25_000, Refund.SUCCEEDED));

        assertThat(refunded.message("Thank you.", "en"))
                .startsWith("The whole amount was given back to you.")
                .doesNotContain("Thank you");
        assertThat(refunded.message("Thank you.", "ar")).startsWith("أُعيد إليك المبلغ كاملًا.");
    }

    @Test
    void what_is_on_its_way_back_is_not_told_as_having_arrived() {
        assertThat(of(refunded(25_000, Refund.PENDING)).message("Thank you.", "en"))
                .startsWith("The whole amount is being given back to you.");
    }

    @Test
    void of_a_part_it_is_told_that_it_is_one() {
        assertThat(of(refunded(100, Refund.SUCCEEDED)).message("Thank you.", "en"))
                .startsWith("Thank you. A part of the payment was given");
    }

    @Test
    void whose_second_payment_was_given_back_is_not_told_of_a_part_of_the_price() {
        assertThat(of(twice(PRICE, Refund.SUCCEEDED)).message("Thank you.", "en"))
                .startsWith("Thank you. Money that came beyond the price was given back to you");
    }

    /** As with coins, for which nobody knows an address but the customer. */
    @Test
    void who_has_to_claim_the_money_is_told_so_and_not_that_it_is_on_its_way() {
        var claim = "To receive it, follow the link or the instructions that you were sent.";

        assertThat(of(refunded(25_000, Refund.REQUIRES_ACTION)).message("Thank you.", "en"))
                .isEqualTo("The whole amount is set aside to be given back to you. " + claim);
        assertThat(of(refunded(100, Refund.REQUIRES_ACTION)).message("Thank you.", "en"))
                .startsWith("Thank you. A part of the payment")
                .endsWith(claim);
    }

    @Test
    void once_it_was_claimed_nothing_is_left_to_claim() {
        var claimed = anOrder().attempt(first -> first.pageShown()
                .captured(PRICE)
                .refunded("re_1", PRICE, Refund.REQUIRES_ACTION)
                .refunded("re_1", PRICE, Refund.PENDING));

        assertThat(of(claimed).message("Thank you.", "en")).startsWith("The whole amount is being given back to you.");
    }

    private static Optional<GivenBack> nothing() {
        return Optional.empty();
    }

    private static Optional<GivenBack> excess() {
        return Optional.of(GivenBack.EXCESS);
    }

    private static Optional<GivenBack> part() {
        return Optional.of(GivenBack.PART);
    }

    private static Optional<GivenBack> all() {
        return Optional.of(GivenBack.ALL);
    }

    private static Money usd(long minor) {
        return Money.ofMinor(minor, "USD");
    }

    private static DossierBuilder paid() {
        return anOrder().attempt(first -> first.pageShown().captured(PRICE));
    }

    private static DossierBuilder refunded(long minor, Refund how) {
        return anOrder().attempt(first -> first.pageShown().captured(PRICE).refunded("re_1", qar(minor), how));
    }

    private static DossierBuilder twice(Money back, Refund how) {
        return paid().attempt(second -> second.pageShown().captured(PRICE).refunded("re_1", back, how));
    }

    private static DossierBuilder collected(long collected, long back) {
        return anOrder()
                .attempt(first ->
                        first.pageShown().captured(qar(collected)).refunded("re_1", qar(back), Refund.SUCCEEDED));
    }

    private static DossierBuilder foreign(Money back) {
        return anOrder()
                .attempt(first -> first.pageShown().captured(usd(7_000)).refunded("re_1", back, Refund.SUCCEEDED));
    }

    private static DossierBuilder both(Money... back) {
        return paid().attempt(second -> {
            var told = second.pageShown().captured(usd(7_000));
            for (var one : back) {
                told.refunded("re_" + one.currencyCode(), one, Refund.SUCCEEDED);
            }
            return told;
        });
    }

    private static Refunded of(DossierBuilder order) {
        var dossier = order.build();
        return Refunded.of(dossier.order(), dossier.attempts(), dossier.facts());
    }
}
