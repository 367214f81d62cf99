package sandbox.cybersource.payment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sandbox.page.TypedDigits;

/** A card as a customer typed it, judged here; nothing of it goes further. */
public final class TypedCard {
    public static final String NUMBER = "4111111111111111";

    private static final Set<String> TEST_CARDS = Set.of(
            NUMBER,
            "5555555555554444",
            "378282246310005",
            "6011111111111117",
            "3566111111111113",
            "38000000000006",
            "6000340000009859",
            "6759180000005546");
    private static final Pattern EXPIRY = Pattern.compile("(\\d{1,2})\\s*[/\\- ]?\\s*(?:20)?(\\d{2})");

    private TypedCard() {}

    /** The fields of the form that can be wrong. */
    public enum Field {
        CARD_NUMBER,
        EXPIRY,
        CVC
    }

    /**
     * What the page makes of it.
     *
     * @param decline the reason for which the bank says no whatever the amount is
     */
    public record Reading(Set<Field> wrong, Optional<String> decline) {}

    public static Reading read(String number, String expiry, String cvc, Instant now) {
        var wrong = EnumSet.noneOf(Field.class);
        if (!TEST_CARDS.contains(TypedDigits.western(number).replaceAll("[\\s\\-\\u200e\\u200f]", ""))) {
            wrong.add(Field.CARD_NUMBER);
        }
        if (!isAhead(TypedDigits.western(expiry).strip(), YearMonth.from(now.atZone(ZoneOffset.UTC)))) {
            wrong.add(Field.EXPIRY);
        }
        var code = TypedDigits.western(cvc).strip();
        if (!code.matches("\\d{3,4}")) {
            wrong.add(Field.CVC);
        }
        return new Reading(wrong, code.equals("000") ? Optional.of("211") : Optional.empty());
    }

    private static boolean isAhead(String text, YearMonth today) {
        var month = EXPIRY.matcher(text);
        try {
            return month.matches()
                    && !YearMonth.of(2000 + Integer.parseInt(month.group(2)), Integer.parseInt(month.group(1)))
                            .isBefore(today);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
