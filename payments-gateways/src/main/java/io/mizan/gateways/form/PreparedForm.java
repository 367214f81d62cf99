package io.mizan.gateways.form;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * A form by which a browser opens a provider's page, as it is stored before it is signed.
 *
 * @param payUntil how long we show the way to that page
 */
public record PreparedForm(Instant payUntil, Form form) {
    public String content() {
        return payUntil + "\n" + form.encode();
    }

    /** @throws IllegalArgumentException if it is nothing that {@link #content} wrote */
    public static PreparedForm of(String content) {
        int endOfTime = content.indexOf('\n');
        if (endOfTime < 0) {
            throw new IllegalArgumentException("not a prepared form");
        }
        try {
            return new PreparedForm(
                    Instant.parse(content.substring(0, endOfTime)), Form.parse(content.substring(endOfTime + 1)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a prepared form", e);
        }
    }
}
