package sandbox.paypal.order;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes PayPal's ids, which nobody can guess. */
public final class Ids {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXY";

    private final SecureRandom random = new SecureRandom();

    /** Of an order, an authorization, a capture or a refund: none shows of which. */
    public String object() {
        return letters(17);
    }

    public String event() {
        return "WH-" + letters(17) + "-" + letters(17);
    }

    public String debug() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 13);
    }

    public String token() {
        return "A21AA" + letters(60);
    }

    private String letters(int count) {
        var id = new StringBuilder();
        for (int i = 0; i < count; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
