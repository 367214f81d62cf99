package sandbox.razorpay.order;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sandbox.page.TypedDigits;

/**
 * The cards and UPI ids that Razorpay publishes for testing, and why each fails. Any other fails too: a real card must
 * never seem to work here.
 *
 * @param method {@code card} or {@code upi}
 * @param reason why it fails; empty if it pays
 */
public record TestMeans(String method, Optional<String> reason) {
    private static final String PAYS = "";
    private static final Map<String, String> CARDS = Map.ofEntries(
            entry("4100280000001007", PAYS),
            entry("5500670000001002", PAYS),
            entry("6527658900001005", PAYS),
            entry("36082800091007", PAYS),
            entry("340256000401007", PAYS),
            entry("4111111111111111", PAYS),
            entry("5267318187975449", PAYS),
            entry("5555555555554444", PAYS),
            entry("5105105105105100", PAYS),
            entry("5104060000000008", PAYS),
            entry("4012888888881881", PAYS),
            entry("4100280000090000", "payment_timed_out"),
            entry("5305620000060000", "payment_timed_out"),
            entry("4100280000080001", "insufficient_fund"),
            entry("5305620000050001", "insufficient_fund"),
            entry("4100280000070002", "payment_cancelled"),
            entry("5305620000040002", "payment_cancelled"),
            entry("4100280000060003", "card_declined"),
            entry("4100280000050004", "card_declined"),
            entry("4100280000040005", "card_declined"),
            entry("5305620000030003", "card_declined"),
            entry("5305620000020004", "card_declined"),
            entry("5305620000010005", "card_declined"),
            entry("4100280000030006", "card_disabled_for_online_payments"),
            entry("5305620000000006", "card_disabled_for_online_payments"),
            entry("4100280000010008", "card_number_invalid"),
            entry("5305620000080008", "card_number_invalid"),
            entry("4100280000020007", "gateway_technical_error"),
            entry("5305620000090007", "gateway_technical_error"),
            entry("4100280000000009", "authentication_failed"),
            entry("5305620000070009", "authentication_failed"));
    private static final Map<String, String> UPI =
            Map.of("success@razorpay", PAYS, "failure@razorpay", "payment_failed");

    public static TestMeans card(String typed) {
        return of("card", CARDS.getOrDefault(digits(typed), "card_declined"));
    }

    /** Empty if it is too short for a card's number. */
    public static boolean isCardNumber(String typed) {
        return digits(typed).matches("[0-9]{12,19}");
    }

    public static TestMeans upi(String typed) {
        return of("upi", UPI.getOrDefault(typed.strip().toLowerCase(Locale.ROOT), "invalid_vpa"));
    }

    private static String digits(String typed) {
        return TypedDigits.western(typed).replaceAll("[\\s\\-\\u200e\\u200f]", "");
    }

    private static TestMeans of(String method, String reason) {
        return new TestMeans(method, Optional.of(reason).filter(it -> !it.isEmpty()));
    }
}
