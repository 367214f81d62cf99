package io.mizan.gateways.stripe.wire;

import io.mizan.id.AttemptId;
import java.util.Map;
import java.util.Optional;

/**
 * The notes that we put on everything we create at Stripe, so that whatever comes back says where it belongs.
 *
 * @param values all metadata of the object, ours and others'
 */
public record Metadata(Map<String, String> values) {
    public static final String ORDER = "mizan_order";
    public static final String ATTEMPT = "mizan_attempt";
    /** Our reference of a refund. */
    public static final String REFUND = "mizan_refund";
    /** A {@link io.mizan.gateway.CaptureMode#code()}: a session itself does not say how its payment is captured. */
    public static final String CAPTURE = "mizan_capture";

    public Metadata {
        values = Map.copyOf(values);
    }

    static Metadata of(Document document) {
        return new Metadata(document.texts("metadata"));
    }

    /** The attempt it was made for; empty if it is not ours, or if somebody wrote over our note. */
    public Optional<AttemptId> attempt() {
        try {
            return Optional.ofNullable(values.get(ATTEMPT)).map(AttemptId::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
