package io.mizan.checkout;

import io.mizan.attempt.AttemptSnapshot;
import java.time.Duration;

/** What a checkout page does about an attempt. */
public final class NextActions {
    private static final Duration POLL_AFTER = Duration.ofSeconds(2);

    private NextActions() {}

    /** A payable address is told only once it is noted as disclosed: from then on the customer may pay unseen. */
    public static NextAction of(AttemptSnapshot attempt) {
        if (!attempt.open() || attempt.supersededAt().isPresent()) {
            return new NextAction.Nothing();
        }
        if (attempt.redirect().isPresent() && attempt.disclosedAt().isPresent()) {
            return new NextAction.Go(attempt.redirect().get());
        }
        return new NextAction.Wait(POLL_AFTER);
    }
}
