package io.mizan.gateways.razorpay;

import io.mizan.gateways.json.JsonDocument;
import io.mizan.money.Money;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Razorpay's counting of amounts: whole numbers of the currency's smallest unit, with the decimals of its own table
 * ("International Payments", list of supported currencies), which are those of ISO 4217 for all that it lists. Of
 * currencies with three decimals the last is zero.
 */
final class RazorpayAmounts {
    static final Set<String> WHOLE = of("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF");
    static final Set<String> THOUSANDTHS = of("BHD IQD JOD KWD OMR TND");
    static final Set<String> HUNDREDTHS =
            of("AED ALL AMD AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BZD CAD"
                    + " CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ETB EUR FJD GBP GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF"
                    + " IDR ILS INR JMD KES KGS KHR KYD KZT LAK LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR"
                    + " MZN NAD NGN NIO NOK NPR NZD PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SCR SEK SGD SLL SOS SVC SZL THB"
                    + " TRY TTD TWD TZS UAH USD UYU UZS XCD YER ZAR ZMW");

    /** "The amount must be at least INR 1.00"; of other currencies no least amount is told. */
    private static final Money LEAST_RUPEES = Money.ofMinor(100, "INR");

    private RazorpayAmounts() {}

    /** Why Razorpay cannot take this amount, in one sentence; empty if nothing is known against it. */
    static Optional<String> objectionTo(Money amount) {
        var code = amount.currencyCode();
        if (!isListed(code) || decimals(code) != amount.currency().getDefaultFractionDigits()) {
            return Optional.of("Razorpay takes no payments in " + code + ".");
        }
        if (!amount.isPositive()) {
            return Optional.of("Razorpay takes positive amounts only.");
        }
        if (code.equals("INR") && amount.compareTo(LEAST_RUPEES) < 0) {
            return Optional.of("Razorpay takes no less than " + LEAST_RUPEES + " in one payment.");
        }
        return cannotBeSaid(amount)
                ? Optional.of("Razorpay takes " + code + " in hundredths, and this amount has thousandths.")
                : Optional.empty();
    }

    /** @throws IllegalArgumentException if Razorpay's way of counting cannot say that amount */
    static long toRazorpay(Money amount) {
        if (!isListed(amount.currencyCode()) || !amount.isPositive() || cannotBeSaid(amount)) {
            throw new IllegalArgumentException("Razorpay cannot say " + amount);
        }
        return amount.amountMinor();
    }

    /**
     * The amount of a document, also in a currency that is not listed: money that has come is never refused.
     *
     * @throws IllegalArgumentException if there is no such currency, or it is less than nothing
     */
    static Money read(JsonDocument document) {
        var minor = document.requiredNumber("amount");
        var currency = Currency.getInstance(document.requiredText("currency"));
        if (minor < 0 || currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("no amount of money");
        }
        return new Money(minor, currency);
    }

    private static boolean cannotBeSaid(Money amount) {
        return THOUSANDTHS.contains(amount.currencyCode()) && amount.amountMinor() % 10 != 0;
    }

    private static boolean isListed(String code) {
        return WHOLE.contains(code) || HUNDREDTHS.contains(code) || THOUSANDTHS.contains(code);
    }

    private static int decimals(String code) {
        return WHOLE.contains(code) ? 0 : THOUSANDTHS.contains(code) ? 3 : 2;
    }

    private static Set<String> of(String codes) {
        return Set.copyOf(new HashSet<>(List.of(codes.split(" ", -1))));
    }
}
