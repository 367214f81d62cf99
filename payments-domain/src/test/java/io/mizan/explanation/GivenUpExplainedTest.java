package io.mizan.explanation;

import static io.mizan.explanation.DossierBuilder.anOrder;
import static io.mizan.explanation.DossierBuilder.qar;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseSnapshot;
import io.mizan.command.CommandState;
import io.mizan.gateway.Operation;
import io.mizan.money.Money;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of a capture of which nobody knows what became of it. */
class GivenUpExplainedTest {
    private static final Money ALL = qar(25000);

    /** The answer never came, and the message that tells it did. */
    @Test
    void a_capture_that_was_given_up_matters_no_more_once_the_facts_show_it() {
        var captured = Explanation.of(anOrder()
                .attempt(a -> a.manual()
                        .pageShown()
                        .authorized()
                        .command(Operation.CAPTURE, CommandState.GIVEN_UP)
                        .captured(ALL))
                .build());

        assertThat(captured.next().situation()).isEqualTo(Situation.PAID_UNDELIVERED);
    }

    /** Somebody collected a part at the gateway; what we asked for may move the rest as well. */
    @Test
    void a_capture_that_was_given_up_matters_while_the_facts_show_less_than_was_asked_for() {
        var captured = Explanation.of(anOrder()
                .attempt(a -> a.manual()
                        .pageShown()
                        .authorized()
                        .command(Operation.CAPTURE, CommandState.GIVEN_UP)
                        .captured(ALL.minus(Money.ofMinor(1, "QAR"))))
                .build());

        assertThat(captured.next().situation()).isEqualTo(Situation.COMMAND_GIVEN_UP);
    }

    /** What came of it nobody knows, whether or not a case of it holds; and nobody could be late before it was given up. */
    @Test
    void the_hour_of_a_command_that_was_given_up_begins_when_it_was() {
        var givenUp = DossierBuilder.PLACED.plus(Duration.ofHours(2));
        var dossier = anOrder()
                .attempt(a -> a.manual().pageShown().authorized().command(Operation.CAPTURE, CommandState.GIVEN_UP))
                .openCase(CaseKind.COMMAND_GIVEN_UP)
                .readAfter(Duration.ofHours(2).plusMinutes(5))
                .build();

        for (var holds : List.of(true, false)) {
            var next = Explanation.of(withCaseThatHolds(holds, dossier)).next();

            assertThat(next.situation()).isEqualTo(Situation.COMMAND_GIVEN_UP);
            assertThat(next.by()).contains(givenUp.plus(Duration.ofHours(1)));
            assertThat(next.overdue()).isFalse();
        }
    }

    private static Dossier withCaseThatHolds(boolean holds, Dossier dossier) {
        var opened = dossier.cases().get(0);
        var command = dossier.commands().get(0);
        var known = new CaseSnapshot(
                opened.id(),
                opened.kind(),
                opened.state(),
                holds,
                command.id().toString(),
                opened.order(),
                opened.attempt(),
                opened.proposedAction(),
                opened.evidence(),
                opened.openedAt(),
                opened.owner(),
                opened.resolvedAt(),
                opened.version());
        return new Dossier(
                dossier.order(),
                dossier.attempts(),
                dossier.facts(),
                dossier.commands(),
                List.of(known),
                dossier.hints(),
                dossier.fulfilmentReport(),
                dossier.now());
    }
}
