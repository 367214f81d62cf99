package io.mizan.admin.render;

import io.mizan.explanation.ExplanationTexts;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a gateway gave no answer, or none that says enough, in words. What it said itself stands in brackets, for whoever looks
 * it up; a cause that is nothing but a word of the gateway's has no words of ours.
 */
public record Causes(Words words) {
    private static final String KEY = "timeline.detail.cause.";

    /** Those that name something beside. */
    private static final List<Shape> SHAPES = List.of(
            new Shape("http", "(?<said>http [0-9]{3}(?:: .+)?)(?: without an error of .+)?"),
            new Shape("unreadable_answer", "unreadable answer, (?<said>http [0-9]{3})"),
            new Shape("connection_broke", "connection broke: (?<said>.+)"),
            new Shape("qpay", "qpay (?<said>.+)"),
            new Shape("question_refused", "question refused (?<said>.+)"),
            new Shape("refused_and_not_seen", "refused and not seen: (?<said>.+)"),
            new Shape("unlisted", "unlisted (?<said>.+)"),
            new Shape("failed", "failed (?<said>.+)"));

    private record Shape(String name, Pattern pattern) {
        Shape(String name, String pattern) {
            this(name, Pattern.compile(pattern));
        }

        Optional<String> of(String cause, Words words) {
            var matcher = pattern.matcher(cause);
            return matcher.matches()
                    ? Optional.of(words.text("proof.with", words.text(KEY + name), matcher.group("said")))
                    : Optional.empty();
        }
    }

    public Optional<String> of(String cause) {
        return words.find(KEY + cause.replaceAll("[^A-Za-z0-9]+", "_"))
                .or(() -> SHAPES.stream()
                        .flatMap(shape -> shape.of(cause, words).stream())
                        .findFirst())
                .or(() -> category(cause));
    }

    /** Why a try was declined, by the code of its category. */
    public Optional<String> category(String code) {
        var texts = new ExplanationTexts(words.language().locale(), GatewayName::value);
        return Arrays.stream(FailureCategory.values())
                .filter(category -> category.code().equals(code))
                .findFirst()
                .map(texts::reason);
    }
}
