package io.mizan.intake;

import io.mizan.attempt.PaymentAttempt;
import io.mizan.money.Money;
import io.mizan.order.Order;
import io.mizan.outbox.MerchantEventType;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.List;

/** What a merchant is told, as it was at that moment: small, and without personal data. */
final class MerchantPayload {
    /** Kept, because each look-up of it reads through every library of the application. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private MerchantPayload() {}

    static JsonObject of(
            MerchantEventType type,
            long seq,
            Order order,
            OrderStanding standing,
            List<PaymentAttempt> attempts,
            Instant now) {
        var placed = order.snapshot();
        var data = JSON.createObjectBuilder()
                .add("id", placed.id().toString())
                .add("reference", placed.reference())
                .add("status", standing.status().code())
                .add("fulfilment", placed.fulfilment().code())
                .add("amount", money(placed.amount()))
                .add("captured", money(standing.captured()));
        standing.accepted().ifPresent(attempt -> data.add("paid_by", attempt.toString()));
        if (type == MerchantEventType.ORDER_PAYMENT_FAILED && !attempts.isEmpty()) {
            var last = attempts.get(attempts.size() - 1).snapshot();
            data.add("attempt", last.id().toString());
            last.lastDecline()
                    .ifPresent(decline -> data.add(
                            "failure",
                            JSON.createObjectBuilder()
                                    .add("category", decline.category().code())
                                    .add("code", decline.code())));
        }
        return JSON.createObjectBuilder()
                .add("type", type.code())
                .add("order_seq", seq)
                .add("occurred_at", now.toString())
                .add("data", data)
                .build();
    }

    private static JsonObjectBuilder money(Money money) {
        return JSON.createObjectBuilder()
                .add("minor", money.amountMinor())
                .add("currency", money.currencyCode())
                .add("decimal", money.toDecimal());
    }
}
