package sandbox.stripe.payment;

/** What can be told from the digits of a card number alone. */
final class CardNumber {
    private CardNumber() {}

    /** Twelve to nineteen digits whose check digit is right (ISO/IEC 7812-1, annex B). */
    static boolean isPlausible(String digits) {
        return digits.matches("\\d{12,19}") && luhnSum(digits) % 10 == 0;
    }

    private static int luhnSum(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int weighted = place % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }

    static String brand(String digits) {
        if (digits.startsWith("4")) {
            return "visa";
        }
        int two = Integer.parseInt(digits.substring(0, 2));
        int four = Integer.parseInt(digits.substring(0, 4));
        if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
            return "mastercard";
        }
        return switch (two) {
            case 34, 37 -> "amex";
            case 30, 36, 38, 39 -> "diners";
            case 35 -> "jcb";
            case 62 -> "unionpay";
            case 60, 64, 65 -> "discover";
            default -> "unknown";
        };
    }
}
