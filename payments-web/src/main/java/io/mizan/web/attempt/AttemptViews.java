package io.mizan.web.attempt;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.attempt.ProviderRefs;
import io.mizan.checkout.NextActions;
import io.mizan.checkout.ShowAttempt;
import io.mizan.id.OrderId;
import io.mizan.web.access.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Renders attempts for whoever asks. */
@RequestScoped
public class AttemptViews {
    @Inject
    Caller caller;

    @Inject
    Attempts attempts;

    @Inject
    ShowAttempt show;

    @Inject
    ProviderRefs refs;

    /** With the address to pay at, which is noted as told from now on. */
    Object of(AttemptSnapshot attempt) {
        var shown = show.show(attempt.id()).orElse(attempt);
        return caller.isBrowser() ? BrowserAttemptView.of(shown, nextAction(shown)) : merchant(shown);
    }

    /** As part of an order: as they stand, the addresses to pay at only if they were told before. */
    public List<AttemptView> ofOrder(OrderId order) {
        return attempts.ofOrder(order).stream().map(this::merchant).toList();
    }

    private AttemptView merchant(AttemptSnapshot attempt) {
        return AttemptView.of(attempt, nextAction(attempt), refs.of(attempt.id()));
    }

    private static NextActionView nextAction(AttemptSnapshot attempt) {
        return NextActionView.of(NextActions.of(attempt));
    }
}
