package sandbox.stripe.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.util.Map;
import sandbox.stripe.StripeAccount;
import sandbox.webhook.OutgoingEvent;
import sandbox.webhook.Sending;
import sandbox.webhook.WebhookSender;

/** Sends events as Stripe does. A forged one is signed with a secret that the merchant never saw. */
@ApplicationScoped
class StripeWebhookSender implements WebhookSender {
    private static final String SOMEBODY_ELSES_SECRET = "whsec_not_the_merchants";

    @Inject
    StripeAccount account;

    @Override
    public String gateway() {
        return StripeAccount.GATEWAY;
    }

    @Override
    public URI target(OutgoingEvent event) {
        return account.webhookUrl();
    }

    @Override
    public Map<String, String> headers(Sending sending) {
        var secret = sending.forged() ? SOMEBODY_ELSES_SECRET : account.webhookSecret();
        return Map.of(
                "Content-Type", "application/json; charset=utf-8",
                "User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
                "Stripe-Signature",
                        StripeSignature.header(
                                secret, sending.at(), sending.event().body()));
    }

    @Override
    public OutgoingEvent ofOtherMode(OutgoingEvent event) {
        return with(event, "livemode", JsonValue.TRUE);
    }

    /** As a platform is told of the accounts that are connected to it (docs.stripe.com/api/events/object, account). */
    @Override
    public OutgoingEvent ofOtherAccount(OutgoingEvent event) {
        return with(event, "account", Json.createValue("acct_somebody_elses"));
    }

    private static OutgoingEvent with(OutgoingEvent event, String member, JsonValue value) {
        try (var reader = Json.createReader(new StringReader(event.body()))) {
            var body = Json.createObjectBuilder(reader.readObject()).add(member, value);
            return new OutgoingEvent(event.id(), event.type(), body.build().toString());
        }
    }
}
