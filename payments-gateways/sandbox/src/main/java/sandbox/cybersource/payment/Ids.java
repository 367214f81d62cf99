package sandbox.cybersource.payment;

import java.security.SecureRandom;
import java.util.Locale;

/** Request ids: 22 digits. */
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String next() {
        return "7" + String.format(Locale.ROOT, "%018d", RANDOM.nextLong(1_000_000_000_000_000_000L)) + "001";
    }
}
