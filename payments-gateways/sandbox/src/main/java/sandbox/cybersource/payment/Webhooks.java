package sandbox.cybersource.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Locale;
import java.util.UUID;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.webhook.OutgoingEvent;

/** The REST webhooks of what a merchant does; payments themselves are told by notices of Secure Acceptance. */
@ApplicationScoped
class Webhooks {
    @Inject
    CyberSourceAccount account;

    OutgoingEvent of(Transaction transaction) {
        var type = "payments." + transaction.kind().name().toLowerCase(Locale.ROOT) + ".status.accepted";
        var body = Json.createObjectBuilder()
                .add("eventType", type)
                .add("webhookId", "wh-1")
                .add("productId", "payments")
                .add("organizationId", account.api().merchantId())
                .add("eventDate", transaction.at().toString())
                .add("requestType", "NEW")
                .add(
                        "payload",
                        Json.createObjectBuilder()
                                .add(
                                        "data",
                                        Json.createObjectBuilder()
                                                .add("id", transaction.id())
                                                .add("status", transaction.status())
                                                .add(
                                                        "clientReferenceInformation",
                                                        Json.createObjectBuilder()
                                                                .add("code", transaction.code()))));
        return new OutgoingEvent(
                UUID.randomUUID().toString(), type, body.build().toString());
    }
}
