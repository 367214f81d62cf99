package io.mizan.casework;

import io.mizan.gateway.GatewayName;
import java.util.Map;
import java.util.Optional;

/**
 * A gateway's word for a decline that no table of ours lists: its category is a guess, which a person confirms.
 *
 * @param guess the category that it was given
 */
public record UnlistedCode(GatewayName gateway, String code, String guess) {
    private static final int LONGEST_SUBJECT = 80;

    Finding finding() {
        var subject = (gateway + "/" + code).replaceAll("[^!-~]", "?");
        return new Finding(
                CaseKind.UNLISTED_CODE,
                subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)),
                Optional.empty(),
                Map.of("gateway", gateway.value(), "code", code, "category", guess));
    }
}
