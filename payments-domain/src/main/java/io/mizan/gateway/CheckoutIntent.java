package io.mizan.gateway;

import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A checkout to be opened.
 *
 * @param amount what the customer shall pay; the lines sum to it
 * @param openedAt the time of the decision; a request that carries a time carries this one, so that a repeat says the same
 * @param returnUrl where the browser comes back to, whatever happened; carries a token and proves nothing
 * @param cancelUrl where the browser comes back to when the customer goes back without paying
 * @param payUntil when the page shall stop taking money; fixed now, so that a resend says the same
 * @param locale {@code en} or {@code ar}
 */
public record CheckoutIntent(
        OrderId order,
        AttemptId attempt,
        Money amount,
        List<Line> lines,
        CaptureMode capture,
        Instant openedAt,
        URI returnUrl,
        URI cancelUrl,
        Instant payUntil,
        String locale,
        String idempotencyKey) {
    public CheckoutIntent {
        lines = List.copyOf(lines);
    }

    public record Line(String description, Money unit, int quantity) {}
}
