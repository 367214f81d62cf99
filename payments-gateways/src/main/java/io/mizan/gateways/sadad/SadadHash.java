package io.mizan.gateways.sadad;

import io.mizan.gateways.signature.ConstantTime;
import io.mizan.gateways.signature.JoinedHash;
import io.mizan.gateways.signature.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The hash of Web Checkout 2.1: {@code signature} in our form, {@code checksumhash} in what comes back. Over the secret key
 * and all scalar values sorted by the bytes of their names; neither itself nor the lines of products take part.
 */
final class SadadHash {
    static final String OF_REQUEST = "signature";
    static final String OF_ANSWER = "checksumhash";

    private final Secrets secrets;

    SadadHash(Secrets secrets) {
        this.secrets = secrets;
    }

    String sign(Map<String, String> fields) {
        return JoinedHash.of(secrets.current(), hashed(fields));
    }

    /**
     * The fingerprint of the secret that made the hash; empty if none of ours did.
     *
     * @param readings the ways in which the values may have been written when they were hashed; the hash among them
     */
    Optional<String> signer(List<Map<String, String>> readings, String hash) {
        var told = hash.toLowerCase(Locale.ROOT);
        return secrets.whichFits(secret ->
                readings.stream().anyMatch(fields -> ConstantTime.equal(JoinedHash.of(secret, hashed(fields)), told)));
    }

    private static Map<String, String> hashed(Map<String, String> fields) {
        var hashed = new LinkedHashMap<>(fields);
        hashed.keySet()
                .removeIf(
                        name -> name.equals(OF_REQUEST) || name.equals(OF_ANSWER) || name.startsWith("productdetail["));
        return hashed;
    }
}
