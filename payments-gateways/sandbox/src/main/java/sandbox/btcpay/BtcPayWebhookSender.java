package sandbox.btcpay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import sandbox.signature.Hmac;
import sandbox.webhook.OutgoingEvent;
import sandbox.webhook.Reception;
import sandbox.webhook.Sending;
import sandbox.webhook.WebhookSender;

/** Sends messages as the server does. A forged one is signed with a secret that the merchant never saw. */
@ApplicationScoped
class BtcPayWebhookSender implements WebhookSender {
    private static final String SOMEBODY_ELSES_SECRET = "not the merchant's";

    /** Ten seconds, a minute, and then six times ten minutes, compressed. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10));

    @Inject
    BtcPayAccount account;

    @Override
    public String gateway() {
        return BtcPayAccount.GATEWAY;
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
                "application/json; charset=utf-8",
                "BTCPay-Sig",
                "sha256=" + Hmac.hex(secret, sending.event().body()));
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }

    /** Only a failure of the merchant's is tried again; any other answer is final, and the message is lost. */
    @Override
    public Reception judge(int status, String body) {
        if (status >= 200 && status < 300) {
            return Reception.DELIVERED;
        }
        return status >= 500 || status == 429 || status == 408 ? Reception.AGAIN : Reception.GIVEN_UP;
    }
}
