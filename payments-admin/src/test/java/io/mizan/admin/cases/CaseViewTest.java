package io.mizan.admin.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.cases.CaseView.Fact;
import io.mizan.admin.render.Language;
import io.mizan.admin.render.Words;
import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.CaseState;
import io.mizan.id.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a person decides by is told in words. */
class CaseViewTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void codes_of_ours_are_told_in_words_and_amounts_as_they_are() {
        var evidence = Map.of("captured", "QAR 200.00", "verdict", "underpaid", "quarantined_USD", "USD 5.00");

        assertThat(told(evidence, Language.ENGLISH))
                .containsExactlyInAnyOrder(
                        new Fact("Collected", "QAR 200.00"),
                        new Fact("Against what was due", "too little"),
                        new Fact("Collected in another currency (USD)", "USD 5.00"));
    }

    @Test
    void why_nothing_is_known_and_who_said_it_is_told_in_words_beside_what_the_gateway_called_it() {
        var evidence = Map.of("gateway", "stripe", "code", "NEW_WORD", "category", "issuer_declined");
        assertThat(told(evidence, Language.ENGLISH))
                .containsExactlyInAnyOrder(
                        new Fact("Gateway", "Stripe"),
                        new Fact("The gateway’s word", "NEW_WORD"),
                        new Fact("Taken for", "the bank said no without a reason"));
        assertThat(told(Map.of("operation", "capture", "cause", "network"), Language.ARABIC))
                .extracting(Fact::value)
                .noneMatch(value -> value.matches(".*[A-Za-z].*"));
    }

    private static List<Fact> told(Map<String, String> evidence, Language language) {
        var known = new CaseSnapshot(
                new CaseId(new UUID(1, 1)),
                CaseKind.AMOUNT_MISMATCH,
                CaseState.OPEN,
                true,
                "att_1",
                Optional.empty(),
                Optional.empty(),
                CaseKind.AMOUNT_MISMATCH.proposedAction(),
                evidence,
                NOON,
                Optional.empty(),
                Optional.empty(),
                0);
        return CaseView.of(known, new Words(language, NOON), name -> "Stripe").evidence();
    }
}
