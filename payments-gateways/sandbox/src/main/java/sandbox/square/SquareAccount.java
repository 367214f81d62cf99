package sandbox.square;

import java.net.URI;

/**
 * The merchant's account at the simulated Square.
 *
 * @param location the one location that it has
 * @param currency of that location
 * @param accessToken the one token that the API accepts
 * @param webhookUrl where events are sent, and what is signed with them
 * @param appendsParameters whether the customer's way back carries the order's id, as in Square's production; its sandbox
 *     adds nothing
 */
public record SquareAccount(
        String location,
        String currency,
        String accessToken,
        URI webhookUrl,
        String signatureKey,
        boolean appendsParameters) {
    public static final String GATEWAY = "square";
    public static final String MERCHANT = "MLSIM0001";
    /** The version of every document. */
    public static final String VERSION = "2026-08-19";

    @Override
    public String toString() {
        return "SquareAccount[" + location + ", " + currency + ", " + webhookUrl + ", [redacted]]";
    }
}
