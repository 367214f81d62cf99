package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateways.signature.ConstantTime;
import io.mizan.gateways.signature.Hmac;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** The signature of REST webhooks: {@code v-c-signature: t=…;keyId=…;sig=…}, over the time, a dot and the body. */
final class NotificationSignature {
    static final String HEADER = "v-c-signature";
    private static final String MISMATCH = "mismatch";
    private static final Pattern FORM =
            Pattern.compile("t=([0-9]{1,15});\\s*keyId=([0-9A-Za-z-]{1,64});\\s*sig=([A-Za-z0-9+/]{1,100}={0,2})");

    private final Map<String, String> keys;
    private final Duration tolerance;

    NotificationSignature(Map<String, String> keys, Duration tolerance) {
        this.keys = Map.copyOf(keys);
        this.tolerance = tolerance;
    }

    sealed interface Verdict {
        record Good(Instant sentAt, String keyId) implements Verdict {}

        record Bad(String reason) implements Verdict {
            /** Well made, by a key that we have, of another text. */
            boolean isMismatch() {
                return reason.equals(MISMATCH);
            }
        }
    }

    Verdict judge(String header, byte[] body, Instant now) {
        var parts = FORM.matcher(header);
        if (!parts.matches()) {
            return new Verdict.Bad(header.isEmpty() ? "missing" : "malformed");
        }
        var key = keys.get(parts.group(2));
        if (key == null) {
            return new Verdict.Bad("unknown_key");
        }
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(parts.group(3));
        } catch (IllegalArgumentException e) {
            return new Verdict.Bad("malformed");
        }
        if (!ConstantTime.equal(of(key, parts.group(1), body), signature)) {
            return new Verdict.Bad(MISMATCH);
        }
        var sentAt = Instant.ofEpochMilli(Long.parseLong(parts.group(1)));
        return Duration.between(sentAt, now).abs().compareTo(tolerance) > 0
                ? new Verdict.Bad("stale")
                : new Verdict.Good(sentAt, parts.group(2));
    }

    static byte[] of(String key, String time, byte[] body) {
        return Hmac.sha256(Base64.getDecoder().decode(key), (time + ".").getBytes(UTF_8), body);
    }
}
