package io.mizan.gateways.stripe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.secrets.Digests;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Judges the header {@code Stripe-Signature: t=<unix seconds>,v1=<hex>[,v1=<hex>…]}: HMAC-SHA256 over {@code t}, a dot
 * and the raw body, keyed with the whole signing secret. One good {@code v1} under one of our secrets is enough, for
 * both sides rotate. Schemes other than {@code v1} prove nothing.
 *
 * <p>Stripe's own library lets a time in the future pass; here the difference may be {@link #TOLERANCE} either way, so
 * that a recorded message cannot be kept for later.
 */
final class StripeSignature {
    static final String HEADER = "stripe-signature";
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,11}");

    private final List<Secret> secrets;

    /** @param secrets whole, {@code whsec_} included */
    StripeSignature(List<String> secrets) {
        this.secrets = secrets.stream().map(Secret::new).toList();
    }

    /** What a signature is worth. */
    sealed interface Verdict {
        /** @param secret fingerprint of the secret that made it */
        record Good(String secret) implements Verdict {}

        /** @param reason {@code malformed}, {@code mismatch} or {@code stale} */
        record Bad(String reason) implements Verdict {}
    }

    Verdict judge(String header, byte[] body, Instant now) {
        var parsed = Header.parse(header);
        if (parsed.isEmpty()) {
            return new Verdict.Bad("malformed");
        }
        var signer = signer(parsed.get(), body);
        if (signer.isEmpty()) {
            return new Verdict.Bad("mismatch");
        }
        // Told apart from a mismatch only now: that a message is stale is known once it is known to be Stripe's.
        var age = Math.abs(Math.subtractExact(now.getEpochSecond(), Long.parseLong(parsed.get().seconds)));
        return age <= TOLERANCE.toSeconds() ? new Verdict.Good(signer.get().fingerprint) : new Verdict.Bad("stale");
    }

    /** Compares all with all in constant time; which of them matched shows in no timing. */
    private Optional<Secret> signer(Header header, byte[] body) {
        Optional<Secret> signer = Optional.empty();
        for (var secret : secrets) {
            var expected = secret.sign(header.seconds, body);
            var matched = false;
            for (var candidate : header.signatures) {
                matched |= MessageDigest.isEqual(expected, candidate);
            }
            signer = matched ? Optional.of(secret) : signer;
        }
        return signer;
    }

    private record Header(String seconds, List<byte[]> signatures) {
        static Optional<Header> parse(String header) {
            String seconds = null;
            var signatures = new ArrayList<byte[]>();
            for (var part : header.split(",", -1)) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    continue;
                }
                var name = part.substring(0, equals).strip();
                var value = part.substring(equals + 1).strip();
                if (name.equals("v1")) {
                    signatures.add(value.getBytes(UTF_8));
                } else if (name.equals("t")) {
                    if (seconds != null) {
                        return Optional.empty();
                    }
                    seconds = value;
                }
            }
            return seconds == null || !SECONDS.matcher(seconds).matches() || signatures.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Header(seconds, signatures));
        }
    }

    private static final class Secret {
        private final SecretKeySpec key;
        private final String fingerprint;

        Secret(String whole) {
            key = new SecretKeySpec(whole.getBytes(UTF_8), ALGORITHM);
            fingerprint = Digests.sha256(whole).substring(0, 8);
        }

        /** The signature as Stripe writes it: lower-case hexadecimal. */
        byte[] sign(String seconds, byte[] body) {
            try {
                var mac = Mac.getInstance(ALGORITHM);
                mac.init(key);
                mac.update(seconds.getBytes(US_ASCII));
                mac.update((byte) '.');
                return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(US_ASCII);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
            }
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
