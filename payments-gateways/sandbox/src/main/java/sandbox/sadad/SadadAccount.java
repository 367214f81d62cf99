package sandbox.sadad;

import java.net.URI;

/**
 * The one merchant that there is, and what it shares with SADAD.
 *
 * @param website the registered domain
 * @param secretKey the test key: forms, webhooks and the interface alike
 */
public record SadadAccount(String merchantId, String website, String secretKey, URI webhookUrl) {
    public static final String GATEWAY = "sadad";
    /** Where everything of it lies in this process. */
    public static final String PATH = "/sadad";

    @Override
    public String toString() {
        return "SadadAccount[" + merchantId + ", " + website + ", [redacted]]";
    }
}
