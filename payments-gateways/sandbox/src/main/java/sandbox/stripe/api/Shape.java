package sandbox.stripe.api;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which parameters an operation takes. Names are written as they are sent, with {@code #} for an index and {@code *} for
 * any key: {@code line_items[#][quantity]}, {@code metadata[*]}.
 */
final class Shape {
    private static final Pattern EXPAND = regex("expand[#]");

    private final List<Pattern> allowed;

    private Shape(List<Pattern> allowed) {
        this.allowed = allowed;
    }

    static Shape of(String... names) {
        return new Shape(List.of(names).stream().map(Shape::regex).toList());
    }

    /** The parameters of every list, and these. */
    static Shape ofList(String... names) {
        var all = new java.util.ArrayList<>(List.of(
                "limit",
                "starting_after",
                "ending_before",
                "created",
                "created[gt]",
                "created[gte]",
                "created[lt]",
                "created[lte]"));
        all.addAll(List.of(names));
        return of(all.toArray(String[]::new));
    }

    /** @throws StripeError naming the first parameter that the operation does not know */
    void check(Parameters parameters) {
        for (var name : parameters.flat().keySet()) {
            if (!EXPAND.matcher(name).matches()
                    && allowed.stream()
                            .noneMatch(pattern -> pattern.matcher(name).matches())) {
                throw Parameters.unknown(name);
            }
        }
    }

    private static Pattern regex(String name) {
        return Pattern.compile(
                Pattern.quote(name).replace("#", "\\E\\d{1,4}\\Q").replace("*", "\\E[^\\[\\]]*\\Q"));
    }
}
