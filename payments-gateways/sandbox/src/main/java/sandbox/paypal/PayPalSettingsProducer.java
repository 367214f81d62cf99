package sandbox.paypal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class PayPalSettingsProducer {
    @Inject
    @ConfigProperty(name = "sandbox.paypal.client.id")
    String clientId;

    @Inject
    @ConfigProperty(name = "sandbox.paypal.client.secret")
    String clientSecret;

    @Inject
    @ConfigProperty(name = "sandbox.paypal.webhook.url")
    URI webhookUrl;

    @Inject
    @ConfigProperty(name = "sandbox.paypal.webhook.ids")
    String webhookId;

    @Produces
    @Singleton
    PayPalSettings settings() {
        return new PayPalSettings(clientId, clientSecret, webhookUrl, webhookId);
    }
}
