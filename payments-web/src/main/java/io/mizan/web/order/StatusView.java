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
 * @param attempt the one that took the money, or holds it; while none does, the latest
 * @param failure why the latest try did not go through, while it has not; a suspicion of fraud is told as an issuer's no,
 *     for who tries stolen cards must not learn by it
 * @param givenBack {@code part} or {@code all} of the money, or it is on its way back
 * @param customerMessage one or two sentences to show, in the order's language
 * @param canRetry whether "try again" makes sense
 */
record StatusView(
        OrderId order,
        String status,
        Optional<AttemptId> attempt,
        Optional<String> attemptState,
        Optional<String> failure,
        Optional<String> givenBack,
        String customerMessage,
        boolean canRetry,
        NextActionView nextAction) {
    static StatusView of(OrderId order, Progress progress) {
        return new StatusView(
                order,
                progress.status().code(),
                progress.attempt(),
                progress.attemptState().map(state -> state.code()),
                progress.failure().map(StatusView::told),
                progress.givenBack().map(much -> much.code()),
                progress.customerMessage(),
                progress.canRetry(),
                NextActionView.of(progress.nextAction()));
    }

    private static String told(FailureCategory failure) {
        return failure == FailureCategory.FRAUD_SUSPECTED ? FailureCategory.ISSUER_DECLINED.code() : failure.code();
    }
}
