package io.mizan.secrets;

import java.util.regex.Pattern;

/**
 * Finds what has the form of a card number (PAN) in a text: 14 to 19 digits, single blanks or hyphens between them
 * allowed, that begin as the schemes' ranges do and whose check digit is right (ISO/IEC 7812-1, annex B). Telephone
 * numbers, dates and counters are shorter or begin otherwise. One number in ten that fits all the rest passes for one.
 */
public final class CardNumbers {
    private static final int SHORTEST = 14;
    private static final int LONGEST = 19;
    private static final Pattern RUN = Pattern.compile("(?<![0-9A-Za-z_])[0-9](?:[ -]?[0-9]){13,18}(?![0-9A-Za-z_])");

    /** Visa; Mastercard; American Express; Diners Club; Discover; JCB; UnionPay. */
    private static final Pattern RANGE = Pattern.compile("4\\d{15}|4\\d{18}"
            + "|5[1-5]\\d{14}|(?:222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}"
            + "|3[47]\\d{13}"
            + "|3(?:0[0-5]|[68]\\d)\\d{11,16}"
            + "|(?:6011|64[4-9]\\d|65\\d\\d)\\d{12,15}"
            + "|35(?:2[89]|[3-8]\\d)\\d{12,15}"
            + "|62\\d{14,17}");

    private CardNumbers() {}

    public static boolean isIn(String text) {
        if (!hasLongRun(text)) {
            return false;
        }
        return RUN.matcher(text).results().anyMatch(found -> isCard(found.group()));
    }

    /** Whether enough digits follow one another for any card; most texts have none, and are not worth a look with patterns. */
    private static boolean hasLongRun(String text) {
        int digits = 0;
        boolean parted = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                parted = false;
                if (digits == SHORTEST) {
                    return true;
                }
            } else if (!parted && (c == ' ' || c == '-')) {
                parted = true;
            } else {
                digits = 0;
                parted = true;
            }
        }
        return false;
    }

    private static boolean isCard(String run) {
        var digits = run.replace(" ", "").replace("-", "");
        return digits.length() <= LONGEST && RANGE.matcher(digits).matches() && checks(digits);
    }

    /** The Luhn formula: every second digit from the right is doubled, and its own digits are summed. */
    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
