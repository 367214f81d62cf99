package io.mizan.checkout;

import java.net.URI;
import java.time.Duration;

/**
 * How orders are paid.
 *
 * @param publicUrl where customers reach this deployment, without a slash at the end
 * @param attemptsPerOrder at most this many attempts for one order; default 10
 * @param declinesPerOrder no further attempt after this many declines; default 8
 * @param attemptsPerAddress at most this many attempts from one address within {@code addressWindow}; default 10
 * @param addressWindow default 15 min
 */
public record CheckoutSettings(
        URI publicUrl, int attemptsPerOrder, int declinesPerOrder, int attemptsPerAddress, Duration addressWindow) {
    public static CheckoutSettings at(URI publicUrl) {
        return new CheckoutSettings(publicUrl, 10, 8, 10, Duration.ofMinutes(15));
    }

    public CheckoutSettings {
        if (publicUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException("the public URL ends without a slash");
        }
        if (attemptsPerOrder < 1 || declinesPerOrder < 1 || attemptsPerAddress < 1) {
            throw new IllegalArgumentException("limits are at least 1");
        }
    }
}
