package sandbox.cybersource.payment;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sandbox.form.FormFields;

/**
 * A form that was posted, and what came of it.
 *
 * @param reference the merchant's
 * @param uuid by which CyberSource knows it posted twice
 * @param order what the merchant says that it is for
 * @param reply what was last said of it, without signature; empty until then
 * @param comesBack whether the browser takes the reply back
 */
public record Checkout(
        String reference,
        String uuid,
        String order,
        Sum asked,
        boolean sale,
        String locale,
        Addresses addresses,
        Instant openedAt,
        Optional<FormFields> reply,
        boolean comesBack) {
    /** Where replies go. */
    public record Addresses(String receipt, String cancel, String notice) {}

    /** By which a rule may mean it. */
    public Set<String> names() {
        return Set.of(reference, uuid, order);
    }

    /** Whether it takes a card: a customer who went back in one tab can pay in another. */
    public boolean isOpen() {
        return reply.filter(last -> !last.text("decision").equals("CANCEL")).isEmpty();
    }

    public String language() {
        return locale.startsWith("ar") ? "ar" : "en";
    }

    Checkout answered(FormFields newReply, boolean byBrowserToo) {
        return new Checkout(
                reference, uuid, order, asked, sale, locale, addresses, openedAt, Optional.of(newReply), byBrowserToo);
    }

    String text() {
        return new FormFields(Map.of())
                .with("reference", reference)
                .with("uuid", uuid)
                .with("order", order)
                .with("minor", String.valueOf(asked.minor()))
                .with("currency", asked.currency())
                .with("sale", String.valueOf(sale))
                .with("locale", locale)
                .with("receipt", addresses.receipt)
                .with("cancel", addresses.cancel)
                .with("notice", addresses.notice)
                .with("opened_at", openedAt.toString())
                .with("reply", reply.map(FormFields::encoded).orElse(""))
                .with("comes_back", String.valueOf(comesBack))
                .encoded();
    }

    static Checkout read(String text) {
        var fields = FormFields.parse(text);
        return new Checkout(
                fields.text("reference"),
                fields.text("uuid"),
                fields.text("order"),
                new Sum(Long.parseLong(fields.text("minor")), fields.text("currency")),
                Boolean.parseBoolean(fields.text("sale")),
                fields.text("locale"),
                new Addresses(fields.text("receipt"), fields.text("cancel"), fields.text("notice")),
                Instant.parse(fields.text("opened_at")),
                fields.value("reply").map(FormFields::parse),
                Boolean.parseBoolean(fields.text("comes_back")));
    }
}
