package io.mizan.gateways.paypal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * PayPal's signature of a message ("Webhooks", self verification): RSA over
 * {@code transmission id|transmission time|webhook id|CRC-32 of the body}, with a certificate that a header names.
 *
 * <p>PayPal repeats a message for three days, and whether it is stamped anew is not published: so one that is some days
 * old may be a repeat, and an older one is somebody else's. What is sent twice is recognised by the event's id.
 */
final class PayPalSignature {
    private static final String ALGORITHM = "SHA256withRSA";
    /** Strict, so that no character can move from one signed value into the next. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,20}(Z|[+-][0-9:]{4,5})");
    private static final int LONGEST_SIGNATURE = 2_000;

    /** As far as clocks differ. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final List<String> webhookIds;
    private final SigningCertificates certificates;
    private final Duration oldest;
    private final Clock clock;

    /**
     * @param webhookIds of the endpoint: one, or two while it moves from one webhook to another
     * @param oldest how long a message may have been on its way
     */
    PayPalSignature(List<String> webhookIds, SigningCertificates certificates, Duration oldest, Clock clock) {
        this.oldest = oldest;
        this.clock = clock;
        this.webhookIds = List.copyOf(webhookIds);
        this.certificates = certificates;
    }

    /** What the headers and the body amount to. */
    sealed interface Verdict {
        /** @param webhookId the one that it was sent to */
        record Good(String certificate, String webhookId) implements Verdict {}

        record Bad(String reason) implements Verdict {}

        /** The certificate could not be looked at. */
        record Undecided(String reason) implements Verdict {}
    }

    /** @param headers names in lower case */
    Verdict judge(Map<String, String> headers, byte[] body) {
        var id = headers.get("paypal-transmission-id");
        var time = headers.get("paypal-transmission-time");
        var signature = headers.get("paypal-transmission-sig");
        var address = headers.get("paypal-cert-url");
        var algorithm = headers.get("paypal-auth-algo");
        if (id == null || time == null || signature == null || address == null || algorithm == null) {
            return new Verdict.Bad("missing");
        }
        if (!algorithm.equals(ALGORITHM)) {
            return new Verdict.Bad("algorithm");
        }
        var signed = decoded(signature);
        if (signed.isEmpty() || !ID.matcher(id).matches() || !TIME.matcher(time).matches()) {
            return new Verdict.Bad("malformed");
        }
        var sent = moment(time);
        if (sent.isEmpty()) {
            return new Verdict.Bad("malformed");
        }
        if (!isOfNow(sent.get())) { // before anything is fetched for it
            return new Verdict.Bad("too_old");
        }
        var answer = certificates.at(address);
        if (answer instanceof SigningCertificates.Answer.NotKnown unknown) {
            return new Verdict.Undecided(unknown.reason());
        }
        if (answer instanceof SigningCertificates.Answer.NotPayPals no) {
            return new Verdict.Bad(no.reason());
        }
        var certificate = ((SigningCertificates.Answer.Trusted) answer).certificate();
        return webhookIds.stream()
                .filter(webhookId -> isSigned(message(id, time, webhookId, body), signed.get(), certificate.key()))
                .findFirst()
                .<Verdict>map(webhookId -> new Verdict.Good(certificate.fingerprint(), webhookId))
                .orElseGet(() -> new Verdict.Bad("mismatch"));
    }

    /** The text that PayPal signs. The checksum is written as an unsigned decimal number. */
    static String message(String id, String time, String webhookId, byte[] body) {
        var checksum = new CRC32();
        checksum.update(body);
        return id + "|" + time + "|" + webhookId + "|" + checksum.getValue();
    }

    private boolean isOfNow(Instant sent) {
        var now = clock.instant();
        return !sent.isBefore(now.minus(oldest)) && !sent.isAfter(now.plus(AHEAD));
    }

    private static Optional<Instant> moment(String time) {
        try {
            return Optional.of(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> decoded(String base64) {
        if (base64.length() > LONGEST_SIGNATURE) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isSigned(String message, byte[] signed, PublicKey key) {
        try {
            var rsa = Signature.getInstance(ALGORITHM);
            rsa.initVerify(key);
            rsa.update(message.getBytes(StandardCharsets.UTF_8));
            return rsa.verify(signed);
        } catch (SignatureException e) {
            return false; // not even the length of one
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }
}
