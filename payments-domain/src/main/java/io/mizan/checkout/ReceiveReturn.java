package io.mizan.checkout;

import static java.lang.System.Logger.Level.WARNING;

import io.mizan.attempt.Attempts;
import io.mizan.attempt.Targets;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.SignedReturns;
import io.mizan.halt.HaltPoint;
import io.mizan.id.AttemptId;
import io.mizan.inbox.WebhookInbox;
import io.mizan.intake.WorkIsDue;
import io.mizan.time.Sampler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;

/**
 * Takes what a gateway signed and the customer's browser brought: judged like a callback, stored like one, and worked
 * through the same door. Whoever brings it twice brings one piece of evidence.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER) // stored by one statement that commits by itself
public class ReceiveReturn {
    private static final System.Logger LOG = System.getLogger("mizan.return");

    private final Gateways gateways;
    private final Attempts attempts;
    private final Targets targets;
    private final WebhookInbox inbox;
    private final Event<WorkIsDue> nudges;
    private final Sampler forgeries = new Sampler();

    /** For the proxy of the container only. */
    protected ReceiveReturn() {
        this(null, null, null, null, null);
    }

    @Inject
    public ReceiveReturn(
            Gateways gateways, Attempts attempts, Targets targets, WebhookInbox inbox, Event<WorkIsDue> nudges) {
        this.gateways = gateways;
        this.attempts = attempts;
        this.targets = targets;
        this.inbox = inbox;
        this.nudges = nudges;
    }

    /**
     * @param id the attempt to whose address it was posted, with its own token
     * @return what became of it, in one of a few words for the counter: {@code unsigned}, {@code forged},
     *     {@code foreign}, {@code undecided}, {@code stored} or {@code duplicate}; unsigned is also what comes back from a
     *     gateway that this deployment no longer has, for nobody can tell
     */
    public String receive(AttemptId id, Callback.Raw posted) {
        var attempt = attempts.find(id).orElseThrow();
        var gateway = gateways.find(attempt.account());
        if (gateway.isEmpty() || !(gateway.get() instanceof SignedReturns signing)) {
            return "unsigned";
        }
        return signing.verifyReturn(posted, targets.of(attempt))
                .map(verdict -> take(gateway.get(), id, verdict, posted.body()))
                .orElse("unsigned");
    }

    private String take(PaymentGateway gateway, AttemptId id, Callback.Verdict verdict, byte[] body) {
        if (verdict instanceof Callback.Verdict.Genuine genuine) {
            var receipt = inbox.receiveReturn(gateway, id, genuine, body);
            HaltPoint.CALLBACK_STORED.pass();
            nudges.fire(WorkIsDue.EVENTS);
            return receipt.name().toLowerCase(Locale.ROOT);
        }
        if (verdict instanceof Callback.Verdict.Undecided) {
            return "undecided";
        }
        if (verdict instanceof Callback.Verdict.Foreign foreign) {
            inbox.receive(gateway, foreign, body);
            LOG.log(WARNING, "event=return.foreign gateway={0} reason={1}", gateway.name(), foreign.reason());
            return "foreign";
        }
        var forged = (Callback.Verdict.Forged) verdict;
        forgeries
                .take()
                .ifPresent(passedOver -> LOG.log(
                        WARNING,
                        "event=return.forged gateway={0} attempt={1} reason={2} passed_over={3}",
                        gateway.name(),
                        id,
                        forged.reason(),
                        passedOver));
        return "forged";
    }
}
