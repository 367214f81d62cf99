package sandbox.square.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import sandbox.square.SquareAccount;
import sandbox.webhook.OutgoingEvent;
import sandbox.webhook.Sending;
import sandbox.webhook.WebhookSender;

/** Sends events as Square does. A forged one is signed with a key that the merchant never saw. */
@ApplicationScoped
class SquareWebhookSender implements WebhookSender {
    private static final String SOMEBODY_ELSES_KEY = "not_the_merchants_key";

    @Inject
    SquareAccount account;

    @Override
    public String gateway() {
        return SquareAccount.GATEWAY;
    }

    @Override
    public URI target(OutgoingEvent event) {
        return account.webhookUrl();
    }

    @Override
    public Map<String, String> headers(Sending sending) {
        var key = sending.forged() ? SOMEBODY_ELSES_KEY : account.signatureKey();
        var headers = new HashMap<>(Map.of(
                "Content-Type", "application/json",
                "User-Agent", "Square Connect v2",
                "square-environment", "Sandbox",
                "square-version", SquareAccount.VERSION,
                "x-square-hmacsha256-signature",
                        SquareSignature.of(
                                key,
                                account.webhookUrl().toString(),
                                sending.event().body())));
        sending.failure().ifPresent(failure -> {
            headers.put("square-retry-number", String.valueOf(sending.earlier()));
            headers.put("square-retry-reason", reason(failure));
        });
        return headers;
    }

    private static String reason(String failure) {
        if (failure.matches("\\d{3}")) {
            return "http_error";
        }
        return failure.contains("Timeout") ? "http_timeout" : "http_other";
    }
}
