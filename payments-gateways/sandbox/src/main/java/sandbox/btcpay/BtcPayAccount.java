package sandbox.btcpay;

import java.math.BigDecimal;
import java.net.URI;

/**
 * The one store that there is at the simulated server.
 *
 * @param apiKey the one key that the API accepts
 * @param webhookUrl where messages are sent
 * @param webhookSecret what they are signed with
 */
record BtcPayAccount(String storeId, String apiKey, URI webhookUrl, String webhookSecret) {
    static final String GATEWAY = "btcpay";
    /** Where everything of it lies in this process. */
    static final String PATH = "/btcpay";

    static final String PAYMENT_METHOD = "BTC-CHAIN";
    /** What one bitcoin costs, of any currency. */
    static final BigDecimal RATE = new BigDecimal("250000");

    @Override
    public String toString() {
        return "BtcPayAccount[" + storeId + ", " + webhookUrl + ", [redacted]]";
    }
}
