package sandbox.paypal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the merchant from the settings of this process. */
@ApplicationScoped
class PayPalAccountProducer {
    @Produces
    @Singleton
    PayPalAccount account(
            @ConfigProperty(name = "sandbox.paypal.client.id") String clientId,
            @ConfigProperty(name = "sandbox.paypal.client.secret") String clientSecret,
            @ConfigProperty(name = "sandbox.paypal.webhook.url") URI webhookUrl,
            @ConfigProperty(name = "sandbox.paypal.webhook.ids") String webhookId) {
        return new PayPalAccount(clientId, clientSecret, webhookUrl, webhookId);
    }
}
