package io.mizan.simulation;

import static io.mizan.simulation.ScriptedStory.COLLECTED;
import static io.mizan.simulation.ScriptedStory.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.invariant.InvariantChecker;
import io.mizan.invariant.Violation;
import io.mizan.invariant.Violation.Difference;
import io.mizan.invariant.Violation.Field;
import io.mizan.invariant.When;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody who looks after invariants is told of rows that were changed by hand. */
@ExtendWith(Scene.Opening.class)
class DifferencesToldTest {
    private final Scene scene;
    private final ScriptedStory story;

    DifferencesToldTest(Scene scene) {
        this.scene = scene;
        story = new ScriptedStory(scene);
    }

    @Test
    void values_are_told_as_people_write_them_and_what_is_not_there_as_nothing() {
        var attempt = story.started();
        story.gateway().knows("paid", COLLECTED);
        story.receive("paid " + reference(attempt));
        story.workInbox();
        change("UPDATE payment_attempt SET decline_category = 'ISSUER_DECLINED', decline_code = '05'");
        change("UPDATE posting SET amount_minor = amount_minor * 2");

        var found = differences();
        change("UPDATE payment_attempt SET decline_category = NULL, decline_code = NULL");
        change("UPDATE posting SET amount_minor = amount_minor / 2");

        assertThat(found)
                .contains(new Difference(attempt.id().toString(), Field.LAST_DECLINE, "issuer_declined 05", ""))
                .contains(new Difference(
                        "",
                        Field.BALANCES,
                        "clearing/scripted/acct_1/sandbox QAR 500.00; receivable QAR -500.00",
                        "clearing/scripted/acct_1/sandbox QAR 250.00; receivable QAR -250.00"));
    }

    private void change(String rows) {
        scene.rows().update(rows);
    }

    private List<Difference> differences() {
        var found = new ArrayList<Violation>();
        new InvariantChecker(scene.stage().reading(), scene.stage().vault(), scene.clock())
                .everything(When.ALWAYS, found::add);
        return found.stream().flatMap(it -> it.difference().stream()).toList();
    }
}
