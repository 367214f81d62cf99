package sandbox.razorpay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads the merchant from the settings of this process. */
@ApplicationScoped
class RazorpayAccountProducer {
    @Inject
    @ConfigProperty(name = "sandbox.razorpay.account")
    String id;

    @Inject
    @ConfigProperty(name = "sandbox.razorpay.key.id")
    String keyId;

    @Inject
    @ConfigProperty(name = "sandbox.razorpay.key.secret")
    String keySecret;

    @Inject
    @ConfigProperty(name = "sandbox.razorpay.webhook.url")
    URI webhookUrl;

    @Inject
    @ConfigProperty(name = "sandbox.razorpay.webhook.secret")
    String webhookSecret;

    @Produces
    @Singleton
    RazorpayAccount account() {
        return new RazorpayAccount(id, keyId, keySecret, webhookUrl, webhookSecret);
    }
}
