package sandbox.stripe.payment;

import java.security.SecureRandom;
import java.util.function.IntUnaryOperator;

/** Makes the provider's ids: a prefix that tells the kind, then letters and digits that nobody can guess. */
public final class Ids {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final IntUnaryOperator random;

    /** @param random answers a number below its argument */
    public Ids(IntUnaryOperator random) {
        this.random = random;
    }

    public static Ids unguessable() {
        return new Ids(new SecureRandom()::nextInt);
    }

    public String session() {
        return make("cs_test_a1", 58);
    }

    public String intent() {
        return make("pi_3", 23);
    }

    public String charge(PaymentMethod method) {
        return make(method.card().isPresent() ? "ch_3" : "py_3", 23);
    }

    public String refund(PaymentMethod method) {
        return make(method.card().isPresent() ? "re_3" : "pyr_1", 23);
    }

    public String method() {
        return make("pm_1", 23);
    }

    public String balanceTransaction() {
        return make("txn_3", 23);
    }

    public String lineItem() {
        return make("li_1", 23);
    }

    public String price() {
        return make("price_1", 23);
    }

    public String product() {
        return make("prod_", 14);
    }

    public String event() {
        return make("evt_1", 23);
    }

    public String request() {
        return make("req_", 14);
    }

    private String make(String prefix, int letters) {
        var id = new StringBuilder(prefix);
        for (int i = 0; i < letters; i++) {
            id.append(ALPHABET.charAt(random.applyAsInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
