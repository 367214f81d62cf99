package io.mizan.attempt;

import static io.mizan.fact.FactBuilder.facts;
import static io.mizan.fact.FactBuilder.qar;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.fact.Fact;
import io.mizan.fact.FactBuilder;
import io.mizan.failure.FailureCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    private static final Terms DUE = new Terms(qar("250.00"), false);

    @ParameterizedTest(name = "{0} amounts to {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # facts                                              | state           | open  | verdict
                                                                 | CREATED         | true  | NOTHING
            opened                                               | PENDING         | true  | NOTHING
            refused                                              | FAILED          | false | NOTHING
            opened, declined@1                                   | PENDING         | true  | NOTHING
            opened, challenged@1                                 | REQUIRES_ACTION | true  | NOTHING
            opened, challenged@1, declined@2                     | PENDING         | true  | NOTHING
            opened, declined@1, challenged@2                     | REQUIRES_ACTION | true  | NOTHING
            opened, challenged@1, approved@2                     | PENDING         | true  | NOTHING
            opened, approved@1                                   | PENDING         | true  | NOTHING
            opened, approved@1, failed@9                         | FAILED          | false | NOTHING
            opened, expired@60                                   | EXPIRED         | false | NOTHING
            opened, canceled@5                                   | CANCELED        | false | NOTHING
            opened, expired@60, canceled@5                       | CANCELED        | false | NOTHING
            opened, authorized 250.00@1                          | AUTHORIZED      | true  | NOTHING
            opened, authorized 250.00@1, voided@2                | CANCELED        | false | NOTHING
            opened, authorized 250.00@1, lapsed@9                | EXPIRED         | false | NOTHING
            voided@2                                             | CANCELED        | false | NOTHING
            opened, authorized 250.00@1, captured 250.00@2       | CAPTURED        | false | PAID
            opened, captured 250.00@1                            | CAPTURED        | false | PAID
            captured 250.00@1                                    | CAPTURED        | false | PAID
            opened, declined@1, captured 250.00@2                | CAPTURED        | false | PAID
            opened, expired@60, captured 250.00@61               | CAPTURED        | false | PAID
            opened, captured 249.99@1                            | CAPTURED        | false | UNDERPAID
            opened, captured 250.01@1                            | CAPTURED        | false | OVERPAID
            opened, captured#a 100.00, captured#b 150.00         | CAPTURED        | false | PAID
            opened, captured 250.00, captured 240.00             | CAPTURED        | false | UNDERPAID
            opened, captured 250.00 USD                          | PENDING         | false | NOTHING
            opened, authorized#a 250.00, captured#c 250.00       | CAPTURED        | false | PAID
            opened, authorized#a 250.00, released#a              | PENDING         | true  | NOTHING
            opened, detected 250.00@1                            | PENDING         | true  | NOTHING
            opened, sent@61                                      | PENDING         | true  | NOTHING
            opened, sent#a@61, expired@60                        | PENDING         | true  | NOTHING
            opened, sent#a@61, expired@60, replaced#b            | PENDING         | true  | NOTHING
            opened, sent#a@61, expired@60, replaced#a            | EXPIRED         | false | NOTHING
            opened, sent#a@61, replaced#a, sent#b@62, expired@60 | PENDING         | true  | NOTHING
            opened, sent#a@1, failed                             | FAILED          | false | NOTHING
            opened, sent#a@1, canceled@2                         | CANCELED        | false | NOTHING
            opened, agreed#a@61, expired@60                      | EXPIRED         | false | NOTHING
            opened, sent#a@61, expired@60, total 250.00          | CAPTURED        | false | PAID
            opened, total 100.00@1, total 250.00@2               | CAPTURED        | false | PAID
            opened, total 250.00@2, total 100.00@1               | CAPTURED        | false | PAID
            opened, total 100.00@1, expired@60                   | CAPTURED        | false | UNDERPAID
            opened, captured 250.00, total 240.00                | CAPTURED        | false | PAID
            opened, captured 100.00, total#b 160.00              | CAPTURED        | false | OVERPAID
            """)
    void a_set_of_facts_amounts_to_one_state(String words, PaymentState state, boolean open, Verdict verdict) {
        var standing = Standing.of(facts(words), DUE);

        assertThat(standing.state()).isEqualTo(state);
        assertThat(standing.open()).isEqualTo(open);
        assertThat(standing.verdict()).isEqualTo(verdict);
    }

    /** Invariant 2. */
    @Test
    void money_in_another_currency_is_quarantined_and_pays_nothing() {
        var standing = Standing.of(facts("opened, captured 250.00 USD"), DUE);

        assertThat(standing.captured().isZero()).isTrue();
        assertThat(standing.quarantined()).containsEntry("USD", FactBuilder.money("250.00", "USD"));
    }

    @Test
    void two_amounts_for_one_capture_conflict_and_count_at_the_least() {
        var standing = Standing.of(facts("opened, captured 250.00, captured 200.00"), DUE);

        assertThat(standing.conflicting()).isTrue();
        assertThat(standing.captured()).isEqualTo(qar("200.00"));
    }

    @Test
    void an_authorization_that_was_captured_in_part_is_no_longer_live() {
        var standing =
                Standing.of(facts("opened, authorized 250.00@1, captured 100.00@2"), new Terms(qar("100.00"), false));

        assertThat(standing.authorizedLive().isZero()).isTrue();
        assertThat(standing.verdict()).isEqualTo(Verdict.PAID);
    }

    @Test
    void less_than_due_is_no_verdict_while_a_capture_of_ours_is_not_answered() {
        var standing = Standing.of(facts("opened, captured 100.00@2"), new Terms(qar("250.00"), true));

        assertThat(standing.verdict()).isEqualTo(Verdict.OUTSTANDING);
    }

    @Test
    void the_last_decline_is_the_one_that_the_provider_says_was_last() {
        var standing = Standing.of(
                List.of(
                        facts("declined#ch_2@9")
                                .get(0)
                                .with(Fact.CATEGORY, "expired_card")
                                .with(Fact.CODE, "expired"),
                        facts("declined#ch_1@3").get(0)),
                DUE);

        assertThat(standing.lastDecline()).contains(new Decline(FailureCategory.EXPIRED_CARD, "expired"));
    }

    /** Invariant 5. */
    @Property(tries = 500)
    void no_order_and_no_repetition_of_facts_changes_what_they_amount_to(
            @ForAll("factSets") List<Fact> set, @ForAll Random random) {
        var shuffledTwice = new ArrayList<Fact>(set);
        shuffledTwice.addAll(set);
        Collections.shuffle(shuffledTwice, random);

        assertThat(Standing.of(shuffledTwice, DUE)).isEqualTo(Standing.of(set, DUE));
    }

    @Property(tries = 500)
    void what_is_captured_never_shrinks_by_learning_of_another_object(@ForAll("factSets") List<Fact> set) {
        var more = new ArrayList<Fact>(set);
        more.add(facts("captured#another 1.00@1").get(0));

        assertThat(Standing.of(more, DUE).captured())
                .isEqualTo(Standing.of(set, DUE).captured().plus(qar("1.00")));
    }

    @Provide
    Arbitrary<List<Fact>> factSets() {
        return Arbitraries.of(
                        "opened",
                        "refused",
                        "challenged@1",
                        "challenged@4",
                        "approved@5",
                        "agreed#ch_1@1",
                        "agreed#ch_2",
                        "declined#ch_1@2",
                        "declined#ch_2@6",
                        "expired@60",
                        "canceled@7",
                        "failed@8",
                        "authorized 250.00@3",
                        "voided@9",
                        "lapsed@90",
                        "captured 250.00@10",
                        "captured 200.00@10",
                        "released@10",
                        "total 120.00@10",
                        "total 260.00@12",
                        "detected 250.00@4",
                        "captured#pi_2 50.00@11",
                        "captured#pi_3 70.00 USD@12")
                .map(word -> FactBuilder.facts(word).get(0))
                .list()
                .ofMaxSize(9);
    }
}
