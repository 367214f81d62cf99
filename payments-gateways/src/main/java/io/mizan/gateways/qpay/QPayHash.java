package io.mizan.gateways.qpay;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.mizan.secrets.Digests;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The field {@code SecureHash} of every message (EZ-Connect integration guide 1.8, Appendix D): lower-case hexadecimal
 * SHA-256 over the secret key and the values of all other fields, sorted by the names of the fields in the order of
 * their bytes, so that {@code PUN} goes before {@code PaymentDescription}, and {@code StatusMessage_1} before
 * {@code Status_1}. It is a plain hash, no HMAC.
 *
 * <p>Nothing stands between the values. Characters may be moved from one value to its neighbour without changing the
 * hash, so a good one says nothing until the format of every field has been looked at: see {@link QPayReturn}.
 *
 * <p>In answers QPay hashes a space of a status message as {@code +}. Older installations were seen to leave out values
 * that read {@code null}, or to hash the space as it is; a hash made in any of the three ways needs the key.
 */
final class QPayHash {
    static final String FIELD = "SecureHash";

    private static final String MESSAGE = "StatusMessage";
    private static final List<BiFunction<String, String, String>> WAYS_TO_HASH_AN_ANSWER = List.of(
            (name, value) -> name.contains(MESSAGE) ? value.replace(' ', '+') : value,
            (name, value) -> value.equals("null") ? "" : name.contains(MESSAGE) ? value.replace(' ', '+') : value,
            (name, value) -> value);

    private final List<Key> keys;

    /** @param previous is still believed while QPay changes over to {@code current}, and never signs */
    QPayHash(String current, Optional<String> previous) {
        keys = previous.map(old -> List.of(new Key(current), new Key(old))).orElseGet(() -> List.of(new Key(current)));
    }

    /** Of a request of ours. */
    String sign(Map<String, String> fields) {
        return keys.get(0).hash(fields, (name, value) -> value);
    }

    /**
     * The fingerprint of the key that made the hash of an answer; empty if none of ours did. Compares all with all in
     * constant time.
     *
     * @param fields all but the hash itself, decoded
     * @param hash in either case: upper case was seen
     */
    Optional<String> signer(Map<String, String> fields, String hash) {
        var told = hash.toLowerCase(Locale.ROOT).getBytes(US_ASCII);
        Optional<String> signer = Optional.empty();
        for (var key : keys) {
            var matched = false;
            for (var way : WAYS_TO_HASH_AN_ANSWER) {
                matched |= MessageDigest.isEqual(key.hash(fields, way).getBytes(US_ASCII), told);
            }
            signer = matched ? Optional.of(key.fingerprint()) : signer;
        }
        return signer;
    }

    private static final class Key {
        private final String secret;

        /** @param secret used as it is written, never decoded */
        Key(String secret) {
            this.secret = secret;
        }

        String hash(Map<String, String> fields, BiFunction<String, String, String> written) {
            return Digests.sha256(secret
                    + new TreeMap<>(fields)
                            .entrySet().stream()
                                    .map(field -> written.apply(field.getKey(), field.getValue()))
                                    .collect(Collectors.joining()));
        }

        String fingerprint() {
            return Digests.sha256(secret).substring(0, 8);
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
