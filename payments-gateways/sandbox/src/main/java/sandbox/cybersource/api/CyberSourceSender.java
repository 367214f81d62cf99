package sandbox.cybersource.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.cybersource.payment.Checkouts;
import sandbox.cybersource.payment.Replies;
import sandbox.cybersource.signature.EncryptedMessage;
import sandbox.cybersource.signature.WebhookSignature;
import sandbox.form.FormFields;
import sandbox.webhook.OutgoingEvent;
import sandbox.webhook.Sending;
import sandbox.webhook.WebhookSender;

/**
 * Sends the notices of Secure Acceptance, signed forms, once each; and REST webhooks, encrypted and signed at each sending, and
 * again after one, two and three minutes. Which it is, the type of the message says. What is signed is what was encrypted.
 */
@ApplicationScoped
class CyberSourceSender implements WebhookSender {
    /** As the interface has it: three more, and a minute longer each time. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(3));

    @Inject
    CyberSourceAccount account;

    @Inject
    Checkouts checkouts;

    @Inject
    Replies replies;

    @Override
    public String gateway() {
        return CyberSourceAccount.GATEWAY;
    }

    @Override
    public URI target(OutgoingEvent event) {
        return isNotice(event)
                ? checkouts
                        .find(FormFields.parse(event.body()).text("req_reference_number"))
                        .map(checkout -> URI.create(checkout.addresses().notice()))
                        .orElse(account.webhookUrl())
                : account.webhookUrl();
    }

    @Override
    public Map<String, String> headers(Sending sending) {
        return isNotice(sending.event())
                ? Map.of("Content-Type", "application/x-www-form-urlencoded")
                : Map.of(
                        "Content-Type",
                        "application/json",
                        "v-c-signature",
                        WebhookSignature.of(
                                account.webhooks(),
                                sending.at(),
                                sending.event().body(),
                                sending.forged()),
                        "V-C-Event-Type",
                        sending.event().type(),
                        "V-C-Retry-Count",
                        String.valueOf(sending.earlier()));
    }

    @Override
    public String body(Sending sending) {
        var event = sending.event();
        return isNotice(event)
                ? replies.signed(FormFields.parse(event.body()), sending.forged())
                        .encoded()
                : account.webhooks()
                        .encryption()
                        .map(key -> EncryptedMessage.of(event.body(), key))
                        .orElse(event.body());
    }

    @Override
    public List<Duration> pauses(OutgoingEvent event) {
        return isNotice(event) ? List.of() : PAUSES;
    }

    private static boolean isNotice(OutgoingEvent event) {
        return event.type().equals(Replies.NOTICE);
    }
}
