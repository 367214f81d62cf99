package io.mizan.simulation;

import static io.mizan.simulation.ScriptedGateway.accepted;
import static io.mizan.simulation.ScriptedGateway.bytes;
import static io.mizan.simulation.ScriptedGateway.fact;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.PaymentState;
import io.mizan.attempt.ProviderRefs;
import io.mizan.attempt.Redirects;
import io.mizan.attempt.Targets;
import io.mizan.casework.CaseKind;
import io.mizan.casework.GatewayCases;
import io.mizan.checkout.CaptureAttempt;
import io.mizan.checkout.CheckoutStatus;
import io.mizan.checkout.GatewayChoice;
import io.mizan.checkout.NextAction;
import io.mizan.checkout.NextActions;
import io.mizan.checkout.ReceiveReturn;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.explanation.Dossiers;
import io.mizan.explanation.Explanation;
import io.mizan.explanation.Ground;
import io.mizan.explanation.Situation;
import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.FailureCategory;
import io.mizan.failure.MizanException;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Redirect;
import io.mizan.gateway.ShortReference;
import io.mizan.id.AttemptId;
import io.mizan.id.EventId;
import io.mizan.inbox.EventQuery;
import io.mizan.inbox.WebhookEvent;
import io.mizan.inbox.WebhookInbox;
import io.mizan.inbox.WebhookState;
import io.mizan.intake.InboxWorker;
import io.mizan.intake.ReturnedGateways;
import io.mizan.invariant.InvariantChecker;
import io.mizan.invariant.Violation;
import io.mizan.invariant.When;
import io.mizan.order.OrderStatus;
import io.mizan.outage.CredentialsWatch;
import io.mizan.outage.GatewayCalls;
import io.mizan.webhookhealth.Diagnosis;
import io.mizan.webhookhealth.WebhookHealth;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gateways that forget no keys are the easy ones. Here are the others: asked, completed, posted and hinted. */
@ExtendWith(Theatre.Entrance.class)
class OtherGatewaysTest {
    private static final GatewayResult UNANSWERED = new GatewayResult.Unknown("timeout");
    private static final GatewayResult TURNED_AWAY =
            new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "api_key_expired");
    private static final Fact HELD = fact(FactKind.AUTHORIZED, "auth_1").withAmount(Story.PRICE);
    private static final Fact COLLECTED = fact(FactKind.CAPTURED, "capture_1").withAmount(Story.PRICE);

    private static Stage stage;

    private final SimulatedClock clock = new SimulatedClock();
    private final ScriptedGateway gateway = new ScriptedGateway();
    private Story story;

    @BeforeAll
    static void build(Theatre theatre) {
        stage = theatre.stage();
    }

    @BeforeEach
    void start() {
        stage.clear();
        story = new Story(stage, clock, new Gateways(List.of(gateway)), () -> {});
    }

    @AfterEach
    void every_invariant_holds() {
        var found = new ArrayList<Violation>();
        new InvariantChecker(stage.reading(), stage.vault(), clock).everything(When.ALWAYS, found::add);
        assertThat(found).isEmpty();
    }

    // ---- what became of a request
    // ------------------------------------------------------------------------------------

    @Test
    void that_the_payment_is_there_says_nothing_of_a_capture_without_an_answer() {
        gateway.recovery.put(Operation.CAPTURE, new Recovery.InquireByOurReference(Duration.ofMinutes(15), false));
        var attempt = held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);
        gateway.inquired = () -> accepted(HELD);
        gateway.found = GatewayResult.NotFound::new;

        capture(attempt);
        story.timePasses(Duration.ofMinutes(10));

        assertThat(captures(attempt)).noneMatch(it -> it.state() == CommandState.DONE);
        gateway.found = () -> accepted(COLLECTED);
        story.timePasses(Duration.ofHours(2));
        assertThat(captures(attempt)).allMatch(it -> it.state() == CommandState.DONE);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(gateway.sent(Operation.CAPTURE)).hasSize(1);
    }

    @Test
    void what_may_not_be_sent_again_never_is_and_gives_its_money_free_when_the_gateway_proves_that_nothing_happened() {
        gateway.recovery.put(Operation.CAPTURE, new Recovery.InquireByOurReference(Duration.ofMinutes(15), false));
        var attempt = held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);
        gateway.inquired = () -> accepted(HELD);
        gateway.found = GatewayResult.NotFound::new;

        capture(attempt);
        story.timePasses(Duration.ofHours(20));

        assertThat(captures(attempt)).extracting(GatewayCommand::state).containsExactly(CommandState.GIVEN_UP);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isTrue();
        story.timePasses(Duration.ofDays(1));
        assertThat(gateway.sent(Operation.CAPTURE)).hasSize(1);
        assertThat(gateway.questions).isBetween(5, 40);
        assertThat(captures(attempt)).allMatch(GatewayCommand::wasNeverActedOn);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isFalse();
    }

    @Test
    void what_may_be_sent_again_is_sent_once_not_found_means_no_and_not_before() {
        gateway.recovery.put(Operation.CAPTURE, new Recovery.InquireByOurReference(Duration.ofMinutes(1), true));
        var attempt = held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);
        gateway.found = GatewayResult.NotFound::new;
        gateway.inquired = () -> accepted(HELD);

        capture(attempt);
        story.timePasses(Duration.ofSeconds(55));
        assertThat(gateway.sent(Operation.CAPTURE)).hasSize(1);
        gateway.answers.put(Operation.CAPTURE, () -> accepted(COLLECTED));
        story.timePasses(Duration.ofMinutes(30));

        assertThat(gateway.sent(Operation.CAPTURE)).hasSize(2);
        assertThat(gateway.sent(Operation.CAPTURE).get(0))
                .isEqualTo(gateway.sent(Operation.CAPTURE).get(1));
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void a_question_that_is_not_answered_is_not_asked_for_ever() {
        gateway.recovery.put(Operation.CAPTURE, new Recovery.InquireByOurReference(Duration.ofMinutes(1), true));
        var attempt = held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);
        gateway.found = () -> UNANSWERED;
        gateway.inquired = () -> UNANSWERED;

        capture(attempt);
        story.timePasses(Duration.ofDays(3));

        assertThat(captures(attempt)).extracting(GatewayCommand::state).containsExactly(CommandState.GIVEN_UP);
        assertThat(captures(attempt)).allMatch(it -> it.dueAt().isEmpty());
        assertThat(gateway.questions).isBetween(5, 40);
    }

    @Test
    void a_no_that_is_found_out_is_a_no() {
        gateway.recovery.put(Operation.CAPTURE, new Recovery.InquireByOurReference(Duration.ofMinutes(1), true));
        var attempt = held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);
        gateway.inquired = () -> accepted(HELD);
        gateway.found = () -> new GatewayResult.Declined(FailureCategory.VALIDATION, "too_late");

        capture(attempt);
        story.timePasses(Duration.ofMinutes(5));

        assertThat(captures(attempt)).allMatch(GatewayCommand::wasDeclined);
        assertThat(story.now(attempt).state()).isEqualTo(PaymentState.AUTHORIZED);
    }

    @Test
    void what_only_a_person_can_find_out_is_theirs_at_once() {
        gateway.recovery.put(Operation.CAPTURE, new Recovery.Human());
        var attempt = held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);

        capture(attempt);
        story.timePasses(Duration.ofHours(3));

        assertThat(gateway.sent(Operation.CAPTURE)).hasSize(1);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isTrue();
    }

    // ---- what waits for us
    // -------------------------------------------------------------------------------------------

    @Test
    void what_the_customer_approved_is_taken() {
        var attempt = started();
        gateway.answers.put(Operation.COMPLETE, () -> accepted(COLLECTED));

        approve(attempt, "first");

        assertThat(gateway.sent(Operation.COMPLETE)).hasSize(1);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void approved_after_another_attempt_took_its_place_is_never_taken() {
        var attempt = started();
        story.start(attempt.order(), CaptureMode.AUTOMATIC, Optional.of(attempt));

        approve(attempt, "first");
        story.timePasses(Duration.ofHours(3));

        assertThat(gateway.sent(Operation.COMPLETE)).isEmpty();
    }

    @Test
    void a_completion_without_an_answer_is_repeated_with_its_key_and_no_other_is_begun() {
        var attempt = started();
        gateway.answers.put(Operation.COMPLETE, () -> UNANSWERED);
        approve(attempt, "first");
        approve(attempt, "again");
        story.timePasses(Duration.ofSeconds(20));
        gateway.answers.put(Operation.COMPLETE, () -> accepted(COLLECTED));
        story.timePasses(Duration.ofMinutes(5));

        assertThat(gateway.sent(Operation.COMPLETE)).hasSizeGreaterThan(1).allMatch(it -> it.idempotencyKey()
                .equals(gateway.sent(Operation.COMPLETE).get(0).idempotencyKey()));
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void after_a_decline_the_next_approval_is_taken_by_a_key_of_its_own() {
        var attempt = started();
        gateway.answers.put(
                Operation.COMPLETE,
                () -> accepted(
                        List.of(fact(FactKind.TRY_DECLINED, "try_1").at(clock.now())),
                        Optional.of(Redirect.to(URI.create("https://gateway.example/again")))));
        approve(attempt, "first");
        assertThat(story.now(attempt).redirect()).isPresent();
        story.timePasses(Duration.ofMinutes(30));
        assertThat(gateway.sent(Operation.COMPLETE)).hasSize(1);

        gateway.answers.put(Operation.COMPLETE, () -> accepted(COLLECTED));
        approve(attempt, "second");

        assertThat(gateway.sent(Operation.COMPLETE)).hasSize(2);
        assertThat(gateway.sent(Operation.COMPLETE).get(1).idempotencyKey())
                .isNotEqualTo(gateway.sent(Operation.COMPLETE).get(0).idempotencyKey());
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void what_was_approved_and_not_yet_asked_for_is_called_back_when_another_attempt_has_paid() {
        var closed = started();
        gateway.knows(
                "closed", fact(FactKind.CHECKOUT_CLOSED, "page_1").withQualifier(FactKind.Closing.EXPIRED.qualifier()));
        receive("closed " + reference(closed));
        story.workInbox();
        var next = story.start(closed.order(), CaptureMode.AUTOMATIC, Optional.empty());
        gateway.answers.put(
                Operation.COMPLETE,
                () -> new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.of(Duration.ofMinutes(9))));
        approve(next, "first");
        gateway.knows("late", COLLECTED);

        receive("late " + reference(closed));
        story.workInbox();
        gateway.answers.put(
                Operation.COMPLETE,
                () -> accepted(fact(FactKind.CAPTURED, "capture_2").withAmount(Story.PRICE)));
        story.timePasses(Duration.ofHours(1));

        assertThat(gateway.sent(Operation.COMPLETE)).hasSize(1);
        assertThat(story.told(closed.order())).contains("command_withdrawn");
        assertThat(story.status(closed.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void a_completion_that_finds_no_way_is_a_case_and_goes_on_once_there_is_one() {
        var attempt = started();
        gateway.answers.put(
                Operation.COMPLETE, () -> new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "wrong_secret"));
        approve(attempt, "first");
        story.timePasses(Duration.ofMinutes(30));
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isTrue();

        gateway.answers.put(Operation.COMPLETE, () -> accepted(COLLECTED));
        story.timePasses(Duration.ofMinutes(70));

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isFalse();
    }

    // ---- a gateway that does not let us in
    // -----------------------------------------------------------------------------

    @Test
    void a_first_sending_that_is_turned_away_is_sent_again_and_is_nobodys_decline() {
        var opens = gateway.answers.put(Operation.OPEN_CHECKOUT, () -> TURNED_AWAY);
        var attempt = started();
        assertThat(attempt.state()).isEqualTo(PaymentState.CREATED);
        assertThat(attempt.lastDecline()).isEmpty();

        story.timePasses(Duration.ofSeconds(3));
        gateway.answers.put(Operation.OPEN_CHECKOUT, opens);
        story.timePasses(Duration.ofSeconds(30));

        assertThat(story.now(attempt).state()).isEqualTo(PaymentState.PENDING);
        assertThat(gateway.sent(Operation.OPEN_CHECKOUT)).hasSizeGreaterThan(2).containsOnly(gateway.sent.get(0));
        assertThat(story.told(attempt.order()))
                .contains("command_retry", "command_done")
                .doesNotContain("command_declined");
    }

    @Test
    void nobody_waits_for_a_gateway_that_does_not_let_us_in() {
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> TURNED_AWAY);
        var order = story.place();
        story.start(order, CaptureMode.AUTOMATIC, Optional.empty());

        var next = story.start(order, CaptureMode.AUTOMATIC, Optional.empty());

        assertThat(next.number()).isEqualTo(2);
    }

    @Test
    void a_capture_that_is_turned_away_stays_asked_for() {
        var attempt = held();
        gateway.answers.put(Operation.CAPTURE, () -> TURNED_AWAY);
        capture(attempt);
        assertThat(captures(attempt)).allMatch(GatewayCommand::isOutstanding);

        gateway.answers.put(Operation.CAPTURE, () -> accepted(COLLECTED));
        story.timePasses(Duration.ofSeconds(10));

        assertThat(captures(attempt)).hasSize(1);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void a_gateway_that_goes_on_turning_us_away_is_told_to_a_person_and_takes_nothing_new_until_it_lets_us_in() {
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> TURNED_AWAY);
        gateway.inquired = () -> TURNED_AWAY;
        var attempt = started();
        story.timePasses(Duration.ofSeconds(70));
        var calls = story.bean(GatewayCalls.class);
        var watch = story.bean(CredentialsWatch.class);
        watch.look();

        assertThat(calls.outage(gateway.name()))
                .hasValueSatisfying(outage -> assertThat(outage.isTurnedAway()).isTrue());
        assertThat(story.theCase(CaseKind.CREDENTIALS_REFUSED).subject()).isEqualTo("scripted");
        assertThat(catchThrowableOfType(MizanException.class, this::started).code())
                .isEqualTo(ErrorCode.GATEWAY_UNAVAILABLE);

        story.timePasses(Duration.ofHours(1));
        assertThat(story.now(attempt).state()).as("the retries have an end").isEqualTo(PaymentState.FAILED);

        gateway.connection = Connection.ACCEPTED;
        calls.checkConnection(gateway);
        watch.look();
        assertThat(calls.outage(gateway.name())).isEmpty();
        assertThat(story.theCase(CaseKind.CREDENTIALS_REFUSED).holds()).isFalse();
    }

    @Test
    void a_gateway_that_is_switched_off_turns_nobody_away() {
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> TURNED_AWAY);
        gateway.inquired = () -> TURNED_AWAY;
        started();
        story.timePasses(Duration.ofSeconds(70));
        var watch = story.bean(CredentialsWatch.class);
        watch.look();
        assertThat(story.theCase(CaseKind.CREDENTIALS_REFUSED).holds()).isTrue();
        var ofAProcessThatNeverHadIt = new CredentialsWatch(
                story.bean(Gateways.class), story.bean(GatewayCalls.class), story.bean(GatewayCases.class));
        ofAProcessThatNeverHadIt.notUsed(List.of(gateway.name()));
        assertThat(story.theCase(CaseKind.CREDENTIALS_REFUSED).holds()).isTrue();

        watch.notUsed(List.of(gateway.name()));

        assertThat(story.theCase(CaseKind.CREDENTIALS_REFUSED).holds()).isFalse();
    }

    // ---- what a browser brings, and what says too little
    // -------------------------------------------------------------

    @Test
    void a_form_keeps_the_order_of_its_fields() {
        var form = story.bean(Redirects.class).open(started());

        assertThat(form.orElseThrow().fields()).extracting(Redirect.Field::name).containsExactly("b", "a");
    }

    @Test
    void where_an_attempt_is_paid_is_kept_sealed() {
        var attempt = started();

        var kept = stage.rows()
                .first(
                        "SELECT sealed_redirect FROM payment_attempt WHERE id = ?",
                        row -> new String(row.bytes("sealed_redirect"), ISO_8859_1),
                        attempt.id().value())
                .orElseThrow();

        assertThat(kept).isNotEmpty().doesNotContain("provider.example").doesNotContain("fields");
        assertThat(story.bean(NextActions.class).of(attempt)).isInstanceOf(NextAction.Go.class);
    }

    /** As after an upgrade, or under another master key. */
    @Test
    void whoever_cannot_be_sent_to_the_page_any_more_waits_or_pays_by_another_attempt() {
        var attempt = started();
        stage.rows()
                .update(
                        "UPDATE payment_attempt SET sealed_redirect = '' WHERE id = ?",
                        attempt.id().value());

        var progress = story.bean(CheckoutStatus.class).of(attempt.order());

        assertThat(progress.nextAction()).isInstanceOf(NextAction.Wait.class);
        assertThat(progress.canRetry()).isTrue();
        var other = story.start(attempt.order(), CaptureMode.AUTOMATIC, Optional.of(attempt));
        assertThat(story.bean(NextActions.class).of(other)).isInstanceOf(NextAction.Go.class);
    }

    /** As at Square, which may cancel a payment that it had approved. */
    @Test
    void the_page_is_shown_again_when_what_the_customer_agreed_to_there_is_given_up() {
        var attempt = started();
        var agreed = fact(FactKind.PAYER_APPROVED, "payment_1")
                .with(Fact.ONE_TRY, "true")
                .at(clock.instant());
        var otherCard = fact(FactKind.TRY_DECLINED, "payment_2")
                .with(Fact.CATEGORY, "issuer_declined")
                .with(Fact.CODE, "FAILED")
                .at(clock.instant().plusSeconds(2));
        var givenUp = fact(FactKind.TRY_DECLINED, "payment_1")
                .with(Fact.CATEGORY, "issuer_declined")
                .with(Fact.CODE, "CANCELED")
                .at(clock.instant().plusSeconds(60));

        gateway.answers.put(Operation.COMPLETE, () -> accepted(agreed));
        gateway.inquired = () -> accepted(agreed, otherCard);
        story.timePasses(Duration.ofMinutes(2));
        assertThat(story.now(attempt).lastDecline()).isPresent();
        assertThat(story.bean(NextActions.class).of(story.now(attempt))).isInstanceOf(NextAction.Wait.class);
        gateway.inquired = () -> accepted(agreed, otherCard, givenUp);
        story.timePasses(Duration.ofHours(2));

        assertThat(story.bean(NextActions.class).of(story.now(attempt))).isInstanceOf(NextAction.Go.class);
    }

    /** The gateway takes a form whenever it is posted; a second attempt could be paid by then. */
    @Test
    void a_form_is_handed_out_no_more_once_the_time_to_pay_is_over() {
        var until = clock.instant().plus(Duration.ofMinutes(15));
        var page = fact(FactKind.CHECKOUT_OPENED, "page_1").with(Fact.PAY_UNTIL, until.toString());
        gateway.answers.put(
                Operation.OPEN_CHECKOUT,
                () -> accepted(
                        List.of(page),
                        Optional.of(Redirect.posting(URI.create("https://gateway.example/"), List.of()))));
        var attempt = started();
        assertThat(story.bean(NextActions.class).of(attempt)).isInstanceOf(NextAction.Go.class);

        story.timePasses(Duration.ofMinutes(15));

        assertThat(story.bean(NextActions.class).of(story.now(attempt))).isInstanceOf(NextAction.Wait.class);
        var progress = story.bean(CheckoutStatus.class).of(attempt.order());
        assertThat(progress.nextAction()).isInstanceOf(NextAction.Wait.class);
        assertThat(progress.canRetry()).isFalse();
        assertThat(progress.customerMessage()).contains("The time to pay on this page is over");
    }

    @Test
    void what_the_gateway_signed_and_the_browser_brought_is_evidence_once_however_often_it_comes() {
        var attempt = started();
        gateway.knows("paid", COLLECTED);

        assertThat(bring(attempt.id(), "paid " + reference(attempt))).isEqualTo("stored");
        assertThat(bring(attempt.id(), "paid " + reference(attempt))).isEqualTo("duplicate");
        story.workInbox();

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(story.told(attempt.order()))
                .contains("signed_return_received")
                .doesNotContain("callback_received");
        assertThat(stage.rows()
                        .list(
                                "SELECT DISTINCT source FROM fact_evidence e JOIN fact f ON f.id = e.fact_id"
                                        + " WHERE f.kind = 'CAPTURED'",
                                row -> row.text("source")))
                .containsExactly("SIGNED_RETURN");
    }

    @Test
    void what_was_signed_for_another_attempt_or_not_at_all_is_no_evidence() {
        var attempt = started();
        gateway.knows("paid", COLLECTED);

        assertThat(bring(attempt.id(), "paid " + ShortReference.of("somebody else's")))
                .isEqualTo("forged");
        assertThat(bring(attempt.id(), "")).isEqualTo("unsigned");
        story.workInbox();

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PENDING);
        assertThat(stage.rows().list("SELECT id FROM webhook_event", row -> row.id("id")))
                .isEmpty();
    }

    @Test
    void a_callback_that_bears_our_reference_is_matched_before_the_opening_was_answered() {
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> UNANSWERED);
        var attempt = story.start(story.place(), CaptureMode.AUTOMATIC, Optional.empty());
        gateway.knows("paid", COLLECTED);

        receive("paid " + reference(attempt));
        story.workInbox();

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void a_hint_makes_us_ask_at_once() {
        var attempt = started();
        gateway.inquired = () -> accepted(COLLECTED);

        receive("hint " + reference(attempt));
        story.workInbox();
        story.timePasses(Duration.ofSeconds(1));

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(calledBack(attempt)).isEqualTo(Ground.CalledBack.HINTED);
    }

    /** The answer that is under way may be older than the hint. */
    @Test
    void a_hint_that_comes_while_we_ask_makes_us_ask_once_more() {
        var attempt = started();
        gateway.inquired = () -> {
            receive("hint " + reference(attempt));
            story.workInbox();
            gateway.inquired = () -> accepted(COLLECTED);
            return new GatewayResult.NotFound();
        };

        story.timePasses(Duration.ofSeconds(62));

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void what_was_known_before_anybody_was_told_was_not_called_back() {
        var attempt = started();
        gateway.inquired = () -> accepted(COLLECTED);

        story.timePasses(Duration.ofMinutes(5));

        assertThat(calledBack(attempt)).isEqualTo(Ground.CalledBack.INQUIRY_ONLY);
    }

    /** Some gateways can be asked only by the number that their message told. */
    @Test
    void what_a_hint_names_is_kept_to_ask_by() {
        var attempt = started();

        receive("hint " + reference(attempt) + " tx_1");
        story.workInbox();

        assertThat(story.bean(ProviderRefs.class).of(attempt.id())).contains(new ProviderRef("transaction", "tx_1"));
    }

    // ---- what a person has to be told once
    // -------------------------------------------------------------------------------

    @Test
    void a_decline_with_a_word_that_no_table_lists_is_one_case_however_often_it_comes() {
        var attempt = started();
        gateway.knows("declined", unlisted("ch_1"));
        gateway.knows("declined_again", unlisted("ch_2"));

        receive("declined " + reference(attempt));
        receive("declined_again " + reference(attempt));
        story.workInbox();

        assertThat(story.theCase(CaseKind.UNLISTED_CODE).subject()).isEqualTo("scripted/new_word");
        assertThat(cases(CaseKind.UNLISTED_CODE)).isEqualTo(1);
    }

    @Test
    void a_request_declined_with_a_word_that_no_table_lists_is_the_same_case() {
        gateway.answers.put(
                Operation.OPEN_CHECKOUT,
                () -> new GatewayResult.Declined(FailureCategory.VALIDATION, "new_word", true));

        story.start(story.place(), CaptureMode.AUTOMATIC, Optional.empty());
        story.start(story.place(), CaptureMode.AUTOMATIC, Optional.empty());

        assertThat(story.theCase(CaseKind.UNLISTED_CODE).evidence()).containsEntry("category", "validation");
        assertThat(cases(CaseKind.UNLISTED_CODE)).isEqualTo(1);
    }

    @Test
    void a_request_answered_with_a_status_that_no_table_lists_is_unknown_and_one_case() {
        var attempt = held();
        gateway.answers.put(Operation.CAPTURE, () -> unclear("payment/moved"));

        capture(attempt);

        assertThat(captures(attempt)).singleElement().returns(CommandState.UNKNOWN, GatewayCommand::state);
        assertThat(story.theCase(CaseKind.UNLISTED_CODE).subject()).isEqualTo("scripted/payment/moved");
        assertThat(story.theCase(CaseKind.UNLISTED_CODE).evidence()).doesNotContainKey("category");
    }

    @Test
    void a_status_that_no_table_lists_is_one_case_however_often_it_is_asked_about() {
        var attempt = started();
        gateway.inquired = () -> unclear("payment/moved");

        story.timePasses(Duration.ofHours(1));

        assertThat(story.theCase(CaseKind.UNLISTED_CODE).subject()).isEqualTo("scripted/payment/moved");
        assertThat(cases(CaseKind.UNLISTED_CODE)).isEqualTo(1);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void a_customer_who_went_back_is_no_issuers_no() {
        var attempt = started();
        gateway.knows(
                "went_back",
                fact(FactKind.TRY_DECLINED, "page_1")
                        .with(Fact.CATEGORY, FailureCategory.CANCELED_BY_CUSTOMER.code())
                        .with(Fact.CODE, "CANCEL"));
        gateway.knows("declined", unlisted("ch_1"));

        receive("went_back " + reference(attempt));
        story.workInbox();
        assertThat(countedTries()).isZero();

        receive("declined " + reference(attempt));
        story.workInbox();
        assertThat(countedTries()).isOne();
    }

    private static int countedTries() {
        return stage.rows().list("SELECT id FROM card_try", row -> row.id("id")).size();
    }

    private static GatewayResult unclear(String status) {
        var nothing = (GatewayResult.Accepted) accepted();
        return new GatewayResult.Accepted(nothing.observation().withUnlisted(List.of(status)));
    }

    /** Nothing may be inferred of it, so nobody may pay the order another way either: somebody has to know. */
    @Test
    void a_gateway_that_never_decides_is_a_case_until_it_does() {
        var until = clock.instant().plus(Duration.ofMinutes(15));
        var page = fact(FactKind.CHECKOUT_OPENED, "page_1").with(Fact.PAY_UNTIL, until.toString());
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> accepted(page));
        gateway.inquired = () -> accepted(page);
        var attempt = started();

        story.timePasses(Duration.ofHours(23));
        assertThat(cases(CaseKind.UNDECIDED)).isZero();
        story.timePasses(Duration.ofHours(4));

        assertThat(story.theCase(CaseKind.UNDECIDED).holds()).isTrue();
        assertThat(explained(attempt).next().situation()).isEqualTo(Situation.UNDECIDED);
        gateway.inquired = () -> accepted(COLLECTED);
        story.timePasses(Duration.ofHours(2));
        assertThat(story.theCase(CaseKind.UNDECIDED).holds()).isFalse();
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    /** Attempts outlive settings. */
    @Test
    void a_gateway_that_is_gone_from_the_settings_is_a_case_until_it_is_back() {
        var attempt = held();
        gateway.answers.put(Operation.CAPTURE, () -> UNANSWERED);
        capture(attempt);
        gateway.answers.put(Operation.CAPTURE, () -> accepted(COLLECTED));
        int sent = gateway.sent(Operation.CAPTURE).size();

        new Story(stage, clock, new Gateways(List.of()), () -> {}).timePasses(Duration.ofHours(3));

        assertThat(story.theCase(CaseKind.GATEWAY_MISSING).subject()).isEqualTo("scripted/acct_1/sandbox");
        assertThat(gateway.sent(Operation.CAPTURE)).hasSize(sent);
        story.timePasses(Duration.ofHours(2));
        assertThat(story.theCase(CaseKind.GATEWAY_MISSING).holds()).isFalse();
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    /** It would say "not found" of what it never had, and that would count as never paid. */
    @Test
    void what_was_begun_in_the_books_of_one_account_is_never_asked_about_in_those_of_another() {
        var attempt = started();
        var asked = new AtomicInteger();
        var other = new ScriptedGateway(new Account("scripted/acct_2/sandbox"));
        other.inquired = () -> {
            asked.incrementAndGet();
            return new GatewayResult.NotFound();
        };

        new Story(stage, clock, new Gateways(List.of(other)), () -> {}).timePasses(Duration.ofHours(3));

        assertThat(asked).hasValue(0);
        assertThat(other.sent).isEmpty();
        assertThat(story.theCase(CaseKind.GATEWAY_MISSING).subject()).isEqualTo("scripted/acct_1/sandbox");
        gateway.inquired = () -> accepted(COLLECTED);
        story.timePasses(Duration.ofHours(2));
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(story.theCase(CaseKind.GATEWAY_MISSING).holds()).isFalse();
    }

    @Test
    void a_stored_callback_of_a_gateway_that_is_gone_waits_and_is_worked_when_it_is_back() {
        var attempt = started();
        gateway.knows("paid", COLLECTED);
        receive("paid " + reference(attempt));
        var without = new Story(stage, clock, new Gateways(List.of()), () -> {});

        without.timePasses(Duration.ofHours(2));

        var waiting = without.bean(WebhookInbox.class).page(new EventQuery(Optional.empty(), Optional.empty(), 10));
        assertThat(waiting).singleElement().satisfies(event -> {
            assertThat(event.state()).isEqualTo(WebhookState.WAITING);
            assertThat(event.reason()).contains(WebhookInbox.GATEWAY_MISSING);
            assertThat(event.attempts()).isZero();
        });
        assertThat(without.theCase(CaseKind.GATEWAY_MISSING).holds()).isTrue();
        assertThat(without.bean(WebhookHealth.class).all()).singleElement().satisfies(health -> {
            assertThat(health.gateway()).isEqualTo(gateway.name());
            assertThat(Diagnosis.of(health)).isEqualTo(Diagnosis.GATEWAY_MISSING);
        });
        story.bean(ReturnedGateways.class).look();
        story.workInbox();
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(story.theCase(CaseKind.GATEWAY_MISSING).holds()).isFalse();
    }

    /** Nobody has to answer for a form to be posted, but what was paid by it is found out late. */
    @Test
    void whoever_can_be_paid_without_an_answer_and_gives_none_is_offered_last() {
        gateway.recovery.put(Operation.OPEN_CHECKOUT, new Recovery.Local());
        var other = new ScriptedGateway(new Account("other/acct_1/sandbox"));
        story = new Story(stage, clock, new Gateways(List.of(gateway, other)), () -> {});
        assertThat(offered()).containsExactly(gateway.name(), other.name());

        gateway.inquired = () -> UNANSWERED;
        var target = story.bean(Targets.class).of(started());
        for (int i = 0; i < 10; i++) {
            story.bean(GatewayCalls.class).inquire(gateway, target);
        }

        assertThat(offered()).containsExactly(other.name(), gateway.name());
    }

    private List<GatewayName> offered() {
        var anything = new GatewayChoice.Wanted(Optional.empty(), Optional.empty(), Optional.empty());
        return story.bean(GatewayChoice.class).offered(anything).stream()
                .map(PaymentGateway::name)
                .toList();
    }

    @Test
    void one_whose_gateway_never_comes_back_is_dead_in_the_end_and_a_person_is_told() {
        var attempt = started();
        gateway.knows("paid", COLLECTED);
        receive("paid " + reference(attempt));
        var without = new Story(stage, clock, new Gateways(List.of()), () -> {});

        stage.rows()
                .update(
                        "UPDATE webhook_event SET received_at = ?",
                        clock.instant().minus(Duration.ofDays(31)));
        without.timePasses(Duration.ofMinutes(10));

        assertThat(without.bean(WebhookInbox.class).page(new EventQuery(Optional.empty(), Optional.empty(), 10)))
                .extracting(WebhookEvent::state)
                .containsExactly(WebhookState.DEAD);
        var dead = without.theCase(CaseKind.DEAD_EVENT);
        assertThat(dead.holds()).isTrue();
        assertThat(story.bean(InboxWorker.class).takeUpAgain(EventId.fromString(dead.subject())))
                .as("replayed once the gateway is back")
                .isTrue();
        story.workInbox();
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    /** Whoever answers is there. */
    @Test
    void answers_that_nobody_can_read_are_no_outage() {
        var attempt = started();
        var calls = story.bean(GatewayCalls.class);
        gateway.inquired = () -> GatewayResult.Unknown.ofAnswer("unreadable answer");
        for (int i = 0; i < 10; i++) {
            calls.inquire(gateway, story.bean(Targets.class).of(attempt));
        }
        assertThat(calls.outage(gateway.name())).isEmpty();

        gateway.inquired = () -> UNANSWERED;
        for (int i = 0; i < 10; i++) {
            calls.inquire(gateway, story.bean(Targets.class).of(attempt));
        }
        assertThat(calls.outage(gateway.name())).isPresent();
    }

    private static Fact unlisted(String object) {
        return fact(FactKind.TRY_DECLINED, object)
                .with(Fact.CATEGORY, FailureCategory.ISSUER_DECLINED.code())
                .with(Fact.CODE, "new_word")
                .with(Fact.UNLISTED, "true");
    }

    private static int cases(CaseKind kind) {
        return stage.rows()
                .list("SELECT id FROM exception_case WHERE kind = ?", row -> row.id("id"), kind)
                .size();
    }

    private Ground.CalledBack calledBack(AttemptSnapshot attempt) {
        return explained(attempt).calledBack().ground();
    }

    private Explanation explained(AttemptSnapshot attempt) {
        return Explanation.of(story.bean(Dossiers.class).find(attempt.order()).orElseThrow());
    }

    @Test
    void what_was_never_shown_and_bears_only_our_reference_holds_nothing_up() {
        gateway.answers.put(Operation.OPEN_CHECKOUT, () -> UNANSWERED);
        var order = story.place();
        story.start(order, CaptureMode.AUTOMATIC, Optional.empty());

        var next = story.start(order, CaptureMode.AUTOMATIC, Optional.empty());

        assertThat(next.number()).isEqualTo(2);
    }

    // ---- who does what
    // -----------------------------------------------------------------------------------------------

    private AttemptSnapshot started() {
        return story.start(story.place(), CaptureMode.AUTOMATIC, Optional.empty());
    }

    private AttemptSnapshot held() {
        var attempt = story.start(story.place(), CaptureMode.MANUAL, Optional.empty());
        gateway.knows("held", HELD);
        receive("held " + reference(attempt));
        story.workInbox();
        return attempt;
    }

    private void capture(AttemptSnapshot attempt) {
        story.bean(CaptureAttempt.class).capture(attempt.id(), "capture-1", Optional.empty());
    }

    private List<GatewayCommand> captures(AttemptSnapshot attempt) {
        return story.commands(attempt, Operation.CAPTURE);
    }

    /** The customer agrees; what follows from it at once is done. */
    private void approve(AttemptSnapshot attempt, String which) {
        gateway.knows(which, fact(FactKind.PAYER_APPROVED, which).at(clock.instant()));
        receive(which + " " + reference(attempt));
        story.workInbox();
        story.timePasses(Duration.ofMillis(500));
    }

    private static String reference(AttemptSnapshot attempt) {
        return ShortReference.of("payment", attempt.id(), 1);
    }

    private String bring(AttemptId attempt, String message) {
        return story.bean(ReceiveReturn.class).receive(attempt, new Callback.Raw(Map.of(), bytes(message)));
    }

    private void receive(String message) {
        var raw = new Callback.Raw(Map.of(), bytes(message));
        story.bean(WebhookInbox.class).receive(gateway, (Callback.Verdict.Genuine) gateway.verify(raw), raw.body());
    }
}
