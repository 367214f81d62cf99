package sandbox.stripe.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code application/x-www-form-urlencoded}, UTF-8, in the order in which the pairs were sent. */
final class FormEncoding {
    private FormEncoding() {}

    /** One name and its value, both decoded. */
    record Pair(String name, String value) {}

    /** @throws StripeError if an escape is broken */
    static List<Pair> decode(String text) {
        var pairs = new ArrayList<Pair>();
        for (var part : text.split("&", -1)) {
            if (!part.isEmpty()) {
                var equals = part.indexOf('=');
                var name = equals < 0 ? part : part.substring(0, equals);
                pairs.add(new Pair(unescape(name), equals < 0 ? "" : unescape(part.substring(equals + 1))));
            }
        }
        return pairs;
    }

    private static String unescape(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw StripeError.invalidParameter("", "", "Invalid form encoding: a percent escape is broken.");
        }
    }
}
