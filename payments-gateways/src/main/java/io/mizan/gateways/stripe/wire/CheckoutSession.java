package io.mizan.gateways.stripe.wire;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * The {@code checkout.session} object: one hosted page.
 *
 * @param mode {@code payment}, {@code subscription} or {@code setup}
 * @param status {@code open}, {@code complete} or {@code expired}
 * @param paymentStatus {@code paid}, {@code unpaid} or {@code no_payment_required}
 * @param amountTotal in Stripe's unit of {@code currency}
 * @param currency lower-case
 * @param paymentIntent its id; absent until the customer first submits the page
 * @param intent the whole intent, where the answer was asked to hold it
 * @param url of the page, while it is open
 */
public record CheckoutSession(
        String id,
        String mode,
        String status,
        String paymentStatus,
        Optional<Long> amountTotal,
        Optional<String> currency,
        Optional<Instant> created,
        Optional<Instant> expiresAt,
        Optional<String> paymentIntent,
        Optional<PaymentIntent> intent,
        Optional<URI> url,
        Metadata metadata) {
    public static final String OBJECT = "checkout.session";

    public static CheckoutSession of(Document session) {
        return new CheckoutSession(
                session.requiredId("id"),
                session.requiredText("mode"),
                session.requiredText("status"),
                session.requiredText("payment_status"),
                session.number("amount_total"),
                session.text("currency"),
                session.time("created"),
                session.time("expires_at"),
                session.expandableId("payment_intent"),
                session.expanded("payment_intent").map(PaymentIntent::of),
                session.text("url").map(URI::create),
                Metadata.of(session));
    }
}
