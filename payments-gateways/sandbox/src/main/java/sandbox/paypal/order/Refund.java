package sandbox.paypal.order;

import java.time.Instant;

/**
 * Money that was given back.
 *
 * @param customId the merchant's reference, empty if there is none
 */
public record Refund(String id, String captureId, String status, Sum amount, String customId, Instant createdAt) {}
