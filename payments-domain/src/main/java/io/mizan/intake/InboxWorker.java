package io.mizan.intake;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.mizan.casework.CaseKind;
import io.mizan.casework.Cases;
import io.mizan.casework.Finding;
import io.mizan.casework.GatewayCases;
import io.mizan.fact.Account;
import io.mizan.halt.HaltPoint;
import io.mizan.id.EventId;
import io.mizan.id.OrderId;
import io.mizan.inbox.WebhookEvent;
import io.mizan.inbox.WebhookInbox;
import io.mizan.sql.Claim;
import io.mizan.sql.ClaimLost;
import io.mizan.sql.SqlFailure;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works stored callbacks: reads each, finds its order, and takes what it says through the one door. */
@ApplicationScoped
public class InboxWorker {
    private static final System.Logger LOG = System.getLogger("mizan.inbox");
    private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(30);
    private static final Duration LATE_LOOK = Duration.ofDays(1);

    private final WebhookInbox inbox;
    private final CallbackReading reading;
    private final FactIntake intake;
    private final Cases cases;
    private final GatewayCases gatewayCases;
    private final Shelf shelf;
    private final Burial burial;
    private final InboxSettings settings;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected InboxWorker() {
        this(null, null, null, null, null, null, null, InboxSettings.DEFAULT, null);
    }

    @Inject
    public InboxWorker(
            WebhookInbox inbox,
            CallbackReading reading,
            FactIntake intake,
            Cases cases,
            GatewayCases gatewayCases,
            Shelf shelf,
            Burial burial,
            InboxSettings settings,
            Clock clock) {
        this.inbox = inbox;
        this.reading = reading;
        this.intake = intake;
        this.cases = cases;
        this.gatewayCases = gatewayCases;
        this.shelf = shelf;
        this.burial = burial;
        this.settings = settings;
        this.clock = clock;
    }

    public List<Claim> claimDue() {
        return inbox.claimDue(settings.batch(), settings.lease());
    }

    /**
     * Makes one that was not worked to its end due now, with all its tries before it; if it was dead, it no longer is.
     *
     * @return false if it was worked meanwhile, or may not be
     */
    public boolean takeUpAgain(EventId event) {
        return burial.undo(event);
    }

    /**
     * Works claimed callbacks; those that are about one order are taken in by one visit. Never throws for what is wrong with
     * one: that is noted on its row.
     */
    public void work(List<Claim> claims) {
        HaltPoint.CALLBACK_CLAIMED.pass();
        var ofOrders = new LinkedHashMap<OrderId, List<Opened>>();
        for (var claim : claims) {
            guarded(claim, () -> open(claim).ifPresent(opened -> ofOrders.computeIfAbsent(
                            opened.said().owner().order(), order -> new ArrayList<>())
                    .add(opened)));
        }
        ofOrders.forEach(this::takeTogether);
    }

    /** One that is about an order of ours. */
    private record Opened(Claim claim, WebhookEvent event, CallbackReading.Meaning.Ours said) {}

    /** Should one of them not go in, it must not keep the others out. */
    private void takeTogether(OrderId order, List<Opened> letters) {
        if (letters.size() > 1) {
            try {
                take(order, letters);
                return;
            } catch (RuntimeException failure) {
                if (SqlFailure.isLockConflict(failure)) {
                    letters.forEach(letter -> guarded(letter.claim(), () -> inbox.postponed(letter.claim())));
                    return;
                }
                LOG.log(INFO, "event=inbox.one_by_one order=" + order + " callbacks=" + letters.size(), failure);
            }
        }
        letters.forEach(letter -> guarded(letter.claim(), () -> take(order, List.of(letter))));
    }

    private void guarded(Claim claim, Runnable work) {
        try {
            work.run();
        } catch (ClaimLost lost) {
            LOG.log(WARNING, "event=inbox.claim_lost webhook={0}", new EventId(claim.id()));
        } catch (RuntimeException failure) {
            putBack(claim, failure);
        }
    }

    /** Reads it; what is not about an order of ours is done with then. */
    private Optional<Opened> open(Claim claim) {
        if (claim.attempts() > settings.mostAttempts()) {
            bury(claim, "taken up " + settings.mostAttempts() + " times without an end");
            return Optional.empty();
        }
        var letter = inbox.letter(new EventId(claim.id())).orElseThrow();
        var event = letter.event();
        var meaning = read(letter);
        if (meaning instanceof CallbackReading.Meaning.NoGateway) {
            waitForGateway(claim, event);
            return Optional.empty();
        }
        if (event.reason().filter(WebhookInbox.GATEWAY_MISSING::equals).isPresent()) {
            gatewayCases.clear(CaseKind.GATEWAY_MISSING, new Account(event.account()));
        }
        if (meaning instanceof CallbackReading.Meaning.Ours ours) {
            return Optional.of(new Opened(claim, event, ours));
        }
        if (meaning instanceof CallbackReading.Meaning.Unmatched unmatched) {
            putAside(claim, event, unmatched);
        } else {
            inbox.irrelevant(claim, ((CallbackReading.Meaning.Irrelevant) meaning).reason());
        }
        return Optional.empty();
    }

    /** What one of them makes of its adapter must not take the turn of those that were claimed with it. */
    private CallbackReading.Meaning read(WebhookInbox.Letter letter) {
        try {
            return reading.of(letter);
        } catch (StackOverflowError | LinkageError fault) {
            throw new IllegalStateException("the adapter broke", fault);
        }
    }

    /** A gateway comes back when its settings are mended: until then nothing is lost, and a person knows. */
    private void waitForGateway(Claim claim, WebhookEvent event) {
        gatewayCases.open(CaseKind.GATEWAY_MISSING, new Account(event.account()));
        if (event.receivedAt().plus(settings.lookFor()).isBefore(clock.instant())) {
            bury(claim, WebhookInbox.GATEWAY_MISSING);
        } else {
            inbox.waitsForGateway(claim, clock.instant().plus(GatewayCases.LOOK_AGAIN));
        }
    }

    private void take(OrderId order, List<Opened> letters) {
        letters.stream()
                .filter(letter -> letter.claim().attempts() > 1)
                .forEach(letter -> inbox.belongsTo(letter.claim(), order));
        intake.enter(order, visit -> letters.forEach(letter -> take(visit, letter)));
    }

    private void take(OrderVisit visit, Opened letter) {
        var event = letter.event();
        var said = letter.said();
        said.tell(visit, event);
        visit.tell(
                event.returnOf().isPresent() ? TimelineKind.SIGNED_RETURN_RECEIVED : TimelineKind.CALLBACK_RECEIVED,
                "gateway",
                Optional.of(said.owner().attempt()),
                told(event, said));
        if (visit.order().hasLostCustomer()) {
            inbox.forgetBody(event.id());
        }
        if (!caseAt(event).isAfter(visit.now())) {
            cases.clear(CaseKind.UNMATCHED_EVENT, event.id().toString());
        }
        inbox.processed(letter.claim(), visit.order().id());
    }

    private static Map<String, String> told(WebhookEvent event, CallbackReading.Meaning.Ours ours) {
        var detail = new HashMap<String, String>();
        detail.put("event", event.id().toString());
        detail.put("type", event.type());
        detail.put("received_at", event.receivedAt().toString());
        ours.hint().ifPresent(hint -> detail.put("hint", hint.reason()));
        return detail;
    }

    /** Ours waits for its order; what bears no mark of ours is kept, and read again should one of its ids become ours. */
    private void putAside(Claim claim, WebhookEvent event, CallbackReading.Meaning.Unmatched unmatched) {
        var account = new Account(event.account());
        if (unmatched.mark().isEmpty()) {
            shelf.foreign(claim, account, unmatched.refs());
        } else {
            boolean overdue = !caseAt(event).isAfter(clock.instant());
            if (overdue) {
                cases.open(
                        Optional.empty(),
                        new Finding(
                                CaseKind.UNMATCHED_EVENT,
                                event.id().toString(),
                                Optional.empty(),
                                Map.of(
                                        "type",
                                        event.type(),
                                        "mark",
                                        unmatched.mark().get().toString())));
            }
            shelf.ours(claim, account, unmatched.refs(), overdue ? lateLook(event) : Optional.of(caseAt(event)));
        }
    }

    private Instant caseAt(WebhookEvent event) {
        return event.receivedAt().plus(settings.caseAfter());
    }

    /** One that bears our mark may be another deployment's that shares the account: it is not looked for for ever. */
    private Optional<Instant> lateLook(WebhookEvent event) {
        var next = clock.instant().plus(LATE_LOOK);
        return event.receivedAt().plus(settings.lookFor()).isAfter(next) ? Optional.of(next) : Optional.empty();
    }

    private void putBack(Claim claim, RuntimeException failure) {
        try {
            if (SqlFailure.isLockConflict(failure)) {
                inbox.postponed(claim);
                return;
            }
            LOG.log(ERROR, "event=inbox.failed webhook=" + new EventId(claim.id()), failure);
            if (claim.attempts() >= settings.mostAttempts()) {
                bury(claim, describe(failure));
            } else {
                inbox.failed(
                        claim, describe(failure), Optional.of(clock.instant().plus(pause(claim.attempts()))));
            }
        } catch (ClaimLost lost) {
            LOG.log(WARNING, "event=inbox.claim_lost webhook={0}", new EventId(claim.id()));
        }
    }

    private void bury(Claim claim, String why) {
        burial.bury(claim, why);
        LOG.log(ERROR, "event=inbox.dead webhook={0}", new EventId(claim.id()));
    }

    /** The class says what kind of fault it is; its message may quote what must not be kept. */
    private static String describe(RuntimeException failure) {
        var fault = failure.getCause() instanceof Error error ? error : failure;
        return fault.getClass().getSimpleName();
    }

    private static Duration pause(int attempts) {
        var pause = FIRST_RETRY.multipliedBy(1L << Math.min(attempts, 10));
        return pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause;
    }
}
