package sandbox.page;

/** Digits as a customer types them. */
public final class TypedDigits {
    private TypedDigits() {}

    /** A customer with an Arabic keyboard types Arabic digits; everything else stays as it is. */
    public static String western(String text) {
        var western = new StringBuilder(text.length());
        text.chars()
                .map(letter -> Character.isDigit(letter) ? '0' + Character.digit(letter, 10) : letter)
                .forEach(letter -> western.append((char) letter));
        return western.toString();
    }
}
