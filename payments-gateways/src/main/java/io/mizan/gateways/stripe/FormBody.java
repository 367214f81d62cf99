package io.mizan.gateways.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** An {@code application/x-www-form-urlencoded} body, its parameters in the order in which they were added. */
final class FormBody {
    private final StringBuilder encoded = new StringBuilder();

    /** @param name nested in brackets where the parameter is: {@code metadata[mizan_order]} */
    FormBody add(String name, String value) {
        if (encoded.length() > 0) {
            encoded.append('&');
        }
        encoded.append(encode(name)).append('=').append(encode(value));
        return this;
    }

    FormBody add(String name, long value) {
        return add(name, Long.toString(value));
    }

    /** The bytes of it, in ASCII. */
    @Override
    public String toString() {
        return encoded.toString();
    }

    /** Brackets stay as they are, as in the requests of Stripe's own libraries. */
    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("%5B", "[").replace("%5D", "]");
    }
}
