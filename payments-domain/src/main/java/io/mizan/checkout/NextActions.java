package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** What a checkout page does about an attempt. */
@ApplicationScoped
public class NextActions {
    private static final Duration POLL_AFTER = Duration.ofSeconds(2);

    private final Redirects redirects;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected NextActions() {
        this(null, null);
    }

    @Inject
    public NextActions(Redirects redirects, Clock clock) {
        this.redirects = redirects;
        this.clock = clock;
    }

    /**
     * A payable address is told only once it is noted as disclosed: from then on the customer may pay unseen. Once the
     * time to pay is over it is told to nobody any more: a form would still be taken, and could be paid after its attempt
     * was given up and another one paid.
     */
    public NextAction of(AttemptSnapshot attempt) {
        if (attempt.isUnderWay()) {
            return new NextAction.Wait(POLL_AFTER);
        }
        if (!attempt.open() || attempt.supersededAt().isPresent()) {
            return new NextAction.Nothing();
        }
        if (attempt.disclosedAt().isEmpty() || attempt.isPayTimeOver(clock.instant())) {
            return new NextAction.Wait(POLL_AFTER);
        }
        return redirects.open(attempt).<NextAction>map(NextAction.Go::new).orElse(new NextAction.Wait(POLL_AFTER));
    }
}
