package sandbox.stripe.api;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/** Stripe's rules for amounts, which differ from ISO 4217 in places. */
final class Currencies {
    /** The least that may be charged, in minor units, where it is not {@link #LEAST_ELSEWHERE}; half a US dollar, roughly. */
    private static final Map<String, Long> LEAST = Map.ofEntries(
            Map.entry("aed", 200L),
            Map.entry("bhd", 190L),
            Map.entry("czk", 1500L),
            Map.entry("dkk", 250L),
            Map.entry("gbp", 30L),
            Map.entry("hkd", 400L),
            Map.entry("huf", 17500L),
            Map.entry("jod", 360L),
            Map.entry("kwd", 160L),
            Map.entry("mxn", 1000L),
            Map.entry("myr", 200L),
            Map.entry("nok", 300L),
            Map.entry("omr", 200L),
            Map.entry("pln", 200L),
            Map.entry("qar", 200L),
            Map.entry("ron", 200L),
            Map.entry("sar", 200L),
            Map.entry("sek", 300L),
            Map.entry("thb", 1000L),
            Map.entry("tnd", 1600L));

    private static final long LEAST_ELSEWHERE = 50;
    private static final long GREATEST = 99_999_999;

    private Currencies() {}

    /** Lower case, as Stripe answers it. */
    static String known(String code, String param) {
        var lower = code.toLowerCase(Locale.ROOT);
        try {
            Currency.getInstance(lower.toUpperCase(Locale.ROOT));
            return lower;
        } catch (IllegalArgumentException e) {
            throw StripeError.invalidParameter("", param, "Invalid currency: " + lower + ".");
        }
    }

    /** @throws StripeError if Stripe would not charge this total */
    static void checkTotal(long minor, String currency) {
        if (minor < LEAST.getOrDefault(currency, LEAST_ELSEWHERE)) {
            throw StripeError.invalidParameter(
                    "amount_too_small",
                    "line_items",
                    "The total of this Checkout Session is below the least that can be charged.");
        }
        if (minor > GREATEST) {
            throw StripeError.invalidParameter(
                    "amount_too_large",
                    "line_items",
                    "The total of this Checkout Session is above the most that can be charged.");
        }
        switch (currency) {
            case "bhd", "jod", "kwd", "omr", "tnd" ->
                checkDivisible(minor, 10, "", "Amounts in " + currency + " must be in steps of ten thousandths.");
            case "isk", "ugx" ->
                checkDivisible(
                        minor,
                        100,
                        "invalid_charge_amount_no_decimal_compatible",
                        "Amounts in " + currency + " must be whole, that is end in 00.");
            default -> {
                // any other number of minor units can be charged
            }
        }
    }

    private static void checkDivisible(long minor, long step, String code, String message) {
        if (minor % step != 0) {
            throw StripeError.invalidParameter(code, "line_items", message);
        }
    }
}
