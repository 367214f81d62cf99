package io.mizan.simulation;

import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import java.util.Set;
import java.util.TreeSet;

/** What the two sides must agree on in the end. */
final class Ending {
    private final Stage stage;
    private final Provider provider;
    private final Merchant merchant;
    private final Post post;
    private final Chronicle chronicle;

    Ending(Stage stage, Provider provider, Merchant merchant, Post post, Chronicle chronicle) {
        this.stage = stage;
        this.provider = provider;
        this.merchant = merchant;
        this.post = post;
        this.chronicle = chronicle;
    }

    /** @throws AssertionError if they do not agree */
    void check() {
        require(provider.breaches().isEmpty(), provider.breaches().toString());
        onePageForEachAttempt();
        provider.pagesWhosePaymentIs(Provider.PaymentState.SUCCEEDED).forEach(this::captureIsKnown);
        merchant.orders().forEach(this::noOrderIsPaidTwice);
        post.acknowledged().forEach(this::isNotLost);
        merchant.repeatWhatWasAnswered();
        stage.rows()
                .list("SELECT status FROM orders", row -> row.text("status"))
                .forEach(status -> chronicle.see("ends " + status));
        stage.rows()
                .list("SELECT kind FROM exception_case", row -> row.text("kind"))
                .forEach(kind -> chronicle.see("case " + kind));
    }

    private void onePageForEachAttempt() {
        var attempts = provider.pages().stream().map(page -> page.attempt).toList();
        require(attempts.size() == Set.copyOf(attempts).size(), "an attempt has two pages: " + attempts);
    }

    private void captureIsKnown(Provider.Page page) {
        long known = stage.rows()
                .first(
                        "SELECT COUNT(*) AS known FROM fact WHERE kind = ? AND object_ref = ?"
                                + " AND amount_minor = ? AND currency = ?",
                        row -> row.number("known"),
                        page.desk == Provider.Desk.INVOICES ? "CAPTURED_TOTAL" : "CAPTURED",
                        page.payment.id,
                        page.payment.captured.amountMinor(),
                        page.payment.captured.currencyCode())
                .orElseThrow();
        require(known == 1, "the capture of " + page.payment.captured + " on " + page.id + " is not known");
    }

    private void noOrderIsPaidTwice(OrderId order) {
        var own = new TreeSet<>(stage.rows()
                .list(
                        "SELECT id FROM payment_attempt WHERE order_id = ?",
                        row -> new AttemptId(row.id("id")).toString(),
                        order.value()));
        long captures = provider.pagesWhosePaymentIs(Provider.PaymentState.SUCCEEDED).stream()
                .filter(page -> own.contains(page.attempt))
                .count();
        if (captures > 1) {
            chronicle.see("paid twice at the merchant's risk");
        }
        require(captures <= 1 + merchant.risksTaken(order), order + " was paid " + captures + " times");
    }

    /** What was answered with 200 is there, and done with. */
    private void isNotLost(String letter) {
        var state = stage.rows()
                .first("SELECT state FROM webhook_event WHERE provider_event_id = ?", row -> row.text("state"), letter);
        // One that is dead has a case: the process died too often while it was worked.
        require(
                state.filter(it -> !it.equals("RECEIVED") && !it.equals("FAILED"))
                        .isPresent(),
                letter + " was answered with 200 and is " + state.orElse("lost"));
    }

    private static void require(boolean kept, String otherwise) {
        if (!kept) {
            throw new AssertionError(otherwise);
        }
    }
}
