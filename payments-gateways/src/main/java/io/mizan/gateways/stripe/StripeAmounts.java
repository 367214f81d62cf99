package io.mizan.gateways.stripe;

import io.mizan.money.Money;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stripe's counting of amounts, which differs from ISO 4217 in places, in one table. Amounts of ours are in the minor
 * unit of ISO 4217; Stripe's are whole numbers of the unit that the table says. A currency that is not in the table is
 * not offered: its unit at Stripe is not known.
 */
final class StripeAmounts {
    /**
     * How Stripe counts one currency.
     *
     * @param decimals of the major unit, in Stripe's amounts
     * @param step what an amount of Stripe's must be a multiple of
     * @param least the least that Stripe charges where it publishes one, else the least there is
     * @param most the greatest whole number that it takes
     */
    private record Rule(int decimals, long step, long least, long most) {}

    private static final long EIGHT_DIGITS = 99_999_999;
    private static final long TWELVE_DIGITS = 999_999_999_999L;
    private static final Map<String, Rule> RULES = new TreeMap<>();

    static {
        for (var code :
                ("AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD CDF"
                                + " CHF CNY COP CRC CVE CZK DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GTQ GYD HKD HNL"
                                + " HTG HUF ILS INR JMD KES KGS KHR KYD KZT LAK LBP LKR LRD LSL MAD MDL MKD MMK MNT MOP MUR"
                                + " MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR"
                                + " SBD SCR SEK SGD SHP SLE SOS SRD STD SZL THB TJS TOP TRY TTD TWD TZS UAH USD UYU UZS WST"
                                + " XCD YER ZAR ZMW")
                        .split(" ", -1)) {
            RULES.put(code, new Rule(2, 1, 1, EIGHT_DIGITS));
        }
        RULES.put("IDR", new Rule(2, 1, 1, TWELVE_DIGITS));
        for (var code : List.of(
                "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF",
                "XPF")) {
            RULES.put(code, new Rule(0, 1, 1, EIGHT_DIGITS));
        }
        // Whole units only, and yet sent with two decimals, as they were before these currencies lost theirs.
        for (var code : List.of("ISK", "UGX")) {
            RULES.put(code, new Rule(2, 100, 100, EIGHT_DIGITS));
        }
        // Sent in thousandths, the last of which the card networks do not carry.
        for (var code : List.of("BHD", "JOD", "KWD", "OMR", "TND")) {
            RULES.put(code, new Rule(3, 10, 10, EIGHT_DIGITS));
        }
        // Published for accounts that settle in the same currency; elsewhere Stripe judges by its exchange rates.
        Map.ofEntries(
                        Map.entry("USD", 50L),
                        Map.entry("AED", 200L),
                        Map.entry("AUD", 50L),
                        Map.entry("BGN", 100L),
                        Map.entry("BRL", 50L),
                        Map.entry("CAD", 50L),
                        Map.entry("CHF", 50L),
                        Map.entry("CZK", 1500L),
                        Map.entry("DKK", 250L),
                        Map.entry("EUR", 50L),
                        Map.entry("GBP", 30L),
                        Map.entry("HKD", 400L),
                        Map.entry("HUF", 17500L),
                        Map.entry("INR", 50L),
                        Map.entry("JPY", 50L),
                        Map.entry("MXN", 1000L),
                        Map.entry("MYR", 200L),
                        Map.entry("NOK", 300L),
                        Map.entry("NZD", 50L),
                        Map.entry("PLN", 200L),
                        Map.entry("RON", 200L),
                        Map.entry("SEK", 300L),
                        Map.entry("SGD", 50L),
                        Map.entry("THB", 1000L))
                .forEach((code, least) -> RULES.computeIfPresent(
                        code, (same, rule) -> new Rule(rule.decimals, rule.step, least, rule.most)));
    }

    private StripeAmounts() {}

    /** Why Stripe cannot charge this amount, in one sentence; empty if nothing is known against it. */
    static Optional<String> objectionTo(Money amount) {
        var rule = RULES.get(amount.currencyCode());
        if (rule == null) {
            return Optional.of("Stripe takes no payments in " + amount.currencyCode() + ".");
        }
        var counted = counted(amount, rule);
        if (counted.isEmpty()) {
            return Optional.of("Stripe takes whole amounts of " + amount.currencyCode() + " only.");
        }
        var value = counted.get();
        if (value.compareTo(BigInteger.valueOf(rule.least)) < 0) {
            return Optional.of(
                    "Stripe takes no less than " + money(rule.least, amount.currency(), rule) + " in one payment.");
        }
        var most = rule.most - rule.most % rule.step;
        if (value.compareTo(BigInteger.valueOf(most)) > 0) {
            return Optional.of(
                    "Stripe takes no more than " + money(most, amount.currency(), rule) + " in one payment.");
        }
        if (value.longValueExact() % rule.step != 0) {
            return Optional.of("Stripe takes " + amount.currencyCode() + " in steps of "
                    + money(rule.step, amount.currency(), rule).toDecimal() + " only.");
        }
        return Optional.empty();
    }

    /**
     * The amount as Stripe counts it; for a part of a charge as well, so without its least.
     *
     * @throws IllegalArgumentException if it cannot be said at Stripe
     */
    static long toStripe(Money amount) {
        var rule = RULES.get(amount.currencyCode());
        var counted = rule == null ? Optional.<BigInteger>empty() : counted(amount, rule);
        return counted.filter(value -> value.signum() >= 0 && value.bitLength() < Long.SIZE)
                .map(BigInteger::longValueExact)
                .filter(value -> value % rule.step == 0)
                .orElseThrow(() -> new IllegalArgumentException(amount + " cannot be said at Stripe"));
    }

    /** As Stripe writes it: lower case. */
    static String codeAtStripe(Currency currency) {
        return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    /**
     * An amount that Stripe tells. Also in a currency that is not in the table, for money that has come is never
     * refused: such a currency is counted in hundredths, Stripe's rule where it names no other.
     *
     * @param code as Stripe writes it, lower case
     * @throws IllegalArgumentException if there is no such currency, or no such amount of it
     */
    static Money fromStripe(long counted, String code) {
        var currency = Currency.getInstance(code.toUpperCase(Locale.ROOT));
        var rule = RULES.getOrDefault(currency.getCurrencyCode(), new Rule(2, 1, 1, EIGHT_DIGITS));
        try {
            return money(counted, currency, rule);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("no amount of " + currency.getCurrencyCode(), e);
        }
    }

    private static Optional<BigInteger> counted(Money amount, Rule rule) {
        return scaled(amount.amountMinor(), rule.decimals - decimals(amount.currency()));
    }

    private static Money money(long counted, Currency currency, Rule rule) {
        return scaled(counted, decimals(currency) - rule.decimals)
                .map(minor -> new Money(minor.longValueExact(), currency))
                .orElseThrow(() -> new ArithmeticException("not a whole number of minor units"));
    }

    /** Times ten to that power; empty if a division leaves a rest. */
    private static Optional<BigInteger> scaled(long value, int power) {
        var exact = BigInteger.valueOf(value);
        var factor = BigInteger.TEN.pow(Math.abs(power));
        if (power >= 0) {
            return Optional.of(exact.multiply(factor));
        }
        var parts = exact.divideAndRemainder(factor);
        return parts[1].signum() == 0 ? Optional.of(parts[0]) : Optional.empty();
    }

    /** Of ISO 4217; the codes of metals and tests have none, and count as whole. */
    private static int decimals(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
