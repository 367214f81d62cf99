package sandbox.cybersource.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.cybersource.signature.SignedForm;
import sandbox.form.FormFields;

/** What Secure Acceptance says of a payment: the same fields by the browser and by the server. */
@ApplicationScoped
public class Replies {
    /** The type of message by which the server says it. */
    public static final String NOTICE = "notice";

    @Inject
    CyberSourceAccount account;

    /** Unsigned; what the customer sent comes back under names that begin with {@code req_}. */
    public FormFields of(Checkout checkout, Outcome outcome, Optional<Transaction> transaction, Instant now) {
        var fields = new FormFields(Map.of());
        if (transaction.isPresent()) {
            fields = fields.with("transaction_id", transaction.get().id());
        }
        fields = fields.with("decision", outcome.decision())
                .with("req_access_key", account.profile().accessKey())
                .with("req_profile_id", account.profile().id())
                .with("req_transaction_uuid", checkout.uuid())
                .with("req_transaction_type", checkout.sale() ? "sale" : "authorization")
                .with("req_reference_number", checkout.reference())
                .with("req_amount", checkout.asked().text())
                .with(
                        "req_currency",
                        transaction
                                .map(it -> it.done().currency())
                                .orElse(checkout.asked().currency()))
                .with("req_locale", checkout.locale())
                .with("message", message(outcome));
        if (outcome.reason().isPresent()) {
            fields = fields.with("reason_code", outcome.reason().get());
        }
        if (outcome.isApproved()) {
            fields = fields.with("auth_amount", transaction.orElseThrow().done().text())
                    .with("auth_code", "831000")
                    .with("auth_response", "00")
                    .with("req_card_number", "xxxxxxxxxxxx1111")
                    .with("req_card_type", "001");
        }
        return fields.with(
                "signed_date_time", now.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    /** As it goes over the wire. */
    public FormFields signed(FormFields reply, boolean forged) {
        return SignedForm.signed(reply, account.profile().secretKey(), forged);
    }

    private static String message(Outcome outcome) {
        return switch (outcome.decision()) {
            case "CANCEL" -> "The consumer cancelled the transaction";
            case "ACCEPT" -> "Request was processed successfully.";
            case "REVIEW" -> "The request was approved and waits for a review.";
            case "ERROR" -> "Error - the request could not be processed.";
            default -> "Decline - the request was refused.";
        };
    }
}
