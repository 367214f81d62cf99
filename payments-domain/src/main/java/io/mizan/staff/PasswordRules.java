package io.mizan.staff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords people may choose (OWASP ASVS 4, V2.1): long ones, whatever they are made of, but none that others
 * choose too, or that says who signs in with it.
 */
public final class PasswordRules {
    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    /** @return what is wrong with it: {@code too_short}, {@code too_long}, {@code common} or {@code name}; empty if nothing */
    public static Optional<String> objection(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("too_short");
        }
        if (length > LONGEST) {
            return Optional.of("too_long");
        }
        var plain = password.toLowerCase(Locale.ROOT);
        if (COMMON.contains(plain)
                || COMMON.contains(stem(plain))
                || plain.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return Optional.of("common");
        }
        var name = username.toLowerCase(Locale.ROOT);
        return name.length() >= 3 && plain.contains(name) ? Optional.of("name") : Optional.empty();
    }

    /** Without what is put behind a common word to make it longer: {@code administrator2026!} is {@code administrator}. */
    private static String stem(String password) {
        return password.replaceAll("[^\\p{L}]+$", "");
    }

    private static Set<String> common() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
