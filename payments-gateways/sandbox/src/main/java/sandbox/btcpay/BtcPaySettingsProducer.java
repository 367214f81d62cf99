package sandbox.btcpay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class BtcPaySettingsProducer {
    @Inject
    @ConfigProperty(name = "sandbox.btcpay.store.id")
    String storeId;

    @Inject
    @ConfigProperty(name = "sandbox.btcpay.api.key")
    String apiKey;

    @Inject
    @ConfigProperty(name = "sandbox.btcpay.webhook.url")
    URI webhookUrl;

    @Inject
    @ConfigProperty(name = "sandbox.btcpay.webhook.secret")
    String webhookSecret;

    @Produces
    @Singleton
    BtcPaySettings settings() {
        return new BtcPaySettings(storeId, apiKey, webhookUrl, webhookSecret);
    }
}
