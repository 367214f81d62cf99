package io.mizan.intake;

import static io.mizan.fact.FactBuilder.STRIPE;
import static io.mizan.fact.FactBuilder.facts;
import static io.mizan.fact.FactBuilder.qar;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.reducing;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.Standing;
import io.mizan.attempt.Terms;
import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.ledger.Balance;
import io.mizan.money.Money;
import io.mizan.order.OrderStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStandingTest {
    private static final OrderId ORDER = new OrderId(new UUID(7, 0));
    private static final AttemptId FIRST = new AttemptId(new UUID(7, 1));
    private static final AttemptId SECOND = new AttemptId(new UUID(7, 2));

    @ParameterizedTest(name = "{0} / {1} / {2} makes the order {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            # first attempt                        | second attempt                          | decision | status         | findings
            -                                      | -                                       | -        | PENDING        | -
            opened, declined@1                     | -                                       | -        | PENDING        | -
            opened, authorized 250.00@1            | -                                       | -        | AUTHORIZED     | -
            opened, captured 250.00@1              | -                                       | -        | PAID           | -
            opened, declined@1, expired@60         | opened#cs_2, captured#pi_2 250.00@70    | -        | PAID           | -
            opened                                 | -                                       | expired  | EXPIRED        | -
            opened, canceled@3                     | -                                       | canceled | CANCELED       | -
            opened, canceled@3                     | -                                       | both     | CANCELED       | -
            opened, expired@60, captured 250.00@61 | -                                       | -        | PAID           | LATE_SUCCESS
            opened, expired@60, punctual 100.00    | -                                       | -        | PARTIALLY_PAID | AMOUNT_MISMATCH
            opened, expired@60, total 100.00       | -                                       | -        | PARTIALLY_PAID | AMOUNT_MISMATCH LATE_SUCCESS
            opened, expired@60, punctual 100.00, total 250.00 | -                            | -        | PAID           | LATE_SUCCESS
            opened, failed@60, punctual 250.00     | -                                       | -        | PAID           | LATE_SUCCESS
            opened, captured 250.00@61             | -                                       | expired  | PAID           | LATE_SUCCESS
            opened, captured 250.00@1              | opened#cs_2, captured#pi_2 250.00@2     | -        | PAID           | DUPLICATE_PAYMENT
            opened, captured 240.00@1              | -                                       | -        | PARTIALLY_PAID | AMOUNT_MISMATCH
            opened, captured 260.00@1              | -                                       | -        | PARTIALLY_PAID | AMOUNT_MISMATCH
            opened, captured 250.00 USD@1          | -                                       | -        | PENDING        | CURRENCY_MISMATCH
            opened, captured 250.00, captured 240.00 | -                                     | -        | PARTIALLY_PAID | AMOUNT_MISMATCH CONFLICTING_FACTS
            """)
    void the_facts_of_all_attempts_make_one_status_and_name_what_surprises(
            String first, String second, String decision, OrderStatus status, String findings) {
        var standing = standing(parts(first, second), decisions(decision));

        assertThat(standing.status()).isEqualTo(status);
        assertThat(standing.findings().stream()
                        .map(found -> found.kind().name())
                        .sorted()
                        .collect(joining(" ")))
                .isEqualTo(findings == null ? "" : findings);
    }

    /** Invariant 9. */
    @ParameterizedTest(name = "{0} / {1} leaves {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
            opened                       | -                                    | -
            captured 250.00@1            | -                                    | clearing QAR 250.00, receivable QAR -250.00
            captured 240.00@1            | -                                    | clearing QAR 240.00, suspense QAR -240.00
            captured 250.00@5            | captured#pi_2 250.00@2               | clearing QAR 500.00, receivable QAR -250.00, suspense QAR -250.00
            captured 250.00 USD@5        | -                                    | clearing USD 250.00, suspense USD -250.00
            """)
    void captured_money_stands_in_clearing_against_what_it_pays_or_against_suspense(
            String first, String second, String expected) {
        var balances = standing(parts(first, second), List.of()).balances();

        assertThat(summed(balances)).isEqualTo(expected == null ? "" : expected);
        assertThat(balances.stream()
                        .mapToLong(balance -> balance.amount().amountMinor())
                        .sum())
                .isZero();
    }

    @Test
    void of_two_attempts_that_paid_the_gateway_says_which_was_first() {
        var standing = standing(parts("captured 250.00@5", "captured#pi_2 250.00@2"), List.of());

        assertThat(standing.accepted()).contains(SECOND);
    }

    /** Invariant 5. */
    @Test
    void the_order_in_which_attempts_are_looked_at_does_not_matter() {
        var parts = parts("captured 250.00@5, expired@3", "captured#pi_2 250.00@5");
        var reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);

        var one = standing(parts, List.of());
        var other = standing(reversed, List.of());
        assertThat(other.status()).isEqualTo(one.status());
        assertThat(other.accepted()).isEqualTo(one.accepted());
        assertThat(other.findings()).containsExactlyInAnyOrderElementsOf(one.findings());
        assertThat(summed(other.balances())).isEqualTo(summed(one.balances()));
    }

    private static OrderStanding standing(List<OrderStanding.Part> parts, List<Fact> decisions) {
        return OrderStanding.of(ORDER, qar("250.00"), parts, decisions);
    }

    private static List<OrderStanding.Part> parts(String first, String second) {
        var parts = new ArrayList<OrderStanding.Part>();
        parts.add(part(FIRST, first));
        if (second != null) {
            parts.add(part(SECOND, second));
        }
        return parts;
    }

    private static OrderStanding.Part part(AttemptId id, String words) {
        return new OrderStanding.Part(id, STRIPE, Standing.of(facts(words), new Terms(qar("250.00"), false)));
    }

    private static List<Fact> decisions(String decision) {
        var canceled = Fact.of(FactKind.ORDER_CANCELED, Account.OURS, ORDER.toString());
        var expired = Fact.of(FactKind.ORDER_EXPIRED, Account.OURS, ORDER.toString());
        if (decision == null) {
            return List.of();
        }
        return switch (decision) {
            case "canceled" -> List.of(canceled);
            case "expired" -> List.of(expired);
            default -> List.of(canceled, expired);
        };
    }

    private static String summed(List<Balance> balances) {
        return balances.stream()
                .map(balance -> new Balance(balance.account().replaceAll("/.*", ""), balance.amount()))
                .collect(groupingBy(
                        balance -> balance.account() + " " + balance.amount().currencyCode(),
                        TreeMap::new,
                        reducing(0L, b -> b.amount().amountMinor(), Long::sum)))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " "
                        + Money.ofMinor(entry.getValue(), entry.getKey().split(" ", -1)[1])
                                .toDecimal())
                .collect(joining(", "));
    }
}
