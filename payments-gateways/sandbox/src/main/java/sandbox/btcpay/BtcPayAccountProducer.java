package sandbox.btcpay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the store from the settings of this process. */
@ApplicationScoped
class BtcPayAccountProducer {
    @Produces
    @Singleton
    BtcPayAccount account(
            @ConfigProperty(name = "sandbox.btcpay.store.id") String storeId,
            @ConfigProperty(name = "sandbox.btcpay.api.key") String apiKey,
            @ConfigProperty(name = "sandbox.btcpay.webhook.url") URI webhookUrl,
            @ConfigProperty(name = "sandbox.btcpay.webhook.secret") String webhookSecret) {
        return new BtcPayAccount(storeId, apiKey, webhookUrl, webhookSecret);
    }
}
