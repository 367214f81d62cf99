package io.mizan.replay;

import static java.lang.System.Logger.Level.WARNING;

import io.mizan.id.EventId;
import io.mizan.id.OrderId;
import io.mizan.inbox.WebhookEvent;
import io.mizan.inbox.WebhookInbox;
import io.mizan.inbox.WebhookState;
import io.mizan.intake.CallbackReading;
import io.mizan.intake.CallbackReading.Meaning;
import io.mizan.intake.Changes;
import io.mizan.intake.FactIntake;
import io.mizan.intake.InboxWorker;
import io.mizan.intake.OrderVisit;
import io.mizan.intake.WorkIsDue;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffMember;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/**
 * Works a stored callback once more. What it tells is a fact that is known, or one that is new; there is no way in which a
 * repeat could count twice, so a replay may be repeated freely.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class ReplayEvents {
    private static final System.Logger LOG = System.getLogger("mizan.replay");

    private final WebhookInbox inbox;
    private final InboxWorker worker;
    private final CallbackReading reading;
    private final FactIntake intake;
    private final StaffAudit audit;
    private final Event<WorkIsDue> nudges;

    /** For the proxy of the container only. */
    protected ReplayEvents() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public ReplayEvents(
            WebhookInbox inbox,
            InboxWorker worker,
            CallbackReading reading,
            FactIntake intake,
            StaffAudit audit,
            Event<WorkIsDue> nudges) {
        this.inbox = inbox;
        this.worker = worker;
        this.reading = reading;
        this.intake = intake;
        this.audit = audit;
        this.nudges = nudges;
    }

    /** What working a callback once more would come to. */
    public sealed interface Preview {
        /** It is about an order of ours; {@code changes} is empty if everything that it says is known. */
        record Told(OrderId order, Changes changes) implements Preview {}

        /** It says something about money of nobody that we know; it would wait on. */
        record Unmatched() implements Preview {}

        /** It says nothing that we act on, or its body was destroyed. */
        record Irrelevant(String reason) implements Preview {}

        /** It is of another account or of the other mode, and is never applied. */
        record Foreign() implements Preview {}

        /** Reading it fails, as it did before. {@code fault} names the kind of failure. */
        record Fails(String fault) implements Preview {}
    }

    /** Does it to the end and rolls it back: what is told is what would be. */
    public Preview preview(WebhookEvent event) {
        if (event.isForeign()) {
            return new Preview.Foreign();
        }
        try {
            var meaning = reading.of(event);
            if (meaning instanceof Meaning.Ours ours) {
                var order = ours.owner().order();
                return new Preview.Told(order, intake.rehearse(order, visit -> ours.tell(visit, event)));
            }
            if (meaning instanceof Meaning.NoGateway) {
                return new Preview.Fails(WebhookInbox.GATEWAY_MISSING);
            }
            return meaning instanceof Meaning.Irrelevant irrelevant
                    ? new Preview.Irrelevant(irrelevant.reason())
                    : new Preview.Unmatched();
        } catch (RuntimeException failure) {
            return new Preview.Fails(failure.getClass().getSimpleName());
        }
    }

    /** What became of the wish to replay. */
    public enum Outcome {
        /** What it says went through the one door. */
        REPLAYED,
        /** It had not been worked to its end, and is due now. */
        DUE,
        /** There is nothing in it, or nothing left of it, that could be replayed. */
        NOTHING
    }

    /** @param who is audited, and named on the order's timeline */
    public Outcome replay(EventId id, StaffMember who) {
        var event = inbox.find(id);
        if (event.isEmpty() || event.get().isForeign()) {
            return Outcome.NOTHING;
        }
        return event.get().state() == WebhookState.PROCESSED ? again(event.get(), who) : due(event.get(), who);
    }

    /** Whose it is, as far as it can be read by now: one that still cannot stands on no order's timeline. */
    private Optional<Meaning.Ours> owner(WebhookEvent event) {
        try {
            return reading.of(event) instanceof Meaning.Ours ours ? Optional.of(ours) : Optional.empty();
        } catch (RuntimeException unreadable) {
            LOG.log(WARNING, "event=replay.not_read webhook=" + event.id(), unreadable);
            return Optional.empty();
        }
    }

    private Outcome again(WebhookEvent event, StaffMember who) {
        if (!(reading.of(event) instanceof Meaning.Ours ours)) {
            return Outcome.NOTHING;
        }
        intake.enter(ours.owner().order(), visit -> {
            ours.tell(visit, event);
            note(visit, ours, event, who);
        });
        audit.record(who, StaffAct.EVENT_REPLAYED, event.id().toString(), Map.of());
        return Outcome.REPLAYED;
    }

    private static void note(OrderVisit visit, Meaning.Ours ours, WebhookEvent event, StaffMember who) {
        visit.tell(
                TimelineKind.CALLBACK_REPLAYED,
                who.actor(),
                Optional.of(ours.owner().attempt()),
                Map.of("event", event.id().toString(), "type", event.type()));
    }

    private Outcome due(WebhookEvent event, StaffMember who) {
        if (!worker.takeUpAgain(event.id())) {
            return Outcome.NOTHING;
        }
        audit.record(who, StaffAct.EVENT_REPLAYED, event.id().toString(), Map.of());
        owner(event).ifPresent(ours -> intake.enter(ours.owner().order(), visit -> note(visit, ours, event, who)));
        nudges.fire(WorkIsDue.EVENTS);
        return Outcome.DUE;
    }
}
