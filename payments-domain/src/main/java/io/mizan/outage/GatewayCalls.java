package io.mizan.outage;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every call to a gateway goes through here, so that one that does not answer is noticed by what happens anyway. What was
 * asked for stays asked for: holding a call back only means later.
 */
@ApplicationScoped
public class GatewayCalls {
    private static final System.Logger LOG = System.getLogger("mizan.outage");

    private final Map<GatewayName, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final BreakerSettings settings;
    private final Event<OutageNews> news;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected GatewayCalls() {
        this(BreakerSettings.DEFAULT, null, null);
    }

    @Inject
    public GatewayCalls(BreakerSettings settings, Event<OutageNews> news, Clock clock) {
        this.settings = settings;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Whether to make a call that can wait, or to begin what ends in one. While a gateway is away this is true once in a
     * pause, for the call that finds out.
     */
    public boolean lets(GatewayName gateway) {
        return breaker(gateway).lets();
    }

    /** As {@link #lets(GatewayName)}, for one operation: what is made here needs nobody's answer. */
    public boolean lets(PaymentGateway gateway, Operation operation) {
        return gateway.profile().recoveryOf(operation) instanceof Recovery.Local || lets(gateway.name());
    }

    public Optional<Outage> outage(GatewayName gateway) {
        return breaker(gateway).outage();
    }

    /** How long it is held back for now, at least a second. */
    public Duration heldBackFor(GatewayName gateway) {
        var wait = outage(gateway)
                .map(outage -> Duration.between(clock.instant(), outage.nextProbe()))
                .orElse(Duration.ZERO);
        return wait.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : wait;
    }

    /**
     * Being turned away counts where customers are kept out by it: a permission that is missing for another operation
     * alone is told by its commands.
     */
    public GatewayResult send(PaymentGateway gateway, GatewayRequest request) {
        var result = gateway.send(request);
        boolean called = !(gateway.profile().recoveryOf(request.operation()) instanceof Recovery.Local);
        boolean telling = request.operation() == Operation.OPEN_CHECKOUT || !isTurnedAway(result);
        return called && telling ? noted(gateway, result) : result;
    }

    /** An answer that tells nothing of what was sent may be one to a question that we were not let in with. */
    public GatewayResult findOut(PaymentGateway gateway, GatewayRequest sent, Target target) {
        var result = gateway.findOut(sent, target);
        boolean telling = !(result instanceof GatewayResult.Unknown unknown && unknown.answered());
        return telling ? noted(gateway, result) : result;
    }

    public GatewayResult inquire(PaymentGateway gateway, Target target) {
        var result = gateway.inquire(target);
        // With nothing to ask by, an adapter says "not found" without asking.
        boolean called =
                !(result instanceof GatewayResult.NotFound) || !target.refs().isEmpty();
        return called ? noted(gateway, result) : result;
    }

    /** Asks about nothing, for a person who wants to know; what is found holds for whoever calls next. */
    public Connection checkConnection(PaymentGateway gateway) {
        var connection = gateway.checkConnection();
        if (connection == Connection.ACCEPTED) {
            answered(gateway.name());
        }
        return connection;
    }

    /** Whether it is known to be there and to let us in: it answered a call of this process, and the latest ones. */
    public boolean answers(GatewayName gateway) {
        return breaker(gateway).answers();
    }

    private GatewayResult noted(PaymentGateway gateway, GatewayResult result) {
        if (isOutage(result)) {
            failed(gateway.name(), Outage.Cause.UNANSWERED);
        } else if (isTurnedAway(result)) {
            failed(gateway.name(), Outage.Cause.TURNED_AWAY);
        } else if (!isUnasked(result)) {
            answered(gateway.name());
        }
        return result;
    }

    private static boolean isTurnedAway(GatewayResult result) {
        return result instanceof GatewayResult.Declined declined && declined.isTurnedAway();
    }

    /** Whoever answers is there, also if nobody can read what he says. */
    static boolean isOutage(GatewayResult result) {
        if (result instanceof GatewayResult.Unknown unknown) {
            return !unknown.answered() && !isUnasked(result);
        }
        return result instanceof GatewayResult.Retryable retryable
                && !retryable.answered()
                && retryable.category() != FailureCategory.RATE_LIMITED;
    }

    private static boolean isUnasked(GatewayResult result) {
        return result instanceof GatewayResult.Unknown unknown
                && unknown.cause().equals(GatewayResult.Unknown.NOT_ASKED);
    }

    private void failed(GatewayName gateway, Outage.Cause cause) {
        if (breaker(gateway).failed(cause)) {
            LOG.log(WARNING, "event=gateway.away gateway={0} cause={1}", gateway, cause);
            news.fire(new OutageNews(gateway, true));
        }
    }

    private void answered(GatewayName gateway) {
        if (breaker(gateway).answered()) {
            LOG.log(INFO, "event=gateway.back gateway={0}", gateway);
            news.fire(new OutageNews(gateway, false));
        }
    }

    private CircuitBreaker breaker(GatewayName gateway) {
        return breakers.computeIfAbsent(gateway, name -> new CircuitBreaker(settings, clock));
    }
}
