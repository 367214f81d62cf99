package sandbox.qpay.payment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sandbox.page.TypedDigits;

/**
 * A debit card as a customer typed it, already reduced to what may be kept.
 *
 * @param masked first six and last four digits
 * @param expiry {@code yyMM}
 */
public record NapsCard(String masked, String expiry) {
    /** The card of the test system: number and the code that its bank sends. */
    public static final String NUMBER = "4215375500883243";

    public static final String CODE = "1234";

    /** Test cards and the codes that their banks send. */
    private static final Map<String, String> CODES = Map.of(NUMBER, CODE, "416639041957036", "123456");

    private static final Pattern EXPIRY = Pattern.compile("(\\d{1,2})\\s*[/\\- ]?\\s*(?:20)?(\\d{2})");

    /** The fields of the form that can be wrong. */
    public enum Field {
        CARD_NUMBER,
        EXPIRY,
        PIN
    }

    /** Either a card or what is wrong with it. */
    public record Reading(Optional<NapsCard> card, Set<Field> wrong) {}

    public static Reading read(String number, String expiry, String pin, Instant now) {
        var digits = TypedDigits.western(number).replaceAll("[\\s\\-]", "");
        var month = month(TypedDigits.western(expiry).strip());
        var wrong = EnumSet.noneOf(Field.class);
        if (!CODES.containsKey(digits)) {
            wrong.add(Field.CARD_NUMBER);
        }
        if (month.filter(it -> !it.isBefore(YearMonth.from(now.atZone(ZoneOffset.UTC))))
                .isEmpty()) {
            wrong.add(Field.EXPIRY);
        }
        if (!TypedDigits.western(pin).strip().matches("\\d{3,4}")) {
            wrong.add(Field.PIN);
        }
        if (!wrong.isEmpty()) {
            return new Reading(Optional.empty(), wrong);
        }
        var masked = digits.substring(0, 6) + "*".repeat(digits.length() - 10) + digits.substring(digits.length() - 4);
        var written =
                "%02d%02d".formatted(month.get().getYear() % 100, month.get().getMonthValue());
        return new Reading(Optional.of(new NapsCard(masked, written)), Set.of());
    }

    /** The test card, where nobody types one. */
    public static NapsCard ofTheTestSystem() {
        return new NapsCard("421537******3243", "3012");
    }

    static boolean isCode(String typed) {
        return CODES.containsValue(TypedDigits.western(typed).strip());
    }

    private static Optional<YearMonth> month(String text) {
        var match = EXPIRY.matcher(text);
        try {
            return match.matches()
                    ? Optional.of(
                            YearMonth.of(2000 + Integer.parseInt(match.group(2)), Integer.parseInt(match.group(1))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
