package io.mizan.web.order;

import io.mizan.checkout.CheckoutStatus.Progress;
import io.mizan.failure.FailureCategory;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.web.attempt.NextActionView;
import java.util.Optional;

/**
 * What a checkout page polls.
 *
 * @param attempt the latest one
 * @param failure why the latest try did not go through, while it has not
 * @param customerMessage one or two sentences to show, in the order's language
 * @param canRetry whether "try again" makes sense
 */
record StatusView(
        OrderId order,
        String status,
        Optional<AttemptId> attempt,
        Optional<String> attemptState,
        Optional<String> failure,
        String customerMessage,
        boolean canRetry,
        NextActionView nextAction) {
    static StatusView of(OrderId order, Progress progress) {
        return new StatusView(
                order,
                progress.status().code(),
                progress.attempt(),
                progress.attemptState().map(state -> state.code()),
                progress.failure().map(FailureCategory::code),
                progress.customerMessage(),
                progress.canRetry(),
                NextActionView.of(progress.nextAction()));
    }
}
