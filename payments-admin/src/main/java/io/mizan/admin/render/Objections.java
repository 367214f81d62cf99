package io.mizan.admin.render;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Why a gateway does not take its settings, in the language of whoever reads. Adapters say it in one English sentence, which
 * the log has too; that sentence is what its text is found by.
 */
public record Objections(Words words) {
    private static final String KEY = "gateway.objection.";
    private static final String WHAT = "gateway.objection.what.";

    /** Those that name something beside; a group called {@code what} is a word of ours. */
    private static final List<Shape> SHAPES = List.of(
            new Shape("between", "the (?<what>.+) is between (\\S+) and (\\S+)"),
            new Shape("one_or_two", "there is one (?<what>.+), or the new and the old one while they change"),
            new Shape("host_and_path", "the address of the (?<what>.+) has a host and a path, and nothing else"),
            new Shape("https", "the address of the (?<what>.+) begins with https; only in sandbox mode .+"),
            new Shape("no_slash", "the address of the (?<what>.+) has no slash at its end"),
            new Shape("too_short", "a Razorpay (?<what>.+) is too short"),
            new Shape("country", "(\\S+) is no country of ISO 3166: .+"),
            new Shape("currency", "(\\S+) is no currency of ISO 4217"),
            new Shape("finer", "(\\S+) is finer than (\\S+) is counted"),
            new Shape("caller", "\"(.+)\" is none: .+"),
            new Shape("begins_with", "the Stripe secret key of this mode begins with (\\S+) or (\\S+)"),
            new Shape("one_of", "the currency of the Square location is one of (.+)"),
            new Shape(
                    "paypal_address",
                    "the address of PayPal's API is (\\S+) in live mode and (\\S+) in sandbox mode, .+"),
            new Shape("budget", "The budget of a call is at most (\\S+) beside the leases here"),
            new Shape(
                    "broken_after",
                    "the time after which it is broken exceeds the time to pay by more than (\\S+), the life of a page"),
            new Shape("halves", "the \\S+ was entered without its \\S+; enter both anew"));

    private record Shape(String name, Pattern pattern, boolean hasWhat) {
        Shape(String name, String pattern) {
            this(name, Pattern.compile(pattern), pattern.contains("(?<what>"));
        }

        Optional<String> of(String sentence, Words words) {
            var matcher = pattern.matcher(sentence);
            return matcher.matches() ? Optional.of(words.text(KEY + name, values(matcher, words))) : Optional.empty();
        }

        private Object[] values(Matcher matcher, Words words) {
            var values = IntStream.rangeClosed(1, matcher.groupCount())
                    .mapToObj(matcher::group)
                    .toArray();
            if (hasWhat) {
                values[0] = words.find(WHAT + slug(matcher.group("what"))).orElse(matcher.group("what"));
            }
            return values;
        }
    }

    /** As the log has it, and said to be so, where there is no text for it. */
    public String of(String sentence) {
        return find(sentence).orElseGet(() -> words.text(KEY + "other", sentence));
    }

    Optional<String> find(String sentence) {
        return words.find(KEY + slug(sentence)).or(() -> SHAPES.stream()
                .flatMap(shape -> shape.of(sentence, words).stream())
                .findFirst());
    }

    /** The name of the text of a sentence. */
    static String slug(String sentence) {
        return sentence.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
    }
}
