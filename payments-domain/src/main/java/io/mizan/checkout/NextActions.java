package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Redirects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** What a checkout page does about an attempt. */
@ApplicationScoped
public class NextActions {
    private static final Duration POLL_AFTER = Duration.ofSeconds(2);

    private final Redirects redirects;

    /** For the proxy of the container only. */
    protected NextActions() {
        this(null);
    }

    @Inject
    public NextActions(Redirects redirects) {
        this.redirects = redirects;
    }

    /** A payable address is told only once it is noted as disclosed: from then on the customer may pay unseen. */
    public NextAction of(AttemptSnapshot attempt) {
        if (!attempt.open() || attempt.supersededAt().isPresent()) {
            return new NextAction.Nothing();
        }
        return redirects
                .open(attempt)
                .filter(told -> attempt.disclosedAt().isPresent())
                .<NextAction>map(NextAction.Go::new)
                .orElse(new NextAction.Wait(POLL_AFTER));
    }
}
