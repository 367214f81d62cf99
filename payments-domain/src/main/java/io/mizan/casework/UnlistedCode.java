package io.mizan.casework;

import io.mizan.gateway.GatewayName;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A gateway's word that no table of ours lists, for a person to look up.
 *
 * @param guess the category that it was given, for why something was declined; for how something stands nothing is guessed
 */
public record UnlistedCode(GatewayName gateway, String code, Optional<String> guess) {
    private static final int LONGEST_SUBJECT = 80;

    /** Why something was declined. */
    public static UnlistedCode ofDecline(GatewayName gateway, String code, String guess) {
        return new UnlistedCode(gateway, code, Optional.of(guess));
    }

    /** @param status with what bears it: {@code payment/on_hold} */
    public static UnlistedCode ofStatus(GatewayName gateway, String status) {
        return new UnlistedCode(gateway, status, Optional.empty());
    }

    Finding finding() {
        var evidence = new TreeMap<>(Map.of("gateway", gateway.value(), "code", code));
        guess.ifPresent(category -> evidence.put("category", category));
        var subject = (gateway + "/" + code).replaceAll("[^!-~]", "?");
        return new Finding(
                CaseKind.UNLISTED_CODE,
                subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)),
                Optional.empty(),
                evidence);
    }
}
