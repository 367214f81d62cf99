package sandbox.btcpay;

import java.net.URI;

/**
 * The merchant's store at the simulated server.
 *
 * @param apiKey the one key that the API accepts
 * @param webhookUrl where messages are sent
 * @param webhookSecret what they are signed with
 */
record BtcPaySettings(String storeId, String apiKey, URI webhookUrl, String webhookSecret) {
    @Override
    public String toString() {
        return "BtcPaySettings[" + storeId + ", " + webhookUrl + ", [redacted]]";
    }
}
