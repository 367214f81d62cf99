package sandbox.cybersource;

import java.net.URI;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Optional;

/**
 * The one merchant that there is, and what it shares with CyberSource.
 *
 * @param webhookUrl where notices and webhooks go, unless a form names another address on this machine for its notice
 * @param searchDelay how much later than it happens a transaction is seen in searches
 */
public record CyberSourceAccount(Profile profile, Api api, Webhooks webhooks, URI webhookUrl, Duration searchDelay) {
    public static final String GATEWAY = "cybersource";
    /** Where everything of it lies in this process. */
    public static final String PATH = "/cybersource";

    /** Of Secure Acceptance; the secret is a text. */
    public record Profile(String id, String accessKey, String secretKey) {
        @Override
        public String toString() {
            return id + " [redacted]";
        }
    }

    /** Of the REST interface; the secret is base64. */
    public record Api(String merchantId, String keyId, String secret) {
        @Override
        public String toString() {
            return merchantId + " [redacted]";
        }
    }

    /**
     * Of REST webhooks; the key that signs them is base64.
     *
     * @param encryption the merchant's, with which they are encrypted; absent where they are not
     */
    public record Webhooks(String keyId, String key, Optional<PublicKey> encryption) {
        @Override
        public String toString() {
            return keyId + " [redacted]";
        }
    }
}
