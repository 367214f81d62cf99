package io.mizan.gateways.cybersource;

import static io.mizan.gateways.settings.Requirements.require;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mizan.gateways.json.JsonDocument;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/**
 * The private keys that open encrypted webhooks (message-level encryption: JWE in its compact form, RFC 7516). RSA-OAEP with
 * SHA-256 or SHA-1 and AES-256-GCM are taken, and nothing else that a message may name.
 */
final class MessageKeys {
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]++(\\.[A-Za-z0-9_-]++){4}");
    private static final List<String> CARRIERS = List.of("encData", "encryptedRequest");
    private static final int SHORTEST_BITS = 2048;
    private static final int CONTENT_KEY_BYTES = 32;
    private static final int VECTOR_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final Map<String, OAEPParameterSpec> ALGORITHMS = Map.of(
            "RSA-OAEP-256",
            oaep("SHA-256", MGF1ParameterSpec.SHA256),
            "RSA-OAEP",
            oaep("SHA-1", MGF1ParameterSpec.SHA1));

    private final List<RSAPrivateKey> keys;

    MessageKeys(List<RSAPrivateKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /**
     * Reads them as they are configured.
     *
     * @param written each the PKCS#8 key in base64 in one line, as it stands between the lines of a PEM file
     * @throws IllegalArgumentException if one is none; quotes nothing of it
     */
    static MessageKeys of(List<String> written) {
        require(written.size() <= 2, "CyberSource's webhooks have one private key, or two while they are exchanged");
        return new MessageKeys(written.stream().map(MessageKeys::key).toList());
    }

    private static RSAPrivateKey key(String written) {
        var key = parsed(written);
        require(
                key.filter(it -> it.getModulus().bitLength() >= SHORTEST_BITS).isPresent(),
                "a private key of CyberSource's webhooks is an RSA key of 2048 bits at least, as PKCS#8 in base64");
        return key.orElseThrow();
    }

    private static Optional<RSAPrivateKey> parsed(String written) {
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(written));
            return Optional.of((RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(encoded));
        } catch (IllegalArgumentException | GeneralSecurityException quotesTheSecret) {
            return Optional.empty();
        }
    }

    /** The encrypted message that a body is or carries, if it is encrypted. */
    static Optional<String> sealedIn(byte[] body) {
        var text = new String(body, ISO_8859_1);
        if (COMPACT.matcher(text).matches()) {
            return Optional.of(text);
        }
        if (!text.startsWith("{")) {
            return Optional.empty();
        }
        try {
            var json = JsonDocument.parse(body);
            return CARRIERS.stream()
                    .flatMap(name -> json.text(name).stream())
                    .filter(COMPACT.asMatchPredicate())
                    .findFirst();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether a body is or carries one in another form, such as JWE's of JSON: only the compact one is read. */
    static boolean isSealedOtherwise(byte[] body) {
        if (body.length == 0 || body[0] != '{' || sealedIn(body).isPresent()) {
            return false;
        }
        try {
            var json = JsonDocument.parse(body);
            return json.text("ciphertext").isPresent()
                    || CARRIERS.stream()
                            .anyMatch(name ->
                                    json.isObject(name) || json.text(name).isPresent());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    boolean areThere() {
        return !keys.isEmpty();
    }

    /** What the message says, if one of the keys opens it and nobody has touched it. */
    Optional<byte[]> open(String sealed) {
        var parts = sealed.split("\\.", -1);
        return algorithm(parts[0]).flatMap(algorithm -> keys.stream()
                .flatMap(key -> opened(parts, key, algorithm).stream())
                .findFirst());
    }

    /** An extension that a message demands to be understood is not. */
    private static Optional<OAEPParameterSpec> algorithm(String header) {
        try {
            var json = JsonDocument.parse(bytes(header));
            boolean plain = json.text("zip").isEmpty() && !json.isArray("crit");
            return json.text("enc")
                    .filter("A256GCM"::equals)
                    .filter(it -> plain)
                    .flatMap(it -> json.text("alg").map(ALGORITHMS::get));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> opened(String[] parts, RSAPrivateKey key, OAEPParameterSpec algorithm) {
        try {
            var unwrapping = Cipher.getInstance("RSA/ECB/OAEPPadding");
            unwrapping.init(Cipher.DECRYPT_MODE, key, algorithm);
            var contentKey = unwrapping.doFinal(bytes(parts[1]));
            var vector = bytes(parts[2]);
            var tag = bytes(parts[4]);
            if (contentKey.length != CONTENT_KEY_BYTES || vector.length != VECTOR_BYTES || tag.length != TAG_BYTES) {
                return Optional.empty();
            }
            var opening = Cipher.getInstance("AES/GCM/NoPadding");
            opening.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(contentKey, "AES"),
                    new GCMParameterSpec(TAG_BYTES * Byte.SIZE, vector));
            opening.updateAAD(parts[0].getBytes(US_ASCII));
            var text = bytes(parts[3]);
            var content = new byte[text.length + tag.length];
            System.arraycopy(text, 0, content, 0, text.length);
            System.arraycopy(tag, 0, content, text.length, tag.length);
            return Optional.of(opening.doFinal(content));
        } catch (IllegalArgumentException | GeneralSecurityException notForThisKey) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String part) {
        return Base64.getUrlDecoder().decode(part);
    }

    private static OAEPParameterSpec oaep(String digest, MGF1ParameterSpec mask) {
        return new OAEPParameterSpec(digest, "MGF1", mask, PSource.PSpecified.DEFAULT);
    }

    @Override
    public String toString() {
        return keys.size() + " [redacted]";
    }
}
