package io.mizan.reconciliation;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.attempt.PaymentAttempt;
import io.mizan.attempt.Targets;
import io.mizan.casework.CaseKind;
import io.mizan.casework.GatewayCases;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Gateways;
import io.mizan.id.AttemptId;
import io.mizan.intake.FactIntake;
import io.mizan.intake.OrderVisit;
import io.mizan.outage.GatewayCalls;
import io.mizan.sql.Claim;
import io.mizan.sql.ClaimLost;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the gateway about each open or watched attempt that is due, and takes its answer through the one door. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER) // no database transaction is ever open across the wire (invariant 6)
public class ReconcileAttempts {
    private static final System.Logger LOG = System.getLogger("mizan.reconciliation");
    /** Further failures in a row say nothing new and would bury the rest of the timeline. */
    private static final int FAILURES_TOLD = 3;

    private final DueRows due;
    private final Attempts attempts;
    private final Targets targets;
    private final Gateways gateways;
    private final GatewayCases cases;
    private final GatewayCalls calls;
    private final FactIntake intake;
    private final ReconciliationSettings settings;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected ReconcileAttempts() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public ReconcileAttempts(
            DueRows due,
            Attempts attempts,
            Targets targets,
            Gateways gateways,
            GatewayCases cases,
            GatewayCalls calls,
            FactIntake intake,
            ReconciliationSettings settings,
            Clock clock) {
        this.due = due;
        this.attempts = attempts;
        this.targets = targets;
        this.gateways = gateways;
        this.cases = cases;
        this.calls = calls;
        this.intake = intake;
        this.settings = settings;
        this.clock = clock;
    }

    public List<Claim> claimDue() {
        return due.claimInquiries();
    }

    /** Asks about one claimed attempt. If that fails, it is due again when its lease runs out. */
    public void work(Claim claim) {
        try {
            var attempt = attempts.find(new AttemptId(claim.id())).orElseThrow();
            var found = gateways.find(attempt.account());
            if (found.isEmpty()) {
                cases.open(CaseKind.GATEWAY_MISSING, attempt.account());
                due.heldBack(claim, clock.instant().plus(GatewayCases.LOOK_AGAIN));
                return;
            }
            var gateway = found.get();
            cases.clear(CaseKind.GATEWAY_MISSING, gateway.account());
            if (!calls.lets(gateway.name())) {
                due.heldBack(claim, clock.instant().plus(calls.heldBackFor(gateway.name())));
                return;
            }
            var askedAt = clock.instant();
            var answer = calls.inquire(gateway, targets.of(attempt));
            intake.enter(
                    attempt.order(),
                    visit -> record(visit, attempt, claim, new Asked(gateway.profile(), askedAt, answer)));
        } catch (ClaimLost lost) {
            LOG.log(WARNING, "event=inquiry.claim_lost attempt={0}", new AttemptId(claim.id()));
        } catch (RuntimeException failure) {
            LOG.log(ERROR, "event=inquiry.failed attempt=" + new AttemptId(claim.id()), failure);
        }
    }

    private record Asked(GatewayProfile profile, Instant at, GatewayResult answer) {}

    private void record(OrderVisit visit, AttemptSnapshot before, Claim claim, Asked asked) {
        var attempt = visit.attempt(before.id());
        var answer = asked.answer();
        if (attempt.inquiryClaimNo() != claim.number()) {
            throw new ClaimLost(claim);
        }
        attempt.inquiryEnds(before);
        if (answer instanceof GatewayResult.Accepted accepted) {
            visit.learn(attempt, accepted.observation(), OrderVisit.Source.INQUIRY);
            tellAnswer(visit, attempt, before);
            if (accepted.observation().isClear()) {
                NeverActed.settle(visit, attempt, asked.profile(), accepted.observation(), asked.at());
            }
        } else if (!(answer instanceof GatewayResult.NotFound) && claim.attempts() <= FAILURES_TOLD) {
            visit.tell(TimelineKind.INQUIRY_FAILED, "mizan", Optional.of(attempt.id()), Map.of("cause", cause(answer)));
        }
        if (saysSomething(answer)) {
            attempt.inquired(visit.now());
        }
        if (isUndecidedTooLong(visit, attempt, asked.profile())) {
            visit.undecided(attempt);
        }
        attempt.scheduleInquiry(asked.profile(), visit.now());
    }

    /** A hold is decided: the merchant collects it or lets it go, or it lapses. */
    private boolean isUndecidedTooLong(OrderVisit visit, PaymentAttempt attempt, GatewayProfile profile) {
        var payUntil = attempt.payUntil().orElseGet(() -> attempt.createdAt().plus(profile.payFor()));
        return attempt.isOpen()
                && !attempt.authorized().isPositive()
                && !visit.hasLearned()
                && payUntil.plus(settings.undecidedAfter()).isBefore(visit.now());
    }

    /** Whoever turns us away has not looked. */
    private static boolean saysSomething(GatewayResult answer) {
        boolean turnedAway = answer instanceof GatewayResult.Declined declined && declined.isTurnedAway();
        return !turnedAway
                && !(answer instanceof GatewayResult.Unknown)
                && !(answer instanceof GatewayResult.Retryable);
    }

    /** An answer that brings nothing new is seen on the attempt; only one that does is a story of its own. */
    private static void tellAnswer(OrderVisit visit, PaymentAttempt attempt, AttemptSnapshot asked) {
        if (visit.hasLearned()) {
            visit.tell(
                    TimelineKind.INQUIRY_ANSWERED,
                    "gateway",
                    Optional.of(attempt.id()),
                    Map.of("asked_when", asked.state().code()));
        }
    }

    private static String cause(GatewayResult answer) {
        if (answer instanceof GatewayResult.Unknown unknown) {
            return unknown.cause();
        }
        if (answer instanceof GatewayResult.Retryable retryable) {
            return retryable.category().code();
        }
        return ((GatewayResult.Declined) answer).providerCode();
    }
}
