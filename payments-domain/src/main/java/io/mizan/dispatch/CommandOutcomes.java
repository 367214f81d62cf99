package io.mizan.dispatch;

import io.mizan.casework.CaseKind;
import io.mizan.casework.Cases;
import io.mizan.casework.Finding;
import io.mizan.casework.UnlistedCode;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.dispatch.CommandDispatcher.Shown;
import io.mizan.fact.Evidence;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Recovery;
import io.mizan.intake.FactIntake;
import io.mizan.intake.OrderVisit;
import io.mizan.sql.Claim;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Records what came of a command, through the one door: facts, the command's own state and its follow-up together. */
@ApplicationScoped
public class CommandOutcomes {
    /** How often the same key is tried once a command is given up; each try is as good as an inquiry. */
    private static final Duration RECOVERY_INTERVAL = Duration.ofHours(1);
    /** How long it is asked for by our reference; what is not seen in a day is not seen by asking once more. */
    private static final Duration LOOK_FOR = Duration.ofDays(1);

    private static final Set<Operation> ENDS = Set.of(Operation.CLOSE, Operation.VOID);
    private static final Set<Operation> MUST_HAPPEN = Set.of(Operation.CLOSE, Operation.VOID, Operation.COMPLETE);

    private final FactIntake intake;
    private final Cases cases;
    private final RetrySchedule retries;

    /** For the proxy of the container only. */
    protected CommandOutcomes() {
        this(null, null, DispatchSettings.DEFAULT);
    }

    @Inject
    public CommandOutcomes(FactIntake intake, Cases cases, DispatchSettings settings) {
        this.intake = intake;
        this.cases = cases;
        this.retries = new RetrySchedule(settings.retryPauses());
    }

    void record(Claim claim, GatewayCommand command, PaymentGateway gateway, GatewayResult result, Shown shown) {
        intake.enter(command.order(), visit -> {
            var recording = new Recording(visit, claim, command, gateway);
            if (result instanceof GatewayResult.Accepted accepted) {
                recording.accepted(accepted, shown);
            } else if (result instanceof GatewayResult.Declined declined) {
                recording.declined(declined);
            } else if (result instanceof GatewayResult.Retryable retryable) {
                recording.notActed(retryable);
            } else if (result instanceof GatewayResult.Unknown unknown) {
                recording.unknown(unknown.cause());
            } else {
                recording.unknown("not_found");
            }
        });
    }

    /** The recording of one outcome, under the order's lock. */
    private final class Recording {
        private final OrderVisit visit;
        private final Claim claim;
        private final GatewayCommand command;
        private final PaymentGateway gateway;

        Recording(OrderVisit visit, Claim claim, GatewayCommand command, PaymentGateway gateway) {
            this.visit = visit;
            this.claim = claim;
            this.command = command;
            this.gateway = gateway;
        }

        void accepted(GatewayResult.Accepted answer, Shown shown) {
            var attempt = visit.attempt(command.attempt());
            visit.learn(attempt, answer.observation(), source());
            if (!answer.observation().isClear()) {
                // What nobody here can read does not say that it was done.
                unknown("unlisted " + answer.observation().unlisted().get(0));
                return;
            }
            if (shown == Shown.TO_CALLER && answer.observation().redirect().isPresent() && !attempt.isSuperseded()) {
                attempt.disclose(visit.now());
            }
            visit.change(commands -> commands.accepted(claim));
            tell(TimelineKind.COMMAND_DONE, Map.of());
        }

        void declined(GatewayResult.Declined answer) {
            if (answer.isTurnedAway()) {
                turnedAway(answer);
            } else {
                refused(answer);
            }
        }

        /**
         * At the door, so it was not even looked at: it is sent again, for our credentials are put right meanwhile or were about
         * to be. What ends an attempt is asked anew instead, for as long as it is open, and may change with it.
         */
        private void turnedAway(GatewayResult.Declined answer) {
            if (command.state() != CommandState.PLANNED || command.operation() == Operation.COMPLETE) {
                // It says nothing of an earlier sending that may have been let in; and what the customer agreed to is
                // still to be taken, once we are let in.
                unknown(answer.providerCode());
                return;
            }
            var next = ENDS.contains(command.operation())
                    ? Optional.<Instant>empty()
                    : retries.next(command.id(), tries(), Optional.empty(), visit.now());
            if (next.isPresent()) {
                sendAgain(CommandState.PLANNED, next, answer.category());
            } else {
                refused(answer);
            }
        }

        private void refused(GatewayResult.Declined answer) {
            var attempt = visit.attempt(command.attempt());
            visit.change(commands -> commands.declined(claim, answer.category(), answer.providerCode()));
            tell(
                    TimelineKind.COMMAND_DECLINED,
                    Map.of("category", answer.category().code(), "code", answer.providerCode()));
            if (answer.unlisted()) {
                cases.openOnce(UnlistedCode.ofDecline(
                        gateway.name(), answer.providerCode(), answer.category().code()));
            }
            if (command.operation() == Operation.OPEN_CHECKOUT) {
                visit.refused(attempt, answer.category().code(), answer.providerCode(), source());
                return;
            }
            if (command.operation() == Operation.COMPLETE) {
                visit.completionRefused(
                        attempt, command.idempotencyKey(), answer.category().code(), answer.providerCode(), source());
            }
            attempt.askNow(visit.now(), Duration.ZERO); // why it said no is found out by asking
        }

        /** The gateway certainly did not act on this sending; on an earlier one it may have. */
        void notActed(GatewayResult.Retryable answer) {
            boolean neverActed = command.state() == CommandState.PLANNED;
            var next = retries.next(command.id(), tries(), answer.after(), visit.now());
            if (next.isPresent()) {
                sendAgain(neverActed ? CommandState.PLANNED : CommandState.UNKNOWN, next, answer.category());
            } else if (neverActed && !mustHappenInTheEnd()) {
                refused(new GatewayResult.Declined(answer.category(), "retries_used_up"));
            } else {
                giveUp(answer.category().code());
            }
        }

        private void sendAgain(CommandState from, Optional<Instant> next, FailureCategory why) {
            visit.change(commands -> commands.leave(claim, from, next));
            tell(TimelineKind.COMMAND_RETRY, Map.of("category", why.code()));
        }

        /**
         * What must take no more money must not stay payable because the gateway was away, and what the customer agreed to
         * must not be forgotten for it: that is never a no.
         */
        private boolean mustHappenInTheEnd() {
            return MUST_HAPPEN.contains(command.operation());
        }

        void unknown(String cause) {
            var next = retries.next(command.id(), tries(), Optional.empty(), visit.now());
            if (next.isPresent() && command.state() != CommandState.GIVEN_UP && anotherTryMayTell()) {
                visit.change(commands -> commands.leave(claim, CommandState.UNKNOWN, next));
                tell(TimelineKind.COMMAND_UNKNOWN, Map.of("cause", cause));
            } else {
                giveUp(cause);
            }
        }

        /**
         * This time included. What is asked after is not counted, for being held back is no try: there the time since it was
         * sent says how often it can have been.
         */
        private int tries() {
            boolean askedAfter = command.state() != CommandState.PLANNED
                    && gateway.profile().recoveryOf(command.operation()) instanceof Recovery.InquireByOurReference;
            var lastSent = command.lastSentAt().filter(at -> askedAfter);
            return lastSent.map(at -> retries.triesWithin(Duration.between(at, visit.now())))
                    .orElse(command.sends() + 1);
        }

        /** Nothing is assumed: the hold and the case stay, and where the key still holds it goes on asking. */
        private void giveUp(String cause) {
            if (command.state() != CommandState.GIVEN_UP) {
                tell(TimelineKind.COMMAND_GIVEN_UP, Map.of("cause", cause));
                cases.open(
                        Optional.of(command.order()),
                        new Finding(
                                CaseKind.COMMAND_GIVEN_UP,
                                command.id().toString(),
                                Optional.of(command.attempt()),
                                Map.of("operation", command.operation().code(), "cause", cause)));
            }
            visit.change(commands -> commands.leave(claim, CommandState.GIVEN_UP, nextRecovery()));
        }

        private Optional<Instant> nextRecovery() {
            var next = visit.now().plus(RECOVERY_INTERVAL);
            return mayTell(next) ? Optional.of(next) : Optional.empty();
        }

        /** Otherwise it would be taken up again and again for ever, and never be sent. */
        private boolean anotherTryMayTell() {
            return mayTell(visit.now());
        }

        /** Whether the recovery of this operation can still find out what came of it. */
        private boolean mayTell(Instant at) {
            var recovery = gateway.profile().recoveryOf(command.operation());
            var firstSent = command.sentAt().orElse(visit.now());
            if (recovery instanceof Recovery.SameKey sameKey) {
                return at.isBefore(firstSent.plus(sameKey.validFor()));
            }
            if (recovery instanceof Recovery.InquireByOurReference) {
                return at.isBefore(firstSent.plus(LOOK_FOR));
            }
            return recovery instanceof Recovery.Local;
        }

        private void tell(TimelineKind kind, Map<String, String> detail) {
            var words = new TreeMap<>(detail);
            words.put("operation", command.operation().code());
            visit.tell(kind, "mizan", Optional.of(command.attempt()), words);
        }

        private OrderVisit.Source source() {
            return new OrderVisit.Source(Evidence.Source.ANSWER, command.id().toString());
        }
    }
}
