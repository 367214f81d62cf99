package sandbox.square;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the account from the settings of this process. */
@ApplicationScoped
class SquareAccountProducer {
    @Produces
    @Singleton
    SquareAccount account(
            @ConfigProperty(name = "sandbox.square.location", defaultValue = "LSIM0001") String location,
            @ConfigProperty(name = "sandbox.square.currency", defaultValue = "USD") String currency,
            @ConfigProperty(name = "sandbox.square.access.token") String accessToken,
            @ConfigProperty(name = "sandbox.square.webhook.url") URI webhookUrl,
            @ConfigProperty(name = "sandbox.square.signature.key") String signatureKey,
            @ConfigProperty(name = "sandbox.square.append.redirect.params", defaultValue = "false")
                    boolean appendsParameters) {
        return new SquareAccount(location, currency, accessToken, webhookUrl, signatureKey, appendsParameters);
    }
}
