package sandbox.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What all simulators share; each reads its own account's settings beside its code. */
@ApplicationScoped
class SettingsProducer {
    @Produces
    @Singleton
    Settings settings(
            @ConfigProperty(name = "sandbox.db.url") String databaseUrl,
            @ConfigProperty(name = "sandbox.db.user") String databaseUser,
            @ConfigProperty(name = "sandbox.db.password") String databasePassword,
            @ConfigProperty(name = "sandbox.public.url") String publicUrl,
            @ConfigProperty(name = "sandbox.merchant.name", defaultValue = "Mizan Demo Shop") String merchantName) {
        return new Settings(
                new Settings.DatabaseSettings(databaseUrl, databaseUser, databasePassword),
                publicUrl.replaceAll("/+$", ""),
                merchantName);
    }
}
