package sandbox.stripe.payment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import sandbox.page.TypedDigits;

/**
 * A card as a customer typed it, already reduced to what may be kept: the number itself is read here, judged here, and
 * goes no further.
 */
public record SubmittedCard(PaymentMethod.Card card, Optional<String> holder, Verdict verdict) {
    private static final Pattern EXPIRY = Pattern.compile("(\\d{1,2})\\s*[/\\- ]?\\s*(\\d{2}|\\d{4})");

    /** The fields of the card form. */
    public enum Field {
        CARD_NUMBER,
        EXPIRY,
        CVC,
        NAME
    }

    /** What can be wrong with a field before anybody is asked for money. */
    public enum Fault {
        NUMBER_INCOMPLETE,
        NUMBER_INVALID,
        EXPIRY_INCOMPLETE,
        EXPIRY_PAST,
        CVC_INCOMPLETE,
        NAME_MISSING
    }

    /** Either a card or what is wrong with it, never both. */
    public record Reading(Optional<SubmittedCard> card, Map<Field, Fault> faults) {}

    /** Reads the form as the hosted page's own checks would: a wrong check digit never reaches an issuer. */
    public static Reading read(String number, String expiry, String cvc, String name, Instant now) {
        var digits = TypedDigits.western(number).replaceAll("[\\s\\-\\u200e\\u200f]", "");
        var code = TypedDigits.western(cvc).strip();
        var month = expiryOf(TypedDigits.western(expiry).strip());
        var faults = new EnumMap<Field, Fault>(Field.class);
        if (!digits.matches("\\d{12,19}")) {
            faults.put(Field.CARD_NUMBER, Fault.NUMBER_INCOMPLETE);
        } else if (!CardNumber.isPlausible(digits)) {
            faults.put(Field.CARD_NUMBER, Fault.NUMBER_INVALID);
        }
        if (month.isEmpty()) {
            faults.put(Field.EXPIRY, Fault.EXPIRY_INCOMPLETE);
        } else if (month.get().isBefore(YearMonth.from(now.atZone(ZoneOffset.UTC)))) {
            faults.put(Field.EXPIRY, Fault.EXPIRY_PAST);
        }
        var amex = digits.startsWith("34") || digits.startsWith("37");
        if (!code.matches(amex ? "\\d{3,4}" : "\\d{3}")) {
            faults.put(Field.CVC, Fault.CVC_INCOMPLETE);
        }
        if (name.isBlank()) {
            faults.put(Field.NAME, Fault.NAME_MISSING);
        }
        if (!faults.isEmpty()) {
            return new Reading(Optional.empty(), faults);
        }
        var card = new PaymentMethod.Card(
                CardNumber.brand(digits),
                digits.substring(digits.length() - 4),
                month.get().getMonthValue(),
                month.get().getYear(),
                TestCards.passesCvcCheck(digits));
        return new Reading(
                Optional.of(new SubmittedCard(card, Optional.of(name.strip()), TestCards.verdictOn(digits))), Map.of());
    }

    private static Optional<YearMonth> expiryOf(String text) {
        var match = EXPIRY.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var year = Integer.parseInt(match.group(2));
        try {
            return Optional.of(YearMonth.of(year < 100 ? 2000 + year : year, Integer.parseInt(match.group(1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
