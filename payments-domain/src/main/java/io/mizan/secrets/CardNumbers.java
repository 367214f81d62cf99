package io.mizan.secrets;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds what has the form of a card number (PAN) in a text: 14 to 19 digits, in one piece or in groups, that begin as the
 * schemes' ranges do and whose check digit is right (ISO/IEC 7812-1, annex B). Other digits may stand beside it, as the
 * date and the code of the card do: each stretch that begins and ends with a group is judged. Telephone numbers, dates and
 * counters are shorter or begin otherwise. One number in ten that fits all the rest passes for one.
 */
public final class CardNumbers {
    private static final int SHORTEST = 14;
    private static final int LONGEST = 19;

    /**
     * Into how many groups a card prints its number at most: four of four and one of three. A list of small numbers, as of
     * seats, has more, and is judged as a whole only.
     */
    private static final int MOST_GROUPS = 5;

    /** Blanks, dashes and what is invisible; a point only between long groups, for amounts have points too. */
    private static final String BETWEEN = "(?:[\\h\\p{Pd}\\p{Cf}]{1,3}+|(?<=\\p{Nd}{4})\\.(?=\\p{Nd}{4}))";

    /** Digits of any script: a keyboard set to Arabic types its own. */
    private static final String GROUP = "\\p{Nd}++(?![A-Za-z_])";

    /** Nothing in it is tried twice, so that its cost is that of reading the text. */
    private static final Pattern RUN =
            Pattern.compile("(?<![\\p{Nd}A-Za-z_])" + GROUP + "(?:" + BETWEEN + GROUP + ")*+");

    private static final Pattern GAP = Pattern.compile("\\P{Nd}+");

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
        return hasManyDigits(text) && RUN.matcher(text).results().anyMatch(run -> isInRun(run.group()));
    }

    /** Whether there are enough digits together for any card; most texts have none, and are not worth a look with patterns. */
    private static boolean hasManyDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c) || Character.isSurrogate(c)) {
                digits++;
                if (digits == SHORTEST) {
                    return true;
                }
            } else if (c < 0x80 && c != ' ' && c != '-' && c != '.' && c != '\t') {
                digits = 0;
            }
        }
        return false;
    }

    private static boolean isInRun(String run) {
        var groups = GAP.split(run);
        for (int first = 0; first < groups.length; first++) {
            if (beginsWithCard(Arrays.asList(groups).subList(first, Math.min(first + MOST_GROUPS, groups.length)))) {
                return true;
            }
        }
        return isCard(String.join("", groups));
    }

    private static boolean beginsWithCard(List<String> groups) {
        var digits = new StringBuilder();
        for (var group : groups) {
            if (digits.length() + group.length() > LONGEST) {
                return false;
            }
            if (isCard(digits.append(group).toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCard(String written) {
        if (written.length() < SHORTEST || written.length() > LONGEST) {
            return false;
        }
        var digits = western(written);
        return RANGE.matcher(digits).matches() && checks(digits);
    }

    private static String western(String digits) {
        var western = new StringBuilder();
        digits.codePoints().forEach(digit -> western.append(Character.digit(digit, 10)));
        return western.toString();
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
