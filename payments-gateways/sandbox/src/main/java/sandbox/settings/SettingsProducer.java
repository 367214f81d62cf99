package sandbox.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What all simulators share; each reads its own account's settings beside its code. */
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

    @Produces
    @Singleton
    Settings settings() {
        return new Settings(
                new Settings.DatabaseSettings(databaseUrl, databaseUser, databasePassword),
                publicUrl.replaceAll("/+$", ""),
                merchantName);
    }
}
