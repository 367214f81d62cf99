package sandbox.stripe.payment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the merchant asked for when it opened the session; never changes.
 *
 * @param successUrl where the customer goes after paying; the literal {@code {CHECKOUT_SESSION_ID}} is filled in
 * @param cancelUrl where the "back" link leads, absent for no link
 * @param intentMetadata goes to the payment intent, and from there to its charges
 * @param methods the payment method types that the page may offer; empty leaves it to the page
 */
public record CheckoutTerms(
        List<LineItem> items,
        String successUrl,
        Optional<String> cancelUrl,
        Optional<String> clientReferenceId,
        Optional<String> customerEmail,
        Optional<String> locale,
        CaptureMethod captureMethod,
        Map<String, String> metadata,
        Map<String, String> intentMetadata,
        Optional<String> intentDescription,
        List<String> methods,
        Instant expiresAt) {}
