package sandbox.cybersource.payment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import sandbox.form.FormFields;

/**
 * One request that CyberSource carried out, or tried to.
 *
 * @param root the payment that began it; itself for a payment
 * @param parent what it was done to; itself for a payment
 * @param checkout the merchant's reference of the payment
 * @param code the merchant's of this very request
 * @param reason 100 where it worked
 * @param status as searches show it
 * @param done what was agreed to
 * @param visibleFrom when searches show it
 */
public record Transaction(
        String id,
        String root,
        String parent,
        String checkout,
        String code,
        Kind kind,
        String reason,
        String status,
        Sum done,
        Instant at,
        Instant visibleFrom) {
    public static final String VOIDED = "VOIDED";
    /** Settled: it can be called back no more. */
    public static final String BATCHED = "BATCHED";

    /** What was asked for, and the applications that it runs. */
    public enum Kind {
        SALE("ics_auth", "ics_bill"),
        AUTHORIZATION("ics_auth"),
        CAPTURE("ics_bill"),
        REVERSAL("ics_auth_reversal"),
        REFUND("ics_credit"),
        VOID("ics_void");

        private final String applications;

        Kind(String... applications) {
            this.applications = String.join(" ", applications);
        }

        public List<String> applications() {
            return List.of(applications.split(" ", -1));
        }

        public boolean isPayment() {
            return this == SALE || this == AUTHORIZATION;
        }

        /** Whether it collects money. */
        boolean isCollection() {
            return this == SALE || this == CAPTURE;
        }
    }

    public boolean worked() {
        return List.of("100", "110", "520").contains(reason);
    }

    /** {@code 1} it worked, {@code 0} it was declined, {@code -1} it failed. */
    public String outcome() {
        if (worked()) {
            return "1";
        }
        return List.of("150", "151", "152", "250").contains(reason) ? "-1" : "0";
    }

    boolean isInReview() {
        return status.endsWith("PENDING_REVIEW");
    }

    boolean counts() {
        return worked() && !status.equals(VOIDED);
    }

    Transaction with(String newStatus) {
        return with(kind, newStatus);
    }

    Transaction with(Kind newKind, String newStatus) {
        return new Transaction(id, root, parent, checkout, code, newKind, reason, newStatus, done, at, visibleFrom);
    }

    String text() {
        return new FormFields(Map.of())
                .with("id", id)
                .with("root", root)
                .with("parent", parent)
                .with("checkout", checkout)
                .with("code", code)
                .with("kind", kind.name())
                .with("reason", reason)
                .with("status", status)
                .with("minor", String.valueOf(done.minor()))
                .with("currency", done.currency())
                .with("at", at.toString())
                .with("visible_from", visibleFrom.toString())
                .encoded();
    }

    static Transaction read(String text) {
        var fields = FormFields.parse(text);
        return new Transaction(
                fields.text("id"),
                fields.text("root"),
                fields.text("parent"),
                fields.text("checkout"),
                fields.text("code"),
                Kind.valueOf(fields.text("kind")),
                fields.text("reason"),
                fields.text("status"),
                new Sum(Long.parseLong(fields.text("minor")), fields.text("currency")),
                Instant.parse(fields.text("at")),
                Instant.parse(fields.text("visible_from")));
    }
}
