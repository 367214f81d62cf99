package io.mizan.web.attempt;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.attempt.ProviderRefs;
import io.mizan.checkout.NextActions;
import io.mizan.checkout.ShowAttempt;
import io.mizan.command.Commands;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Operation;
import io.mizan.id.OrderId;
import io.mizan.web.access.Caller;
import io.mizan.web.idempotency.Outcome;
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
    NextActions next;

    @Inject
    ProviderRefs refs;

    @Inject
    Commands commands;

    /** With the address to pay at, which is noted as told from now on. */
    Object of(AttemptSnapshot attempt) {
        var shown = show.show(attempt);
        return caller.isBrowser() ? BrowserAttemptView.of(shown, nextAction(shown)) : merchant(shown);
    }

    /** As part of an order: as they stand, the addresses to pay at only if they were told before. */
    public List<AttemptView> ofOrder(OrderId order) {
        return attempts.ofOrder(order).stream().map(this::merchant).toList();
    }

    /** A capture as it was asked for; 202 while the gateway has not answered. */
    Outcome captured(AttemptSnapshot attempt, String reference) {
        var view = merchant(attempt);
        boolean outstanding = view.captures().stream()
                .filter(capture -> capture.reference().equals(reference))
                .anyMatch(CaptureView::isOutstanding);
        return outstanding ? Outcome.accepted(view) : Outcome.done(view);
    }

    private AttemptView merchant(AttemptSnapshot attempt) {
        return AttemptView.of(attempt, captures(attempt), nextAction(attempt), refs.of(attempt.id()));
    }

    private List<CaptureView> captures(AttemptSnapshot attempt) {
        if (attempt.capture() != CaptureMode.MANUAL) {
            return List.of();
        }
        return commands.ofAttempt(attempt.id()).stream()
                .filter(command -> command.operation() == Operation.CAPTURE
                        && command.reference().isPresent())
                .map(CaptureView::of)
                .toList();
    }

    private NextActionView nextAction(AttemptSnapshot attempt) {
        return NextActionView.of(next.of(attempt));
    }
}
