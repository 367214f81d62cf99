package io.mizan.admin.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.render.Language;
import io.mizan.admin.render.Words;
import io.mizan.chain.ChainFault;
import io.mizan.explanation.ExplanationTexts;
import io.mizan.fact.FactKind;
import io.mizan.invariant.Breach;
import io.mizan.invariant.Violation;
import io.mizan.invariant.Violation.Broken;
import io.mizan.invariant.Violation.Difference;
import io.mizan.invariant.Violation.Field;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever reads a proof need not read the log. */
class DifferencesTest {
    @Test
    void a_value_that_differs_is_named_and_told_in_words() {
        assertThat(told(new Difference("", Field.CAPTURED, "QAR 249.99", "QAR 250.00"), Language.ENGLISH))
                .isEqualTo("Collected: stored is QAR 249.99, and it should be QAR 250.00.");
        assertThat(told(new Difference("att_1", Field.STATE, "PENDING", "CAPTURED"), Language.ENGLISH))
                .startsWith("att_1, State: stored is ")
                .doesNotContain("PENDING", "CAPTURED");
        assertThat(told(new Difference("att_1", Field.LAST_DECLINE, "", "issuer_declined 05"), Language.ENGLISH))
                .isEqualTo(
                        "att_1, Last decline: stored is nothing, and it should be the bank said no without a reason (05).");
        assertThat(told(new Difference("", Field.STATUS, "PAID", "PENDING"), Language.ARABIC))
                .doesNotContainPattern("[A-Za-z]");
    }

    @Test
    void times_surprises_and_balances_are_told_in_the_language_of_whoever_reads() {
        var surprise = "late_success att_1 {captured=QAR 250.00, verdict=paid}";
        assertThat(told(new Difference("", Field.SURPRISES, surprise, ""), Language.ENGLISH))
                .contains("(att_1, Collected QAR 250.00, Against what was due all of it)")
                .doesNotContain("late_success", "{", "=");
        assertThat(told(new Difference("", Field.SURPRISES, surprise, ""), Language.ARABIC))
                .doesNotContain("late_success", "captured", "paid");
        var balances = "clearing/stripe/acct_1 QAR 250.00; receivable QAR -250.00";
        assertThat(told(new Difference("", Field.BALANCES, "suspense QAR 1.00", balances), Language.ENGLISH))
                .isEqualTo("Balances of the ledger: stored is Held as unexplained QAR 1.00, and it should be"
                        + " Held by stripe/acct_1 QAR 250.00; Owed by buyers QAR -250.00.");
        assertThat(told(new Difference("", Field.BALANCES, "suspense QAR 1.00", balances), Language.ARABIC))
                .doesNotContain("suspense", "clearing", "receivable");
        assertThat(told(new Difference("att_1", Field.PAYABLE_UNTIL, "2026-11-21T12:00:00Z", ""), Language.ARABIC))
                .doesNotContain("T12");
    }

    @Test
    void a_broken_chain_is_told_as_the_page_about_the_record_tells_it() {
        var fault = new ChainFault(ChainFault.Kind.ENTRY_CHANGED, "ord_1", 2);
        var violation = new Violation(
                11, "ord_1", "its chain is broken", Optional.empty(), Optional.of(fault), Optional.empty());

        assertThat(in(Language.ENGLISH).of(List.of(violation))).containsExactly("Entry 2 is not what was written.");
    }

    @Test
    void whatever_else_is_told_by_the_promise_that_is_not_kept() {
        var violation = new Violation(
                4, "ord_1", "has several open attempts", Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(in(Language.ENGLISH).of(List.of(violation)))
                .containsExactly("One attempt is open at a time: that is not so here. has several open attempts");
    }

    @Test
    void what_was_asked_of_a_gateway_is_told_in_words_with_its_attempt() {
        var broken = new Broken(Breach.GIVEN_UP_WITHOUT_CASE, List.of("open_checkout 1 of att_1"));
        var violation =
                new Violation(6, "ord_1", "as the log has it", Optional.empty(), Optional.empty(), Optional.of(broken));

        assertThat(in(Language.ENGLISH).of(List.of(violation)).get(0))
                .contains("for att_1 was given up")
                .doesNotContain("open_checkout");
        assertThat(in(Language.ARABIC).of(List.of(violation)).get(0).replace("att_1", ""))
                .doesNotContainPattern("[A-Za-z]");
    }

    @Test
    void a_request_whose_key_differs_or_that_nobody_takes_up_is_told_in_words_too() {
        var key = new Difference("capture 1 of att_1", Field.IDEMPOTENCY_KEY, "key_a", "key_b");
        assertThat(told(key, Language.ENGLISH))
                .isEqualTo("“collect the money” for att_1, Idempotency key: stored is key_a, and it should be key_b.");
        assertThat(told(Breach.COMMAND_NOT_TAKEN_UP, "open_checkout of att_1", Language.ENGLISH))
                .isEqualTo("“open a payment page” for att_1 is due, and nobody takes it up.");
    }

    @ParameterizedTest
    @EnumSource(FactKind.class)
    void a_fact_is_told_in_words_with_what_it_is_about(FactKind kind) {
        assertThat(told(Breach.FACT_NOT_AS_TOLD, kind.code() + " obj 1", Language.ENGLISH))
                .matches("“[A-Z][a-z ]+” about obj 1 is not what the timeline tells\\.");
        assertThat(told(Breach.FACT_WITHOUT_EVIDENCE, kind.code() + " 1", Language.ARABIC))
                .doesNotContainPattern("[A-Za-z]");
    }

    @ParameterizedTest
    @EnumSource(Breach.class)
    void what_must_not_be_is_told_in_words_of_the_reader(Breach breach) {
        var broken = new Broken(breach, List.of("1", "2", "3"));
        var violation =
                new Violation(1, "ord_1", "as the log has it", Optional.empty(), Optional.empty(), Optional.of(broken));

        assertThat(in(Language.ENGLISH).of(List.of(violation)).get(0))
                .matches("[A-Z1].*\\.")
                .doesNotContain("{", "the log");
        assertThat(in(Language.ARABIC).of(List.of(violation)).get(0))
                .matches(".*\\p{IsArabic}.*")
                .doesNotContainPattern("[A-Za-z{]");
    }

    private static String told(Breach breach, String value, Language language) {
        var broken = new Broken(breach, List.of(value));
        var violation =
                new Violation(1, "ord_1", "as the log has it", Optional.empty(), Optional.empty(), Optional.of(broken));
        return in(language).of(List.of(violation)).get(0);
    }

    private static String told(Difference difference, Language language) {
        var violation = new Violation(
                5, "ord_1", "as the log has it", Optional.of(difference), Optional.empty(), Optional.empty());
        return in(language).of(List.of(violation)).get(0);
    }

    private static Differences in(Language language) {
        return new Differences(
                new Words(language, Instant.parse("2026-11-21T12:00:00Z")),
                new ExplanationTexts(language.locale(), name -> "Stripe")::reason);
    }
}
