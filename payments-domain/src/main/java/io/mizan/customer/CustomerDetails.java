package io.mizan.customer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who the customer is, as far as the merchant tells. Printed redacted. */
public record CustomerDetails(
        Optional<String> email, Optional<String> name, Optional<String> phone, Optional<String> country) {
    private static final int SHORTEST_NAME = 3;
    private static final int SHORTEST_NUMBER = 7;
    private static final Pattern NOT_A_DIGIT = Pattern.compile("[^0-9]");

    public static final CustomerDetails NONE =
            new CustomerDetails(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether a text that is meant for everybody says who this is: by name, address or telephone number. */
    public boolean isNamedIn(String text) {
        var told = text.toLowerCase(Locale.ROOT);
        boolean byWords = Stream.of(email, name)
                .flatMap(Optional::stream)
                .map(words -> words.strip().toLowerCase(Locale.ROOT))
                .anyMatch(words -> words.length() >= SHORTEST_NAME && told.contains(words));
        return byWords
                || phone.map(CustomerDetails::digits)
                        .filter(number -> number.length() >= SHORTEST_NUMBER)
                        .filter(digits(text)::contains)
                        .isPresent();
    }

    private static String digits(String text) {
        return NOT_A_DIGIT.matcher(text).replaceAll("");
    }

    @Override
    public String toString() {
        return "CustomerDetails[redacted]";
    }
}
