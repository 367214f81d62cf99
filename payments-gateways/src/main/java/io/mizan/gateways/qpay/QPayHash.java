package io.mizan.gateways.qpay;

import io.mizan.gateways.signature.ConstantTime;
import io.mizan.gateways.signature.JoinedHash;
import io.mizan.gateways.signature.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

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

    private static final List<BinaryOperator<String>> WAYS_TO_HASH_AN_ANSWER =
            List.of(QPayHash::asEncoded, QPayHash::asEncodedWithoutNull, QPayHash::asItIs);

    private final Secrets secrets;

    /** @param secrets as they are written, never decoded; the first signs, all are believed */
    QPayHash(Secrets secrets) {
        this.secrets = secrets;
    }

    /** Of a request of ours. */
    String sign(Map<String, String> fields) {
        return hash(secrets.current(), fields, QPayHash::asItIs);
    }

    /**
     * The fingerprint of the secret that made the hash of an answer; empty if none of ours did.
     *
     * @param fields all but the hash itself, decoded
     * @param hash in either case: upper case was seen
     */
    Optional<String> signer(Map<String, String> fields, String hash) {
        var told = hash.toLowerCase(Locale.ROOT);
        return secrets.whichFits(secret ->
                WAYS_TO_HASH_AN_ANSWER.stream().anyMatch(way -> ConstantTime.equal(hash(secret, fields, way), told)));
    }

    private static String hash(byte[] secret, Map<String, String> fields, BinaryOperator<String> written) {
        var values = new LinkedHashMap<>(fields);
        values.replaceAll(written);
        return JoinedHash.of(secret, values);
    }

    private static String asItIs(String name, String value) {
        return value;
    }

    private static String asEncoded(String name, String value) {
        return name.contains("StatusMessage") ? value.replace(' ', '+') : value;
    }

    private static String asEncodedWithoutNull(String name, String value) {
        return value.equals("null") ? "" : asEncoded(name, value);
    }
}
