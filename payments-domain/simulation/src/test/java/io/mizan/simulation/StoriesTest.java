package io.mizan.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.casework.CaseAct;
import io.mizan.casework.CaseActRecord;
import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.CaseState;
import io.mizan.casework.Cases;
import io.mizan.casework.Finding;
import io.mizan.checkout.CheckoutSettings;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.erasure.CustomerRecords;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.FailureCategory;
import io.mizan.failure.MizanException;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.id.EventId;
import io.mizan.id.OrderId;
import io.mizan.inbox.WebhookInbox;
import io.mizan.inbox.WebhookState;
import io.mizan.intake.FactIntake;
import io.mizan.intake.InboxWorker;
import io.mizan.money.Money;
import io.mizan.order.OrderStatus;
import io.mizan.sql.Claim;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stories too rare for chance to tell them often, on the stage of the simulation: what goes wrong is said, not drawn. */
@ExtendWith(Scene.Opening.class)
class StoriesTest {
    private static final Money PRICE = Story.PRICE;
    private static final GatewayResult FAULT = new GatewayResult.Unknown("http_500");
    private static final GatewayResult TURNED_AWAY =
            new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "api_key_expired");

    private final Scene scene;
    private final Provider provider;
    private final PaymentGateway gateway;
    private final Story story;
    private boolean questionsReach = true;
    /** What becomes of the next calls, before {@link #trouble} is asked. */
    private final Deque<GatewayResult> next = new ArrayDeque<>();

    private Optional<GatewayResult> trouble = Optional.empty();

    private Runnable whileOnTheWire = () -> {};

    StoriesTest(Scene scene) {
        this.scene = scene;
        provider = new Provider(scene.clock(), true);
        gateway = new CardsGateway(provider, this::call);
        story = new Story(scene, List.of(gateway), provider::timePasses);
    }

    // ---- what was given up
    // -------------------------------------------------------------------------------------------

    /** The provider stored its fault as the answer to the key, and goes on repeating it. */
    @Test
    void a_capture_that_the_gateway_never_acted_on_gives_its_money_free_once_nothing_can_act_any_more() {
        var attempt = authorized();
        trouble = Optional.of(FAULT);
        story.capture(attempt, "first");
        story.timePasses(Duration.ofHours(23));
        assertThat(story.captures(attempt)).extracting(GatewayCommand::state).containsExactly(CommandState.GIVEN_UP);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isTrue();
        assertThat(catchThrowableOfType(MizanException.class, () -> story.capture(attempt, "second"))
                        .code())
                .isEqualTo(ErrorCode.ATTEMPT_STATE_CONFLICT);

        story.timePasses(Duration.ofHours(9));

        assertThat(story.captures(attempt)).allMatch(GatewayCommand::wasNeverActedOn);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isFalse();
        assertThat(story.told(attempt.order())).contains("command_never_acted", "case_cleared");
        trouble = Optional.empty();
        assertThat(story.capture(attempt, "second").captured()).isEqualTo(PRICE);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    /** Somebody else visits the order in the midst of a call whose answer never comes. */
    @Test
    void the_case_of_what_was_given_up_holds_while_it_is_sent_once_more() {
        var attempt = authorized();
        trouble = Optional.of(FAULT);
        story.capture(attempt, "first");
        story.timePasses(Duration.ofHours(2));
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isTrue();
        var visits = new AtomicInteger();
        whileOnTheWire = () -> story.bean(FactIntake.class).enter(attempt.order(), visit -> visits.incrementAndGet());

        story.timePasses(Duration.ofHours(2));

        assertThat(visits).hasPositiveValue();
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isTrue();
        assertThat(story.told(attempt.order())).doesNotContain("case_cleared");
    }

    /** Invariant 7: what nobody could ask about stays unknown, however long ago it was. */
    @Test
    void a_capture_that_the_gateway_was_not_asked_about_stays_unknown() {
        var attempt = authorized();
        trouble = Optional.of(FAULT);
        story.capture(attempt, "first");
        questionsReach = false;

        story.timePasses(Duration.ofHours(40));

        assertThat(story.captures(attempt)).extracting(GatewayCommand::state).containsExactly(CommandState.GIVEN_UP);
        assertThat(story.theCase(CaseKind.COMMAND_GIVEN_UP).holds()).isTrue();
    }

    @Test
    void a_capture_whose_answers_were_all_lost_is_never_taken_for_one_that_did_not_happen() {
        var attempt = authorized();
        trouble = Optional.of(FAULT);
        story.capture(attempt, "first");
        assertThat(provider.capture(page(attempt).payment, PRICE)).isTrue();

        story.timePasses(Duration.ofHours(40));

        assertThat(story.captures(attempt)).noneMatch(GatewayCommand::wasDeclined);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    // ---- what we were not let in to do
    // -------------------------------------------------------------------------------

    @Test
    void a_page_that_we_were_not_let_in_to_close_is_closed_once_we_are() {
        var order = story.place();
        var first = start(order, Optional.empty());
        next.add(TURNED_AWAY);
        var second = start(order, Optional.of(first));
        trouble = Optional.of(TURNED_AWAY);
        pays(second);
        story.timePasses(Duration.ofMinutes(20));
        assertThat(page(first).state).isEqualTo(Provider.PageState.OPEN);
        assertThat(story.theCase(CaseKind.TURNED_AWAY).holds()).isTrue();
        assertThat(story.commands(first, Operation.CLOSE)).hasSizeBetween(3, 8);

        trouble = Optional.empty();
        story.timePasses(Duration.ofMinutes(30));

        assertThat(page(first).state).isEqualTo(Provider.PageState.EXPIRED);
        assertThat(page(first).closedAt).isBefore(page(first).payUntil);
        assertThat(story.theCase(CaseKind.TURNED_AWAY).holds()).isFalse();
        assertThat(story.told(order)).contains("case_opened", "case_cleared");
    }

    // ---- what was settled
    // --------------------------------------------------------------------------------------------

    @Test
    void a_settled_case_opens_again_when_there_is_more_to_see() {
        var order = story.place();
        var first = start(order, Optional.empty());
        next.add(FAULT);
        var second = start(order, Optional.of(first));
        next.add(FAULT);
        var third = start(order, Optional.of(second));
        pays(first);
        pays(second);
        var twice = story.theCase(CaseKind.DUPLICATE_PAYMENT);
        settle(twice);
        story.timePasses(Duration.ofMinutes(5));

        pays(third);

        var again = story.theCase(CaseKind.DUPLICATE_PAYMENT);
        assertThat(again.state()).isEqualTo(CaseState.OPEN);
        assertThat(again.owner()).isEmpty();
        assertThat(again.openedAt()).isAfterOrEqualTo(twice.openedAt().plus(Duration.ofMinutes(5)));
        assertThat(twice.evidence().get("attempts")).doesNotContain(third.id().toString());
        assertThat(again.evidence().get("attempts")).contains(third.id().toString());
        assertThat(story.bean(Cases.class).actsOf(again.id()))
                .extracting(CaseActRecord::act)
                .containsExactly(CaseAct.RESOLVED, CaseAct.REOPENED);
        assertThat(story.told(order)).contains("case_reopened");
    }

    @Test
    void a_settled_case_stays_settled_while_nothing_new_is_seen() {
        var order = story.place();
        var attempt = start(order, Optional.empty());
        provider.pay(page(attempt), PRICE.minus(Money.ofMinor(100, "QAR")));
        lettersCome();
        settle(story.theCase(CaseKind.AMOUNT_MISMATCH));

        story.timePasses(Duration.ofHours(30));

        assertThat(story.theCase(CaseKind.AMOUNT_MISMATCH).state()).isEqualTo(CaseState.RESOLVED);
        assertThat(story.told(order)).doesNotContain("case_reopened");
    }

    @Test
    void a_callback_that_dies_once_more_opens_its_settled_case_again() {
        story.started();
        var letter = unreadable();
        story.timePasses(Duration.ofHours(8));
        settle(story.theCase(CaseKind.DEAD_EVENT));

        assertThat(story.bean(InboxWorker.class).takeUpAgain(letter)).isTrue();
        assertThat(story.theCase(CaseKind.DEAD_EVENT).holds()).isFalse();
        story.timePasses(Duration.ofHours(8));

        assertThat(story.theCase(CaseKind.DEAD_EVENT).state()).isEqualTo(CaseState.OPEN);
        assertThat(story.theCase(CaseKind.DEAD_EVENT).holds()).isTrue();
    }

    // ---- what is enough
    // -----------------------------------------------------------------------------------------------

    @Test
    void an_order_takes_so_many_attempts_and_no_more() {
        var order = story.place();
        var attempt = start(order, Optional.empty());
        for (int made = 1; made < story.bean(CheckoutSettings.class).attemptsPerOrder(); made++) {
            attempt = start(order, Optional.of(attempt));
        }

        assertThat(refusalOfAnotherAttempt(order, attempt)).isEqualTo(ErrorCode.TOO_MANY_ATTEMPTS);
    }

    /** Whoever tries card after card is told to pay elsewhere; a page that is open still takes one that is good. */
    @Test
    void an_order_that_was_declined_too_often_begins_no_other_attempt_and_can_be_paid_where_it_was_begun() {
        var order = story.place();
        var attempt = start(order, Optional.empty());
        for (int tried = 0; tried < story.bean(CheckoutSettings.class).declinesPerOrder(); tried++) {
            provider.decline(page(attempt));
        }
        lettersCome();
        assertThat(refusalOfAnotherAttempt(order, attempt)).isEqualTo(ErrorCode.TOO_MANY_DECLINES);

        provider.pay(page(attempt), PRICE);
        lettersCome();

        assertThat(story.status(order)).isEqualTo(OrderStatus.PAID);
    }

    private ErrorCode refusalOfAnotherAttempt(OrderId order, AttemptSnapshot last) {
        return catchThrowableOfType(MizanException.class, () -> start(order, Optional.of(last)))
                .code();
    }

    // ---- what kills the process
    // --------------------------------------------------------------------------------------

    @Test
    void a_callback_that_kills_the_process_takes_no_others_down_with_it() {
        var attempt = story.started();
        var poison = unreadable();
        provider.pay(page(attempt), PRICE);
        provider.outgoing.forEach(this::receive);

        for (int deaths = 0; deaths < 40; deaths++) {
            var worker = story.bean(InboxWorker.class);
            for (var claim : worker.claimDue()) {
                if (claim.id().equals(poison.value()) && claim.attempts() <= 10) {
                    break; // it dies here, and with it whatever it had claimed
                }
                worker.work(List.of(claim));
            }
            scene.clock().forward(Duration.ofMinutes(2));
        }

        var inbox = story.bean(WebhookInbox.class);
        assertThat(inbox.find(poison).orElseThrow().state()).isEqualTo(WebhookState.DEAD);
        assertThat(scene.rows()
                        .list(
                                "SELECT state FROM webhook_event WHERE id <> ?",
                                row -> WebhookState.valueOf(row.text("state")),
                                poison.value()))
                .isNotEmpty()
                .containsOnly(WebhookState.PROCESSED, WebhookState.IGNORED);
    }

    @Test
    void callbacks_of_one_order_that_come_together_are_taken_in_by_one_visit() {
        var attempt = story.started();
        provider.pay(page(attempt), PRICE);
        provider.outgoing.forEach(this::receive);
        long before = version();
        var worker = story.bean(InboxWorker.class);
        var claims = worker.claimDue();

        worker.work(claims);

        assertThat(claims).hasSizeGreaterThan(1);
        assertThat(version()).isEqualTo(before + 1);
        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void one_that_does_not_go_in_keeps_those_that_came_with_it_not_out() {
        var attempt = story.started();
        provider.pay(page(attempt), PRICE);
        provider.outgoing.forEach(this::receive);
        var worker = story.bean(InboxWorker.class);
        var claims = new ArrayList<>(worker.claimDue());
        var last = claims.remove(claims.size() - 1);
        claims.add(new Claim(last.id(), last.number() - 1, last.attempts())); // another has it by now

        worker.work(claims);

        assertThat(story.status(attempt.order())).isEqualTo(OrderStatus.PAID);
        assertThat(story.bean(WebhookInbox.class)
                        .find(new EventId(last.id()))
                        .orElseThrow()
                        .state())
                .isEqualTo(WebhookState.RECEIVED);
    }

    private long version() {
        return scene.rows()
                .first("SELECT version FROM orders", row -> row.number("version"))
                .orElseThrow();
    }

    // ---- what is forgotten
    // -------------------------------------------------------------------------------------------

    @Test
    void the_body_of_a_callback_that_we_never_act_on_is_not_kept() {
        story.started();

        lettersCome();

        assertThat(scene.rows()
                        .list(
                                "SELECT sealed_body FROM webhook_event WHERE type = 'page.opened'",
                                row -> Optional.ofNullable(row.bytes("sealed_body"))))
                .isNotEmpty()
                .containsOnly(Optional.empty());
    }

    @Test
    void an_erasure_reaches_what_failed_what_was_written_into_cases_and_where_the_order_came_from() {
        var order = story.place();
        var attempt = start(order, Optional.empty());
        provider.pay(page(attempt), PRICE.minus(Money.ofMinor(100, "QAR")));
        lettersCome();
        settle(story.theCase(CaseKind.AMOUNT_MISMATCH));
        scene.rows().update("UPDATE orders SET address_hash = REPEAT('a', 64)");
        scene.rows().update("UPDATE payment_attempt SET address_hash = REPEAT('a', 64)");
        var letter = unreadable();
        var inbox = story.bean(WebhookInbox.class);
        var claim = story.bean(InboxWorker.class).claimDue().get(0);
        inbox.belongsTo(claim, order);

        assertThat(story.bean(CustomerRecords.class).erase(order, "mizan")).isTrue();

        assertThat(inbox.body(letter)).as("it is yet to be worked").isPresent();
        story.bean(Cases.class)
                .open(
                        Optional.empty(),
                        new Finding(CaseKind.DEAD_EVENT, letter.toString(), Optional.empty(), Map.of()));
        inbox.failed(claim, "it never could be worked", Optional.empty());
        assertThat(scene.rows()
                        .first(
                                "SELECT (SELECT COUNT(*) FROM webhook_event WHERE sealed_body IS NOT NULL)"
                                        + " + (SELECT COUNT(*) FROM case_act WHERE note IS NOT NULL)"
                                        + " + (SELECT COUNT(*) FROM exception_case WHERE resolution IS NOT NULL)"
                                        + " + (SELECT COUNT(*) FROM orders WHERE address_hash IS NOT NULL)"
                                        + " + (SELECT COUNT(*) FROM payment_attempt WHERE address_hash IS NOT NULL) AS kept",
                                row -> row.number("kept")))
                .contains(0L);
    }

    // ---- the wire
    // ----------------------------------------------------------------------------------------------------

    private GatewayResult call(boolean question, Supplier<GatewayResult> provided) {
        if (question) {
            return questionsReach ? provided.get() : FAULT;
        }
        whileOnTheWire.run();
        return Optional.ofNullable(next.poll()).or(() -> trouble).orElseGet(provided);
    }

    // ---- who does what
    // -----------------------------------------------------------------------------------------------

    private AttemptSnapshot start(OrderId order, Optional<AttemptSnapshot> replaced) {
        return story.start(order, CaptureMode.AUTOMATIC, replaced);
    }

    private AttemptSnapshot authorized() {
        var attempt = story.start(story.place(), CaptureMode.MANUAL, Optional.empty());
        pays(attempt);
        return attempt;
    }

    private Provider.Page page(AttemptSnapshot attempt) {
        return provider.pages().stream()
                .filter(page -> page.attempt.equals(attempt.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    private void pays(AttemptSnapshot attempt) {
        provider.pay(page(attempt), PRICE);
        lettersCome();
    }

    private void lettersCome() {
        provider.outgoing.forEach(this::receive);
        provider.outgoing.clear();
        story.workInbox();
    }

    private void receive(Provider.Letter letter) {
        story.receive(gateway, FakeGateway.signed(letter), FakeGateway.body(letter));
    }

    /** Signed, and yet not what the provider writes. */
    private EventId unreadable() {
        receive(new Provider.Letter(
                Provider.Desk.CARDS,
                "unreadable",
                FakeGateway.UNREADABLE,
                scene.clock().now(),
                ""));
        return scene.rows()
                .first(
                        "SELECT id FROM webhook_event WHERE provider_event_id = 'unreadable'",
                        row -> new EventId(row.id("id")))
                .orElseThrow();
    }

    private void settle(CaseSnapshot known) {
        story.bean(Cases.class).act(known.id(), known.version(), CaseAct.RESOLVED, Optional.of("looked into"), "agent");
    }
}
