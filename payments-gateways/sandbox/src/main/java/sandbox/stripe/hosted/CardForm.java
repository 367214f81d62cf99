package sandbox.stripe.hosted;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.Optional;
import sandbox.stripe.payment.SubmittedCard;

/** What a customer typed. The number and the CVC leave it as a judged card or not at all. */
final class CardForm {
    static final String BANK_DEBIT = "bank_debit";

    private final MultivaluedMap<String, String> fields;

    CardForm(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    boolean isBankDebit() {
        return text("method").equals(BANK_DEBIT);
    }

    SubmittedCard.Reading card(Instant now) {
        return SubmittedCard.read(text("card_number"), text("expiry"), text("cvc"), text("name"), now);
    }

    Optional<String> holder() {
        return Optional.of(text("name").strip()).filter(name -> !name.isEmpty());
    }

    String expiry() {
        return text("expiry");
    }

    Optional<String> language() {
        return Optional.of(text("lang")).filter(tag -> !tag.isEmpty());
    }

    private String text(String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("");
    }
}
