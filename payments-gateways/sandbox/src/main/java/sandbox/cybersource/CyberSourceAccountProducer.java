package sandbox.cybersource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import sandbox.cybersource.signature.EncryptedMessage;

/** Reads the merchant from the settings of this process. */
@ApplicationScoped
class CyberSourceAccountProducer {
    @Produces
    @Singleton
    CyberSourceAccount account(
            @ConfigProperty(
                            name = "sandbox.cybersource.profile.id",
                            defaultValue = "7D2F4C1A-93B0-4E6D-8A55-0C9E1F2A3B4C")
                    String profileId,
            @ConfigProperty(name = "sandbox.cybersource.access.key", defaultValue = "0a1b2c3d4e5f30918273645566778899")
                    String accessKey,
            @ConfigProperty(name = "sandbox.cybersource.secret.key") String secretKey,
            @ConfigProperty(name = "sandbox.cybersource.merchant.id", defaultValue = "example_mid_001")
                    String merchantId,
            @ConfigProperty(
                            name = "sandbox.cybersource.api.key.id",
                            defaultValue = "11111111-2222-3333-4444-555555555555")
                    String apiKeyId,
            @ConfigProperty(name = "sandbox.cybersource.api.secret") String apiSecret,
            @ConfigProperty(
                            name = "sandbox.cybersource.webhook.key.id",
                            defaultValue = "22222222-3333-4444-5555-666666666666")
                    String webhookKeyId,
            @ConfigProperty(name = "sandbox.cybersource.webhook.key") String webhookKey,
            @ConfigProperty(name = "sandbox.cybersource.webhook.public.key") Optional<String> webhookPublicKey,
            @ConfigProperty(name = "sandbox.cybersource.webhook.url") URI webhookUrl,
            @ConfigProperty(name = "sandbox.cybersource.search.delay", defaultValue = "PT0S") Duration searchDelay) {
        return new CyberSourceAccount(
                new CyberSourceAccount.Profile(profileId, accessKey, secretKey),
                new CyberSourceAccount.Api(merchantId, apiKeyId, apiSecret),
                new CyberSourceAccount.Webhooks(webhookKeyId, webhookKey, webhookPublicKey.map(EncryptedMessage::key)),
                webhookUrl,
                searchDelay);
    }
}
