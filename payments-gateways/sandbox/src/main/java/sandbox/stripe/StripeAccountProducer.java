package sandbox.stripe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the merchant from the settings of this process. */
@ApplicationScoped
class StripeAccountProducer {
    @Produces
    @Singleton
    StripeAccount account(
            @ConfigProperty(name = "sandbox.stripe.secret.key") String secretKey,
            @ConfigProperty(name = "sandbox.stripe.webhook.url") URI webhookUrl,
            @ConfigProperty(name = "sandbox.stripe.webhook.secret") String webhookSecret) {
        return new StripeAccount(secretKey, webhookUrl, webhookSecret);
    }
}
