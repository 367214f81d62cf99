package io.mizan.gateways.http;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayResult;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a reply comes to whoever gave it, by HTTP alone. Whatever is in doubt is unknown, never a no. */
public final class Outcomes {
    private static final Logger LOG = Logger.getLogger(Outcomes.class.getName());

    private Outcomes() {}

    /**
     * The result where HTTP alone decides: nothing sent, no answer, turned away at the door (429), or an answer that is
     * none of the provider's (5xx, and every status below 400 that is not 2xx). Empty for 2xx and the other 4xx, whose
     * body says what they mean.
     */
    public static Optional<GatewayResult> of(GatewayName gateway, HttpReply reply) {
        if (reply instanceof HttpReply.NotReached notReached) {
            LOG.log(Level.WARNING, "event=gateway.not_reached gateway={0} cause={1}", new Object[] {
                gateway, notReached.cause()
            });
            return Optional.of(new GatewayResult.Retryable(FailureCategory.NETWORK, Optional.empty()));
        }
        if (reply instanceof HttpReply.Unanswered unanswered) {
            LOG.log(Level.WARNING, "event=gateway.unanswered gateway={0} cause={1}", new Object[] {
                gateway, Words.forLog(unanswered.cause())
            });
            return Optional.of(new GatewayResult.Unknown(Words.kept(unanswered.cause())));
        }
        return ofStatus(gateway, (HttpReply.Answered) reply);
    }

    /** What asking after a request came to: that we may not ask says nothing of what we asked about. */
    public static GatewayResult ofTheQuestion(GatewayResult failure) {
        return failure instanceof GatewayResult.Declined declined
                ? GatewayResult.Unknown.ofAnswer("question refused " + declined.providerCode())
                : failure;
    }

    private static Optional<GatewayResult> ofStatus(GatewayName gateway, HttpReply.Answered answer) {
        if (answer.status() == 429) {
            return Optional.of(new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, answer.retryAfter()));
        }
        if (answer.isSuccess() || (answer.status() >= 400 && answer.status() < 500)) {
            return Optional.empty();
        }
        LOG.log(Level.WARNING, "event=gateway.failed gateway={0} status={1}", new Object[] {
            gateway, Integer.toString(answer.status())
        });
        return Optional.of(new GatewayResult.Unknown("http " + answer.status()));
    }
}
