package sandbox.sadad;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the merchant from the settings of this process. */
@ApplicationScoped
class SadadAccountProducer {
    @Produces
    @Singleton
    SadadAccount account(
            @ConfigProperty(name = "sandbox.sadad.merchant.id", defaultValue = "1234567") String merchantId,
            @ConfigProperty(name = "sandbox.sadad.website", defaultValue = "shop.example") String website,
            @ConfigProperty(name = "sandbox.sadad.secret.key") String secretKey,
            @ConfigProperty(name = "sandbox.sadad.webhook.url") URI webhookUrl) {
        return new SadadAccount(merchantId, website, secretKey, webhookUrl);
    }
}
