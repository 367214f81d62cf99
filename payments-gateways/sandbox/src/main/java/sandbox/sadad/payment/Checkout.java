package sandbox.sadad.payment;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import sandbox.form.FormFields;

/**
 * A page on which a customer can pay, by the merchant's reference ({@code ORDER_ID}). Every try on it is a transaction.
 *
 * @param order what the merchant says that it is for
 * @param minor what was asked for, in dirhams
 * @param version of Web Checkout that opened it, and that it answers in
 */
public record Checkout(
        String reference,
        String order,
        long minor,
        String language,
        String version,
        String returnUrl,
        Instant openedAt) {
    public static final String ENCRYPTED = "1.1";

    /** By which a rule may mean it. */
    public Set<String> names() {
        return Set.of(reference, order);
    }

    String text() {
        return new FormFields(Map.of())
                .with("reference", reference)
                .with("order", order)
                .with("minor", String.valueOf(minor))
                .with("language", language)
                .with("version", version)
                .with("return_url", returnUrl)
                .with("opened_at", openedAt.toString())
                .encoded();
    }

    static Checkout read(String text) {
        var fields = FormFields.parse(text);
        return new Checkout(
                fields.text("reference"),
                fields.text("order"),
                Long.parseLong(fields.text("minor")),
                fields.text("language"),
                fields.text("version"),
                fields.text("return_url"),
                Instant.parse(fields.text("opened_at")));
    }
}
