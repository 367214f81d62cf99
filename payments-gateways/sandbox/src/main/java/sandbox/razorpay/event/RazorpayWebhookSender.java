package sandbox.razorpay.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import sandbox.razorpay.RazorpayAccount;
import sandbox.signature.Hmac;
import sandbox.webhook.OutgoingEvent;
import sandbox.webhook.Sending;
import sandbox.webhook.WebhookSender;

/**
 * Sends messages as Razorpay does: the name of an event stands in a header alone and is not signed. A forged one is
 * signed with a secret that the merchant never saw.
 */
@ApplicationScoped
class RazorpayWebhookSender implements WebhookSender {
    private static final String SOMEBODY_ELSES_SECRET = "not the merchant's";

    /** Ever longer for a day, after which the webhook is switched off; compressed. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(8),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30));

    @Inject
    RazorpayAccount account;

    @Override
    public String gateway() {
        return RazorpayAccount.GATEWAY;
    }

    @Override
    public URI target(OutgoingEvent event) {
        return account.webhookUrl();
    }

    @Override
    public Map<String, String> headers(Sending sending) {
        var secret = sending.forged() ? SOMEBODY_ELSES_SECRET : account.webhookSecret();
        return Map.of(
                "Content-Type",
                "application/json",
                "x-razorpay-event-id",
                sending.event().id(),
                "X-Razorpay-Signature",
                Hmac.hex(secret, sending.event().body()));
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }
}
