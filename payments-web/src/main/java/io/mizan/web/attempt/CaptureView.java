package io.mizan.web.attempt;

import io.mizan.command.GatewayCommand;
import io.mizan.money.Money;
import java.util.Optional;

/**
 * A capture that the merchant asked for.
 *
 * @param state {@code outstanding} until the gateway has answered, then {@code accepted} or {@code declined}
 * @param failure why it was declined
 */
public record CaptureView(
        String reference, Optional<Money> amount, String state, Optional<AttemptView.DeclineView> failure) {
    static final String OUTSTANDING = "outstanding";

    /** @param capture one with a reference; those that Mizan asks for by itself have none */
    static CaptureView of(GatewayCommand capture) {
        var state = capture.isOutstanding() ? OUTSTANDING : capture.wasDeclined() ? "declined" : "accepted";
        return new CaptureView(
                capture.reference().orElseThrow(),
                capture.amount(),
                state,
                capture.failure()
                        .map(category -> new AttemptView.DeclineView(
                                category.code(), capture.failureCode().orElse(""))));
    }

    boolean isOutstanding() {
        return state.equals(OUTSTANDING);
    }
}
