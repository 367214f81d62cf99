package sandbox.sadad.payment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import sandbox.form.FormFields;
import sandbox.form.ReturnTreatment;

/**
 * One try to pay.
 *
 * @param number SADAD's, {@code SD} and digits
 * @param status as the interface counts: 1 under way, 2 failed, 3 paid, 4 refunded
 * @param minor what was taken, in dirhams
 * @param treatment what is wrong with the customer's way back
 */
public record Transaction(
        String number,
        String reference,
        int status,
        String message,
        long minor,
        Instant at,
        ReturnTreatment treatment) {
    public static final int UNDER_WAY = 1;
    public static final int FAILED = 2;
    public static final int PAID = 3;
    public static final int REFUNDED = 4;

    /** In riyals. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, 2);
    }

    public String statusName() {
        return switch (status) {
            case UNDER_WAY -> "Inprogress";
            case FAILED -> "Failed";
            case PAID -> "Success";
            default -> "Refund";
        };
    }

    Transaction with(int newStatus, String newMessage) {
        return new Transaction(number, reference, newStatus, newMessage, minor, at, treatment);
    }

    String text() {
        return new FormFields(Map.of())
                .with("number", number)
                .with("reference", reference)
                .with("status", String.valueOf(status))
                .with("message", message)
                .with("minor", String.valueOf(minor))
                .with("at", at.toString())
                .with("treatment", treatment.written())
                .encoded();
    }

    static Transaction read(String text) {
        var fields = FormFields.parse(text);
        return new Transaction(
                fields.text("number"),
                fields.text("reference"),
                Integer.parseInt(fields.text("status")),
                fields.text("message"),
                Long.parseLong(fields.text("minor")),
                Instant.parse(fields.text("at")),
                ReturnTreatment.read(fields.text("treatment")));
    }
}
