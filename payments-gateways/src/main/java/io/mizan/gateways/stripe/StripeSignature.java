package io.mizan.gateways.stripe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateways.signature.ConstantTime;
import io.mizan.gateways.signature.Hmac;
import io.mizan.gateways.signature.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,11}");

    private final Secrets secrets;

    /** @param secrets whole, {@code whsec_} included */
    StripeSignature(List<String> secrets) {
        this.secrets = Secrets.texts(secrets);
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
        return age <= TOLERANCE.toSeconds() ? new Verdict.Good(signer.get()) : new Verdict.Bad("stale");
    }

    /** Compares all with all in constant time; which of them matched shows in no timing. */
    private Optional<String> signer(Header header, byte[] body) {
        return secrets.whichFits(secret -> {
            var expected = hex(secret, header.seconds, body);
            var matched = false;
            for (var candidate : header.signatures) {
                matched |= ConstantTime.equal(expected, candidate);
            }
            return matched;
        });
    }

    /** The signature as Stripe writes it: lower-case hexadecimal. */
    private static byte[] hex(byte[] secret, String seconds, byte[] body) {
        return HexFormat.of()
                .formatHex(Hmac.sha256(secret, (seconds + ".").getBytes(US_ASCII), body))
                .getBytes(US_ASCII);
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
}
