package io.mizan.intake;

import static java.util.stream.Collectors.toSet;

import io.mizan.attempt.NewAttempt;
import io.mizan.attempt.PaymentAttempt;
import io.mizan.attempt.ProviderRefs;
import io.mizan.attempt.Targets;
import io.mizan.cardtesting.TryDeclined;
import io.mizan.casework.CaseKind;
import io.mizan.casework.Finding;
import io.mizan.casework.UnlistedCode;
import io.mizan.command.Commands;
import io.mizan.command.GatewayCommand;
import io.mizan.command.NewCommand;
import io.mizan.fact.Account;
import io.mizan.fact.Evidence;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.RecordedFact;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import io.mizan.order.Order;
import io.mizan.sql.Claim;
import io.mizan.timeline.Timeline;
import io.mizan.timeline.TimelineEntry;
import io.mizan.timeline.TimelineKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * An order while its lock is held: what a visitor may do inside the one door. Lives as long as its transaction. What
 * is recorded here becomes state when the visitor leaves, and not before.
 */
public final class OrderVisit {
    private static final Set<Operation> COLLECTING = Set.of(Operation.COMPLETE, Operation.CAPTURE);

    private final Order order;
    private final Journals journals;
    private final Instant now;
    private final List<PaymentAttempt> attempts;
    private final List<NewFact> newFacts = new ArrayList<>();
    private final List<Timeline.Link> story = new ArrayList<>();
    private final List<Operation> planned = new ArrayList<>();
    private final List<RecordedFact> facts = new ArrayList<>();
    private boolean knowsFacts;
    private List<GatewayCommand> commands;
    private Map<AttemptId, List<ProviderRefs.Known>> refs;
    private boolean plannedCommands;
    private boolean wokeEvents;

    OrderVisit(Order order, Journals journals) {
        this.order = order;
        this.journals = journals;
        this.now = journals.clock().instant();
        this.attempts = new ArrayList<>(journals.attempts().managedOfOrder(order.id()));
    }

    /** A fact that this visit brought. */
    record NewFact(UUID id, Optional<AttemptId> attempt, Fact fact) {}

    /**
     * How a message reached us, as its evidence will tell.
     *
     * @param ref the stored event or command; one inquiry is as good as another, so theirs is the same
     * @param receivedAt if that was before the visit: a stored message may wait for its turn
     */
    public record Source(Evidence.Source how, String ref, Optional<Instant> receivedAt) {
        public static final Source INQUIRY = new Source(Evidence.Source.INQUIRY, "inquiry");

        /** Of a message that is received by this visit itself. */
        public Source(Evidence.Source how, String ref) {
            this(how, ref, Optional.empty());
        }
    }

    public Order order() {
        return order;
    }

    /** In the order of their numbers. */
    public List<PaymentAttempt> attempts() {
        return List.copyOf(attempts);
    }

    /** @throws IllegalArgumentException if it is not one of this order's */
    public PaymentAttempt attempt(AttemptId id) {
        return attempts.stream()
                .filter(attempt -> attempt.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " is not an attempt of " + order.id()));
    }

    /** The time of this visit, the same for all that it writes. */
    public Instant now() {
        return now;
    }

    /** Every fact of this order with its evidence, oldest first, those of this visit included. */
    public List<RecordedFact> facts() {
        return List.copyOf(knownFacts());
    }

    /** Read once: whoever holds the order's lock is the only one who adds to them. */
    private List<RecordedFact> knownFacts() {
        if (!knowsFacts) {
            facts.addAll(journals.facts().of(order.id()));
            knowsFacts = true;
        }
        return facts;
    }

    /** Every command of this order, as it stands now. */
    public List<GatewayCommand> commands() {
        if (commands == null) {
            commands = journals.commands().ofOrder(order.id());
        }
        return commands;
    }

    /** Changes commands of this order: what was read of them before no longer holds. */
    public void change(Consumer<Commands> work) {
        work.accept(journals.commands());
        commandsChanged();
    }

    /** What was read of them before no longer holds. */
    void commandsChanged() {
        commands = null;
    }

    /** What to name to the gateway when something is asked about this attempt. */
    public Target target(PaymentAttempt attempt) {
        var known = refs(attempt.id()).stream().map(ProviderRefs.Known::ref).toList();
        return Targets.of(attempt.snapshot(), known);
    }

    private List<ProviderRefs.Known> refs(AttemptId attempt) {
        if (refs == null) {
            refs = journals.refs().of(attempts.stream().map(PaymentAttempt::id).toList());
        }
        return refs.getOrDefault(attempt, List.of());
    }

    /** Begins an attempt; it becomes the order's open one. */
    public PaymentAttempt begin(NewAttempt begun) {
        var attempt = journals.attempts().add(begun);
        attempts.add(attempt);
        order.open(attempt.id());
        return attempt;
    }

    /** Notes the references that we give it ourselves, so that what bears one finds it from the first moment on. */
    public void register(PaymentAttempt attempt, List<ProviderRef> ours) {
        var owner = new ProviderRefs.Owner(order.id(), attempt.id());
        ours.forEach(ref -> journals.refs().addOurs(owner, attempt.account(), ref));
        refs = null;
    }

    /**
     * Takes in what a verified message says of an attempt. What is known already only gains evidence. That an inquiry finds
     * nothing is no end of what we asked to collect, as long as that may still show: it may be there, and only not be shown to
     * us.
     */
    public void learn(PaymentAttempt attempt, Observation observation, Source source) {
        note(attempt, observation.refs());
        observation
                .redirect()
                .ifPresent(where -> attempt.payableAt(journals.redirects().seal(attempt.id(), where)));
        for (var fact : observation.facts()) {
            boolean proved = !fact.isInferredEnd() || source.how() != Evidence.Source.INQUIRY;
            if (proved || !mayStillShow(attempt)) {
                record(Optional.of(attempt.id()), fact, evidence(observation.message(), source, fact));
            }
        }
        for (var status : observation.unlisted()) {
            journals.cases().openOnce(UnlistedCode.ofStatus(attempt.gateway(), status));
        }
    }

    /** Keeps the ids by which a gateway named it in a message that told nothing else: it may have to be asked by them. */
    public void note(PaymentAttempt attempt, List<ProviderRef> mentioned) {
        var known = refs(attempt.id()).stream().map(ref -> ref.ref().value()).collect(toSet());
        var owner = new ProviderRefs.Owner(order.id(), attempt.id());
        for (var ref : mentioned) {
            if (known.add(ref.value()) && journals.refs().add(owner, attempt.account(), ref)) {
                wokeEvents |= journals.inbox().wake(attempt.account(), ref) > 0;
                refs = null;
            }
        }
    }

    /** A decision of ours about the whole order; a repeat changes nothing. */
    public void decide(FactKind decision, String actor) {
        var fact = Fact.of(decision, Account.OURS, order.id().toString());
        record(Optional.empty(), fact, decisionEvidence(decision.code(), actor));
    }

    /** The gateway definitely refused to open a checkout: the attempt has failed. */
    public void refused(PaymentAttempt attempt, String category, String code, Source source) {
        var fact = Fact.of(
                        FactKind.CHECKOUT_REFUSED,
                        attempt.account(),
                        attempt.id().toString())
                .with(Fact.CATEGORY, category)
                .with(Fact.CODE, code);
        var message = Observation.Message.answering(Operation.OPEN_CHECKOUT.code(), "");
        record(Optional.of(attempt.id()), fact, evidence(message, source, fact));
    }

    /**
     * The gateway definitely refused to take what the customer approved: that try has come to nothing, and waits for no answer
     * any more.
     *
     * @param key of our completion, which tells one try from the next
     */
    public void completionRefused(PaymentAttempt attempt, String key, String category, String code, Source source) {
        var fact = Fact.of(
                        FactKind.TRY_DECLINED, attempt.account(), attempt.id().toString())
                .withQualifier(key)
                .with(Fact.CATEGORY, category)
                .with(Fact.CODE, code)
                .with(Fact.REQUEST_REFUSED, "true")
                .at(afterApproval(attempt));
        var message = Observation.Message.answering(Operation.COMPLETE.code(), "");
        record(Optional.of(attempt.id()), fact, evidence(message, source, fact));
    }

    /** What was refused was approved before, whatever the two clocks say. */
    private Instant afterApproval(PaymentAttempt attempt) {
        return facts().stream()
                .filter(fact -> fact.attempt().filter(attempt.id()::equals).isPresent())
                .filter(fact -> fact.identity().kind() == FactKind.PAYER_APPROVED)
                .flatMap(fact -> fact.fact().effectiveAt().stream())
                .map(at -> at.plusMillis(1))
                .filter(now::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /**
     * Stores a command, to be sent after this transaction.
     *
     * @param ordinal tells apart several of one operation for an attempt
     * @param dueAt when a worker may take it up
     * @return the command's id
     */
    public UUID plan(
            PaymentAttempt attempt,
            int ordinal,
            Optional<String> reference,
            Optional<Money> amount,
            GatewayRequest request,
            Instant dueAt) {
        var id = journals.ids().next();
        if (!journals.commands()
                .plan(new NewCommand(id, order.id(), attempt.id(), ordinal, reference, amount, request, dueAt))) {
            throw new IllegalStateException(
                    request.operation().code() + " " + ordinal + " of " + attempt.id() + " is planned already");
        }
        commandsChanged();
        planned.add(request.operation());
        plannedCommands |= !dueAt.isAfter(now);
        return id;
    }

    /**
     * Asks the gateway to take no more money for an attempt: releases what is authorized, else closes the page. If the
     * gateway said no, an inquiry tells why; if it did not even look at what was asked, it is asked again later, at
     * growing intervals.
     *
     * @param dueAt when a worker may take it up, the first time
     * @return the command, if there was something to ask and it was not being asked
     */
    public Optional<UUID> planEnd(PaymentAttempt attempt, Instant dueAt) {
        return new Endings(this, journals).plan(attempt, dueAt);
    }

    /**
     * As {@link #planEnd}, for somebody who wants it now: what waits to be asked again is not waited for.
     *
     * @return the command, which is theirs alone to send
     */
    public Optional<Claim> planEndOnRequest(PaymentAttempt attempt, Instant dueAt) {
        return new Endings(this, journals).planOnRequest(attempt, dueAt);
    }

    /**
     * The gateway has proved that it never acted on what was given up, and nothing will send it again: it is over, and
     * the same may be asked anew.
     */
    public void neverActed(GatewayCommand command) {
        if (journals.commands().neverActed(command.id())) {
            commandsChanged();
            tell(
                    TimelineKind.COMMAND_NEVER_ACTED,
                    "mizan",
                    Optional.of(command.attempt()),
                    Map.of("operation", command.operation().code()));
        }
    }

    /** What we told the gateway to take may have been taken: until that is known, nothing is ended (invariant 7). */
    boolean isBeingCompleted(PaymentAttempt attempt) {
        return isOutstanding(attempt, Set.of(Operation.COMPLETE));
    }

    /** What we asked to collect may have been collected: until that is known, nothing is released (invariant 7). */
    public boolean isBeingCollected(PaymentAttempt attempt) {
        return isOutstanding(attempt, COLLECTING);
    }

    private boolean isOutstanding(PaymentAttempt attempt, Set<Operation> asked) {
        return outstanding(attempt, asked).findAny().isPresent();
    }

    /**
     * Whether what we asked to collect may still come to light. What can be sent no more, and has not shown for as long as an
     * attempt is watched after its end, is as good as an attempt that ended: should it show all the same, it is a late success.
     */
    private boolean mayStillShow(PaymentAttempt attempt) {
        var watched = journals.gateways().find(attempt.account()).map(gateway -> gateway.profile()
                .watchFor());
        return outstanding(attempt, COLLECTING)
                .anyMatch(command -> watched.filter(since -> command.isGivenUpSince(now.minus(since)))
                        .isEmpty());
    }

    private Stream<GatewayCommand> outstanding(PaymentAttempt attempt, Set<Operation> asked) {
        return commands().stream()
                .filter(command -> command.attempt().equals(attempt.id()) && asked.contains(command.operation()))
                .filter(GatewayCommand::isOutstanding);
    }

    /**
     * Whether nobody was shown where to pay it, and the gateway has told of nothing that could be closed. Such an
     * attempt holds up nothing: it may {@link #giveWay}.
     */
    public boolean isUnseen(PaymentAttempt attempt) {
        return !attempt.isDisclosed() && !isAnythingTold(attempt);
    }

    /** What we call it ourselves says nothing of that. */
    boolean isAnythingTold(PaymentAttempt attempt) {
        return refs(attempt.id()).stream().anyMatch(ref -> !ref.ours());
    }

    /** The gateway still says neither yes nor no, long after the time to pay: a person has to have it decide. */
    public void undecided(PaymentAttempt attempt) {
        var finding = new Finding(
                CaseKind.UNDECIDED,
                attempt.id().toString(),
                Optional.of(attempt.id()),
                Map.of(
                        "gateway",
                        attempt.gateway().value(),
                        "state",
                        attempt.state().code()));
        if (journals.cases().open(Optional.of(order.id()), finding)) {
            tell(
                    TimelineKind.CASE_OPENED,
                    "mizan",
                    Optional.of(attempt.id()),
                    Map.of("case", finding.kind().code()));
        }
    }

    /** Takes an attempt out of the way; should its page turn up later, it is closed and never shown. */
    public void giveWay(PaymentAttempt attempt) {
        order.release(attempt.id());
        if (!attempt.isSuperseded()) {
            attempt.supersede(now);
            tell(TimelineKind.ATTEMPT_SUPERSEDED, "mizan", Optional.of(attempt.id()), Map.of());
        }
    }

    /** Tells on the order's timeline; written when the visitor leaves. */
    public void tell(TimelineKind kind, String actor, Optional<AttemptId> attempt, Map<String, String> detail) {
        tell(kind.code(), actor, attempt, Optional.empty(), detail);
    }

    void tell(String kind, String actor, Optional<AttemptId> attempt, Optional<UUID> fact, Map<String, String> detail) {
        var entry = new TimelineEntry(order.nextTimelineSeq(), now, kind, actor, attempt, fact, detail);
        var link = Timeline.link(order.id(), entry, order.timelineHead());
        story.add(link);
        order.timelineGrew(link.hash(), now);
    }

    void writeStory() {
        journals.timeline().write(story);
    }

    /** Whether this visit brought a fact that was not known. */
    public boolean hasLearned() {
        return !newFacts.isEmpty();
    }

    List<NewFact> newFacts() {
        return newFacts;
    }

    /** Everything that it changed, as the timeline tells it: nothing changes untold. */
    Changes changes() {
        return new Changes(story.stream().map(Timeline.Link::entry).toList(), planned);
    }

    Optional<TryDeclined> tryDeclined() {
        boolean declined = newFacts.stream().anyMatch(brought -> brought.fact().kind() == FactKind.TRY_DECLINED);
        return declined ? Optional.of(new TryDeclined(order.apiKeyId())) : Optional.empty();
    }

    boolean plannedCommands() {
        return plannedCommands;
    }

    boolean wokeEvents() {
        return wokeEvents;
    }

    private void record(Optional<AttemptId> attempt, Fact fact, Evidence evidence) {
        var known = knownFacts();
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).identity().equals(fact.identity())) {
                known.set(i, journals.facts().confirm(order.id(), known.get(i), evidence));
                return;
            }
        }
        var recorded = journals.facts().record(order.id(), attempt, fact, evidence);
        known.add(recorded);
        newFacts.add(new NewFact(recorded.id(), attempt, fact));
    }

    private Evidence evidence(Observation.Message message, Source source, Fact fact) {
        return new Evidence(
                source.how(),
                source.ref(),
                message.ref(),
                message.type(),
                message.sha256(),
                message.proof(),
                fact.effectiveAt(),
                fact.detail(),
                source.receivedAt().orElse(now));
    }

    private Evidence decisionEvidence(String decision, String actor) {
        return new Evidence(
                Evidence.Source.DECISION, decision, "", decision, "", actor, Optional.empty(), Map.of(), now);
    }
}
