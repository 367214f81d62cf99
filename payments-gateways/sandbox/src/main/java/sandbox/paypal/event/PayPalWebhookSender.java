package sandbox.paypal.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import sandbox.paypal.PayPalAccount;
import sandbox.paypal.wire.Documents;
import sandbox.webhook.OutgoingEvent;
import sandbox.webhook.Sending;
import sandbox.webhook.WebhookSender;

/** Sends messages as PayPal does. A forged one is signed with a key that no certificate of PayPal's is of. */
@ApplicationScoped
public class PayPalWebhookSender implements WebhookSender {
    @Inject
    PayPalAccount account;

    @Inject
    SigningIdentity identity;

    @Inject
    Documents documents;

    @Override
    public String gateway() {
        return PayPalAccount.GATEWAY;
    }

    @Override
    public URI target(OutgoingEvent event) {
        return account.webhookUrl();
    }

    @Override
    public Map<String, String> headers(Sending sending) {
        var event = sending.event();
        var id = UUID.nameUUIDFromBytes(event.id().getBytes(StandardCharsets.UTF_8))
                .toString();
        var time = sending.at().truncatedTo(ChronoUnit.SECONDS).toString();
        var message = id + "|" + time + "|" + account.webhookId() + "|" + checksum(event.body());
        return Map.of(
                "Content-Type",
                "application/json",
                "PAYPAL-TRANSMISSION-ID",
                id,
                "PAYPAL-TRANSMISSION-TIME",
                time,
                "PAYPAL-TRANSMISSION-SIG",
                sending.forged() ? identity.forge(message) : identity.sign(message),
                "PAYPAL-CERT-URL",
                documents.apiUrl("/v1/notifications/certs/CERT-sim"),
                "PAYPAL-AUTH-ALGO",
                "SHA256withRSA");
    }

    /** CRC-32, unsigned. */
    private static long checksum(String body) {
        var checksum = new CRC32();
        checksum.update(body.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }
}
