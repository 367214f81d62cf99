package sandbox.square;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the account from the settings of this process. */
@ApplicationScoped
class SquareAccountProducer {
    @Inject
    @ConfigProperty(name = "sandbox.square.location", defaultValue = "LSIM0001")
    String location;

    @Inject
    @ConfigProperty(name = "sandbox.square.currency", defaultValue = "USD")
    String currency;

    @Inject
    @ConfigProperty(name = "sandbox.square.access.token")
    String accessToken;

    @Inject
    @ConfigProperty(name = "sandbox.square.webhook.url")
    URI webhookUrl;

    @Inject
    @ConfigProperty(name = "sandbox.square.signature.key")
    String signatureKey;

    @Inject
    @ConfigProperty(name = "sandbox.square.append.redirect.params", defaultValue = "false")
    boolean appendsParameters;

    @Produces
    @Singleton
    SquareAccount account() {
        return new SquareAccount(location, currency, accessToken, webhookUrl, signatureKey, appendsParameters);
    }
}
