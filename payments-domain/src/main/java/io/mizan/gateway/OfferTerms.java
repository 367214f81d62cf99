package io.mizan.gateway;

import io.mizan.money.Money;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * For what this deployment offers a gateway, within what the gateway can do.
 *
 * @param open whether it takes new attempts; if not, callbacks, inquiries and captures go on
 * @param amounts the range by currency code; where there are any, other currencies are not offered
 * @param countries of customers, ISO 3166-1 alpha-2; empty means all, and so does a customer who named none
 */
public record OfferTerms(boolean open, Map<String, Range> amounts, Set<String> countries) {
    public static final OfferTerms ANYTHING = new OfferTerms(true, Map.of(), Set.of());

    private static final Pattern RANGE =
            Pattern.compile("([A-Z]{3})(?::([0-9]+(?:\\.[0-9]+)?)?-([0-9]+(?:\\.[0-9]+)?)?)?");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public OfferTerms {
        amounts = Map.copyOf(amounts);
        countries = Set.copyOf(countries);
    }

    /** Both ends are taken; an absent one is no limit. */
    public record Range(Optional<Money> least, Optional<Money> most) {
        public Range {
            if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
                throw new IllegalArgumentException("a range begins at its lower end");
            }
        }

        boolean holds(Money amount) {
            return least.filter(limit -> amount.compareTo(limit) < 0).isEmpty()
                    && most.filter(limit -> amount.compareTo(limit) > 0).isEmpty();
        }
    }

    /**
     * Reads settings.
     *
     * @param amounts each {@code QAR}, {@code QAR:10.00-5000.00}, {@code QAR:10.00-} or {@code QAR:-5000.00}
     * @throws IllegalArgumentException with a sentence that says what is expected
     */
    public static OfferTerms read(boolean open, List<String> amounts, Collection<String> countries) {
        var ranges = new TreeMap<String, Range>();
        for (var text : amounts) {
            var parts = RANGE.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("An amount is written like QAR, QAR:10.00-5000.00 or QAR:-5000.00");
            }
            var currency = known(parts.group(1));
            ranges.put(
                    currency,
                    new Range(
                            Optional.ofNullable(parts.group(2)).map(number -> money(number, currency)),
                            Optional.ofNullable(parts.group(3)).map(number -> money(number, currency))));
        }
        for (var country : countries) {
            if (!COUNTRIES.contains(country)) {
                throw new IllegalArgumentException(country + " is no country of ISO 3166: two capitals, such as QA");
            }
        }
        return new OfferTerms(open, ranges, Set.copyOf(countries));
    }

    private static String known(String currency) {
        try {
            return Currency.getInstance(currency).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(currency + " is no currency of ISO 4217", unknown);
        }
    }

    private static Money money(String number, String currency) {
        int places = Currency.getInstance(currency).getDefaultFractionDigits();
        try {
            return Money.ofMinor(new BigDecimal(number).movePointRight(places).longValueExact(), currency);
        } catch (ArithmeticException finer) {
            throw new IllegalArgumentException(number + " is finer than " + currency + " is counted", finer);
        }
    }

    public boolean takesCurrency(Currency currency) {
        return amounts.isEmpty() || amounts.containsKey(currency.getCurrencyCode());
    }

    public boolean takes(Money amount) {
        return takesCurrency(amount.currency())
                && Optional.ofNullable(amounts.get(amount.currencyCode()))
                        .map(range -> range.holds(amount))
                        .orElse(true);
    }

    public boolean takesCountry(Optional<String> country) {
        return countries.isEmpty() || country.map(countries::contains).orElse(true);
    }
}
