package sandbox.stripe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class StripeSettingsProducer {
    @Inject
    @ConfigProperty(name = "sandbox.stripe.secret.key")
    String secretKey;

    @Inject
    @ConfigProperty(name = "sandbox.stripe.webhook.url")
    URI webhookUrl;

    @Inject
    @ConfigProperty(name = "sandbox.stripe.webhook.secret")
    String webhookSecret;

    @Produces
    @Singleton
    StripeSettings settings() {
        return new StripeSettings(secretKey, webhookUrl, webhookSecret);
    }
}
