package sandbox.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The only place of the simulators that knows MicroProfile Config. */
@ApplicationScoped
class SettingsProducer {
    @Inject
    @ConfigProperty(name = "sandbox.db.url")
    String databaseUrl;

    @Inject
    @ConfigProperty(name = "sandbox.db.user")
    String databaseUser;

    @Inject
    @ConfigProperty(name = "sandbox.db.password")
    String databasePassword;

    @Inject
    @ConfigProperty(name = "sandbox.public.url")
    String publicUrl;

    @Inject
    @ConfigProperty(name = "sandbox.merchant.name", defaultValue = "Mizan Demo Shop")
    String merchantName;

    @Inject
    @ConfigProperty(name = "sandbox.stripe.secret.key")
    String stripeSecretKey;

    @Inject
    @ConfigProperty(name = "sandbox.stripe.webhook.url")
    URI stripeWebhookUrl;

    @Inject
    @ConfigProperty(name = "sandbox.stripe.webhook.secret")
    String stripeWebhookSecret;

    @Produces
    @Singleton
    Settings settings() {
        return new Settings(
                new Settings.DatabaseSettings(databaseUrl, databaseUser, databasePassword),
                publicUrl.replaceAll("/+$", ""),
                merchantName,
                new Settings.StripeSettings(stripeSecretKey, stripeWebhookUrl, stripeWebhookSecret));
    }
}
