package sandbox.square.book;

import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sandbox.page.TypedDigits;

/**
 * A card as a customer typed it, reduced to what may be kept and to what Square's sandbox does with it: the number, the
 * security code and the postcode are judged here and go no further.
 *
 * @param decline the code with which it is declined, absent if it works
 * @param challenged whether the issuer asks the customer to authenticate first
 */
public record SubmittedCard(String brand, String lastFour, Optional<String> decline, boolean challenged) {
    /** The code that passes every authentication. */
    public static final String CODE = "123456";

    private static final Pattern EXPIRY = Pattern.compile("(\\d{1,2})\\s*[/\\- ]?\\s*(\\d{2}|\\d{4})");
    private static final Map<String, String> WORKING = Map.of(
            "4111111111111111", "VISA",
            "5105105105105100", "MASTERCARD",
            "6011000000000004", "DISCOVER",
            "30000000000004", "DISCOVER_DINERS",
            "3569990010095841", "JCB",
            "340000000000009", "AMERICAN_EXPRESS",
            "6222988812340000", "CHINA_UNION_PAY");
    private static final Map<String, String> CHALLENGED =
            Map.of("4310000000201019", "VISA", "5500000000201016", "MASTERCARD");

    /** The fields of the form. */
    public enum Field {
        CARD_NUMBER,
        EXPIRY,
        CVC,
        POSTCODE
    }

    /** Either a card, or which fields are wrong. */
    public record Reading(Optional<SubmittedCard> card, Set<Field> faults) {}

    /** Reads the form as the page's own checks would. */
    public static Reading read(String number, String expiry, String cvc, String postcode) {
        var digits = TypedDigits.western(number).replaceAll("[\\s\\-\\u200e\\u200f]", "");
        var code = TypedDigits.western(cvc).strip();
        var month = month(TypedDigits.western(expiry).strip());
        var faults = EnumSet.noneOf(Field.class);
        if (!digits.matches("\\d{12,19}")) {
            faults.add(Field.CARD_NUMBER);
        }
        if (month.isEmpty()) {
            faults.add(Field.EXPIRY);
        }
        if (!code.matches("\\d{3,4}")) {
            faults.add(Field.CVC);
        }
        if (postcode.isBlank()) {
            faults.add(Field.POSTCODE);
        }
        if (!faults.isEmpty()) {
            return new Reading(Optional.empty(), faults);
        }
        var brand = Optional.ofNullable(WORKING.get(digits)).orElse(CHALLENGED.getOrDefault(digits, "OTHER_BRAND"));
        return new Reading(
                Optional.of(new SubmittedCard(
                        brand,
                        digits.substring(digits.length() - 4),
                        decline(
                                digits,
                                code,
                                month.get(),
                                TypedDigits.western(postcode).strip()),
                        CHALLENGED.containsKey(digits))),
                Set.of());
    }

    /** Section by section as Square's page of sandbox values has it. */
    private static Optional<String> decline(String digits, String code, YearMonth month, String postcode) {
        if (!WORKING.containsKey(digits) && !CHALLENGED.containsKey(digits)) {
            return Optional.of("CARD_NOT_SUPPORTED");
        }
        if (code.equals("911")) {
            return Optional.of("CVV_FAILURE");
        }
        if (month.equals(YearMonth.of(2040, 1))) {
            return Optional.of("INVALID_EXPIRATION");
        }
        return postcode.equals("99999") ? Optional.of("ADDRESS_VERIFICATION_FAILURE") : Optional.empty();
    }

    private static Optional<YearMonth> month(String text) {
        var match = EXPIRY.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var month = Integer.parseInt(match.group(1));
        var year = Integer.parseInt(match.group(2));
        return month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(YearMonth.of(year < 100 ? 2000 + year : year, month));
    }
}
