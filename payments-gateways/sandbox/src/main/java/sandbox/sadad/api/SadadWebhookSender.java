package sandbox.sadad.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import sandbox.sadad.SadadAccount;
import sandbox.sadad.payment.Checkouts;
import sandbox.webhook.OutgoingEvent;
import sandbox.webhook.Reception;
import sandbox.webhook.Sending;
import sandbox.webhook.WebhookSender;

/** Sends webhooks as SADAD does: only an answer in its own words counts as received. */
@ApplicationScoped
class SadadWebhookSender implements WebhookSender {
    /** How often and when SADAD tries again is not published. */
    private static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15));

    @Inject
    SadadAccount account;

    @Inject
    Checkouts checkouts;

    @Inject
    SadadMessages messages;

    @Override
    public String gateway() {
        return SadadAccount.GATEWAY;
    }

    @Override
    public URI target(OutgoingEvent event) {
        return account.webhookUrl();
    }

    @Override
    public Map<String, String> headers(Sending sending) {
        return Map.of("Content-Type", "application/json", "User-Agent", "SADAD");
    }

    /** An event names its transaction and the status of that moment. */
    @Override
    public String body(Sending sending) {
        var parts = sending.event().body().split(" ", 2);
        return messages.webhook(
                checkouts.transaction(parts[0]).orElseThrow(), Integer.parseInt(parts[1]), sending.forged());
    }

    @Override
    public List<Duration> pauses() {
        return PAUSES;
    }

    @Override
    public Reception judge(int status, String body) {
        return status == 200 && body.replaceAll("\\s", "").equals("{\"status\":\"success\"}")
                ? Reception.DELIVERED
                : Reception.AGAIN;
    }
}
