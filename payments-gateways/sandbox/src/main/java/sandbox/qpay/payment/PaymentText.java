package sandbox.qpay.payment;

import java.time.Instant;
import java.util.LinkedHashMap;
import sandbox.form.FormFields;
import sandbox.form.ReturnTreatment;

/** A payment as it is kept: the fields of a form, like everything at QPay. */
final class PaymentText {
    private PaymentText() {}

    static String write(Payment payment) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("number", payment.number());
        fields.put("session", payment.session());
        fields.put("reference", payment.reference());
        fields.put("minor", String.valueOf(payment.minor()));
        fields.put("language", payment.language());
        fields.put("return_url", payment.returnUrl());
        fields.put("opened_at", payment.openedAt().toString());
        fields.put("wrong_codes", String.valueOf(payment.wrongCodes()));
        payment.card().ifPresent(card -> {
            fields.put("card", card.masked());
            fields.put("expiry", card.expiry());
        });
        payment.outcome().ifPresent(outcome -> {
            fields.put("status", outcome.status());
            fields.put("message", outcome.message());
            fields.put("confirmation", outcome.confirmation());
            fields.put("taken_minor", String.valueOf(outcome.minor()));
            fields.put("taken_currency", outcome.currency());
            fields.put("decided_at", outcome.at().toString());
            fields.put("treatment", outcome.treatment().written());
        });
        return new FormFields(fields).encoded();
    }

    static Payment read(String text) {
        var fields = FormFields.parse(text);
        return new Payment(
                fields.text("number"),
                fields.text("session"),
                fields.text("reference"),
                Long.parseLong(fields.text("minor")),
                fields.text("language"),
                fields.text("return_url"),
                Instant.parse(fields.text("opened_at")),
                fields.value("card").map(masked -> new NapsCard(masked, fields.text("expiry"))),
                Integer.parseInt(fields.text("wrong_codes")),
                fields.value("status").map(status -> outcome(status, fields)));
    }

    private static Payment.Outcome outcome(String status, FormFields fields) {
        return new Payment.Outcome(
                status,
                fields.text("message"),
                fields.text("confirmation"),
                Long.parseLong(fields.text("taken_minor")),
                fields.text("taken_currency"),
                Instant.parse(fields.text("decided_at")),
                ReturnTreatment.read(fields.text("treatment")));
    }
}
