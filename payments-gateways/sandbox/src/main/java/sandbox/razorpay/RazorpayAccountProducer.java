package sandbox.razorpay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the merchant from the settings of this process. */
@ApplicationScoped
class RazorpayAccountProducer {
    @Produces
    @Singleton
    RazorpayAccount account(
            @ConfigProperty(name = "sandbox.razorpay.account") String id,
            @ConfigProperty(name = "sandbox.razorpay.key.id") String keyId,
            @ConfigProperty(name = "sandbox.razorpay.key.secret") String keySecret,
            @ConfigProperty(name = "sandbox.razorpay.webhook.url") URI webhookUrl,
            @ConfigProperty(name = "sandbox.razorpay.webhook.secret") String webhookSecret) {
        return new RazorpayAccount(id, keyId, keySecret, webhookUrl, webhookSecret);
    }
}
