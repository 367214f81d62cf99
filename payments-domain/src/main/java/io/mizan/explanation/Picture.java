package io.mizan.explanation;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.CaseState;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.RecordedFact;
import io.mizan.gateway.Operation;
import io.mizan.id.AttemptId;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderSnapshot;
import io.mizan.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A dossier, asked the questions from which answers and advice are put together. */
final class Picture {
    /** A worker that is this late has stopped, or has far too much to do. */
    static final Duration OVERDUE_AFTER = Duration.ofMinutes(5);

    private final Dossier dossier;

    Picture(Dossier dossier) {
        this.dossier = dossier;
    }

    OrderSnapshot order() {
        return dossier.order();
    }

    Dossier dossier() {
        return dossier;
    }

    Instant now() {
        return dossier.now();
    }

    boolean is(OrderStatus... any) {
        return Arrays.asList(any).contains(order().status());
    }

    boolean is(Fulfilment fulfilment) {
        return order().fulfilment() == fulfilment;
    }

    /** Nothing was paid and nothing will be, unless by surprise. */
    boolean orderEnded() {
        return is(OrderStatus.CANCELED, OrderStatus.EXPIRED);
    }

    List<AttemptSnapshot> attempts() {
        return dossier.attempts();
    }

    /**
     * The attempt that decides what comes next: one by which money is on its way, whatever page is open beside it; else the
     * open one, else the latest that is open all the same, else the last.
     */
    Optional<AttemptSnapshot> inQuestion() {
        return inFlight()
                .or(() -> order().openAttempt().flatMap(this::attempt))
                .or(() -> latestFirst().filter(AttemptSnapshot::open).findFirst())
                .or(() -> latestFirst().findFirst());
    }

    /**
     * The latest attempt at which the customer has done what is to be done, and whose money may arrive; unless the merchant has
     * accepted that it may arrive beside another payment.
     */
    Optional<AttemptSnapshot> inFlight() {
        return latestFirst()
                .filter(attempt -> attempt.open() && lastTryIs(attempt, FactKind.PAYER_APPROVED))
                .filter(attempt -> !attempt.isLeftBehind(dossier.facts()))
                .findFirst();
    }

    /** The attempt in question, if the gateway could still take money for it. */
    Optional<AttemptSnapshot> open() {
        return inQuestion().filter(AttemptSnapshot::open);
    }

    Stream<AttemptSnapshot> latestFirst() {
        return attempts().stream()
                .sorted(Comparator.comparingInt(AttemptSnapshot::number).reversed());
    }

    Optional<AttemptSnapshot> attempt(AttemptId id) {
        return attempts().stream().filter(attempt -> attempt.id().equals(id)).findFirst();
    }

    /** A surprise that still stands and that nobody has settled. */
    boolean unsettled(CaseKind kind) {
        return dossier.cases().stream().anyMatch(known -> known.kind() == kind && isUnsettled(known));
    }

    /** Since when a person has something to look into: the oldest surprise, else the attempt in question. */
    Optional<Instant> troubledSince() {
        return dossier.cases().stream()
                .filter(Picture::isUnsettled)
                .map(CaseSnapshot::openedAt)
                .min(Comparator.naturalOrder())
                .or(() -> inQuestion().map(AttemptSnapshot::createdAt));
    }

    /** Since when we know not what came of what we asked; the case was opened then, and tells it also once it is settled. */
    Optional<Instant> givenUpAt() {
        return dossier.cases().stream()
                .filter(known -> known.kind() == CaseKind.COMMAND_GIVEN_UP)
                .filter(known -> isUnsettled(known) || isGivenUp(known.subject()))
                .map(CaseSnapshot::openedAt)
                .min(Comparator.naturalOrder())
                .or(this::troubledSince);
    }

    private boolean isGivenUp(String command) {
        return dossier.commands().stream()
                .filter(known -> known.state() == CommandState.GIVEN_UP)
                .anyMatch(known -> known.id().toString().equals(command));
    }

    private static boolean isUnsettled(CaseSnapshot known) {
        return known.holds() && known.state() != CaseState.RESOLVED;
    }

    List<RecordedFact> facts(AttemptSnapshot attempt, FactKind... kinds) {
        var wanted = Arrays.asList(kinds);
        return dossier.facts().stream()
                .filter(fact -> fact.attempt().filter(attempt.id()::equals).isPresent())
                .filter(fact -> wanted.contains(fact.identity().kind()))
                .toList();
    }

    boolean has(AttemptSnapshot attempt, FactKind... kinds) {
        return !facts(attempt, kinds).isEmpty();
    }

    /** When it happened as the provider states it, else when we first knew. */
    static Instant time(RecordedFact fact) {
        return fact.fact().effectiveAt().orElse(fact.recordedAt());
    }

    static Optional<RecordedFact> latest(List<RecordedFact> facts) {
        return facts.stream().max(Comparator.comparing(Picture::time).thenComparing(RecordedFact::id));
    }

    /**
     * The last thing that the customer's tries at the gateway came to: a decline, a challenge or an approval. While one try is
     * on its way, another that came to nothing is no reason to pay again.
     */
    Optional<RecordedFact> lastTry(AttemptSnapshot attempt) {
        var tries = facts(attempt, FactKind.TRY_DECLINED, FactKind.CHALLENGE_REQUIRED, FactKind.PAYER_APPROVED);
        var onTheirWay = tries.stream()
                .filter(tried -> attempt.open() && isOnItsWay(tried, tries))
                .toList();
        return latest(onTheirWay.isEmpty() ? tries : onTheirWay);
    }

    private static boolean isOnItsWay(RecordedFact tried, List<RecordedFact> tries) {
        return tried.identity().kind() == FactKind.PAYER_APPROVED
                && tried.fact().detail().containsKey(Fact.ONE_TRY)
                && tries.stream()
                        .filter(other -> other.identity().kind() != FactKind.PAYER_APPROVED)
                        .filter(other ->
                                other.fact().objectRef().equals(tried.fact().objectRef()))
                        .noneMatch(other ->
                                endsAtAnyTime(other, tried) || time(other).isAfter(time(tried)));
    }

    private static boolean endsAtAnyTime(RecordedFact decline, RecordedFact approval) {
        return decline.fact().detail().containsKey(Fact.ONE_TRY)
                && decline.fact().qualifier().equals(approval.fact().qualifier());
    }

    /** Money that the customer has sent, and that only the network's confirmation makes ours. */
    static boolean isSent(RecordedFact tried) {
        return tried.fact().detail().containsKey(Fact.SENT);
    }

    boolean lastTryIs(AttemptSnapshot attempt, FactKind kind) {
        return lastTry(attempt).filter(fact -> fact.identity().kind() == kind).isPresent();
    }

    /** Commands whose outcome is open, of this attempt and operation. */
    Optional<GatewayCommand> outstanding(AttemptSnapshot attempt, Operation... operations) {
        return dossier.commands().stream()
                .filter(command -> command.attempt().equals(attempt.id()))
                .filter(command -> Arrays.asList(operations).contains(command.operation()))
                .filter(GatewayCommand::isOutstanding)
                .findFirst();
    }

    Optional<GatewayCommand> outstandingInQuestion(Operation... operations) {
        return inQuestion().flatMap(attempt -> outstanding(attempt, operations));
    }

    static boolean mayHaveHappened(GatewayCommand command) {
        return command.state() != CommandState.PLANNED;
    }

    boolean inquiryOverdue(AttemptSnapshot attempt) {
        return attempt.waitsSince()
                .filter(due -> due.plus(OVERDUE_AFTER).isBefore(now()))
                .isPresent();
    }

    boolean payTimeIsOver(AttemptSnapshot attempt) {
        return attempt.isPayTimeOver(now());
    }

    /** Until when the issuer holds the money, as far as the gateway has told. */
    Optional<Instant> heldUntil(AttemptSnapshot attempt) {
        return facts(attempt, FactKind.AUTHORIZED).stream()
                .flatMap(fact -> Optional.ofNullable(fact.fact().detail().get(Fact.VALID_UNTIL)).stream())
                .map(Instant::parse)
                .min(Comparator.naturalOrder());
    }
}
