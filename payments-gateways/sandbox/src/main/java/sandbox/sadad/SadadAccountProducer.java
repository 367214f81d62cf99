package sandbox.sadad;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the merchant from the settings of this process. */
@ApplicationScoped
class SadadAccountProducer {
    @Inject
    @ConfigProperty(name = "sandbox.sadad.merchant.id", defaultValue = "1234567")
    String merchantId;

    @Inject
    @ConfigProperty(name = "sandbox.sadad.website", defaultValue = "shop.example")
    String website;

    @Inject
    @ConfigProperty(name = "sandbox.sadad.secret.key")
    String secretKey;

    @Inject
    @ConfigProperty(name = "sandbox.sadad.webhook.url")
    URI webhookUrl;

    @Produces
    @Singleton
    SadadAccount account() {
        return new SadadAccount(merchantId, website, secretKey, webhookUrl);
    }
}
