package io.mizan.gateway;

/**
 * An id by which the provider names something of an attempt.
 *
 * @param kind what it names, in the provider's words: {@code checkout_session}, {@code payment_intent}
 * @param value as the provider wrote it, at most 255 characters
 */
public record ProviderRef(String kind, String value) {
    public ProviderRef {
        if (kind == null || kind.isBlank() || value == null || value.isBlank() || value.length() > 255) {
            throw new IllegalArgumentException("a provider reference needs a kind and 1 to 255 characters");
        }
    }
}
