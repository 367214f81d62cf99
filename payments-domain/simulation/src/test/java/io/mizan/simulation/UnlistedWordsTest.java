package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.accepted;
import static io.mizan.simulation.ScriptedGateway.fact;
import static io.mizan.simulation.ScriptedStory.COLLECTED;
import static io.mizan.simulation.ScriptedStory.reference;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.casework.CaseKind;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.explanation.Situation;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Operation;
import io.mizan.order.OrderStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a gateway says that no table lists, or that is nobody's decline, and what it never says. */
@ExtendWith(Scene.Opening.class)
class UnlistedWordsTest {
    private final Scene scene;
    private final ScriptedStory story;
    private final ScriptedGateway gateway;

    UnlistedWordsTest(Scene scene) {
        this.scene = scene;
        story = new ScriptedStory(scene);
        gateway = story.gateway();
    }

    @Test
    void a_decline_with_a_word_that_no_table_lists_is_one_case_however_often_it_comes() {
        var attempt = story.started();
        gateway.knows("declined", unlisted("ch_1"));
        gateway.knows("declined_again", unlisted("ch_2"));

        story.receive("declined " + reference(attempt));
        story.receive("declined_again " + reference(attempt));
        story.workInbox();

        assertThat(story.theCase(CaseKind.UNLISTED_CODE).subject()).isEqualTo("scripted/new_word");
        assertThat(story.cases(CaseKind.UNLISTED_CODE)).isEqualTo(1);
    }

    @Test
    void a_request_declined_with_a_word_that_no_table_lists_is_the_same_case() {
        gateway.answers.put(
                Operation.OPEN_CHECKOUT,
                () -> new GatewayResult.Declined(FailureCategory.VALIDATION, "new_word", true));

        story.start(story.place(), CaptureMode.AUTOMATIC, Optional.empty());
        story.start(story.place(), CaptureMode.AUTOMATIC, Optional.empty());

        assertThat(story.theCase(CaseKind.UNLISTED_CODE).evidence()).containsEntry("category", "validation");
        assertThat(story.cases(CaseKind.UNLISTED_CODE)).isEqualTo(1);
    }

    @Test
    void a_request_answered_with_a_status_that_no_table_lists_is_unknown_and_one_case() {
        var attempt = story.held();
        gateway.answers.put(Operation.CAPTURE, () -> unclear("payment/moved"));

        story.capture(attempt);

        assertThat(story.captures(attempt)).singleElement().returns(CommandState.UNKNOWN, GatewayCommand::state);
        assertThat(story.theCase(CaseKind.UNLISTED_CODE).subject()).isEqualTo("scripted/payment/moved");
        assertThat(story.theCase(CaseKind.UNLISTED_CODE).evidence()).doesNotContainKey("category");
    }

    @Test
    void a_status_that_no_table_lists_is_one_case_however_often_it_is_asked_about() {
        var attempt = story.started();
        gateway.inquired = () -> unclear("payment/moved");

        story.timePasses(Duration.ofHours(1));

        assertThat(story.theCase(CaseKind.UNLISTED_CODE).subject()).isEqualTo("scripted/payment/moved");
        assertThat(story.cases(CaseKind.UNLISTED_CODE)).isEqualTo(1);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void a_customer_who_went_back_is_no_issuers_no() {
        var attempt = story.started();
        gateway.knows(
                "went_back",
                fact(FactKind.TRY_DECLINED, "page_1")
                        .with(Fact.CATEGORY, FailureCategory.CANCELED_BY_CUSTOMER.code())
                        .with(Fact.CODE, "CANCEL"));
        gateway.knows("declined", unlisted("ch_1"));

        story.receive("went_back " + reference(attempt));
        story.workInbox();
        assertThat(countedTries()).isZero();

        story.receive("declined " + reference(attempt));
        story.workInbox();
        assertThat(countedTries()).isOne();
    }

    /** Nothing may be inferred of it, so nobody may pay the order another way either: somebody has to know. */
    @Test
    void a_gateway_that_never_decides_is_a_case_until_it_does() {
        var until = scene.clock().instant().plus(Duration.ofMinutes(15));
        var page = fact(FactKind.CHECKOUT_OPENED, "page_1").with(Fact.PAY_UNTIL, until.toString());
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> accepted(page));
        gateway.inquired = () -> accepted(page);
        var attempt = story.started();

        story.timePasses(Duration.ofHours(23));
        assertThat(story.cases(CaseKind.UNDECIDED)).isZero();
        story.timePasses(Duration.ofHours(4));

        assertThat(story.theCase(CaseKind.UNDECIDED).holds()).isTrue();
        assertThat(story.explained(attempt).next().situation()).isEqualTo(Situation.UNDECIDED);
        gateway.inquired = () -> accepted(COLLECTED);
        story.timePasses(Duration.ofHours(2));
        assertThat(story.theCase(CaseKind.UNDECIDED).holds()).isFalse();
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    private int countedTries() {
        return scene.rows().list("SELECT id FROM card_try", row -> row.id("id")).size();
    }

    private static GatewayResult unclear(String status) {
        var nothing = (GatewayResult.Accepted) accepted();
        return new GatewayResult.Accepted(nothing.observation().withUnlisted(List.of(status)));
    }

    private static Fact unlisted(String object) {
        return fact(FactKind.TRY_DECLINED, object)
                .with(Fact.CATEGORY, FailureCategory.ISSUER_DECLINED.code())
                .with(Fact.CODE, "new_word")
                .with(Fact.UNLISTED, "true");
    }
}
