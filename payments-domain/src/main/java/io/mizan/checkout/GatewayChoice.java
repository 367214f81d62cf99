package io.mizan.checkout;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import io.mizan.money.Money;
import io.mizan.outage.GatewayCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Which gateways a customer may choose from: one rule for the list that is shown and for the attempt that is begun. */
@ApplicationScoped
public class GatewayChoice {
    private static final int ORDINARY_AMOUNT = 1_000;
    /** What a person has stopped, or has to mend, does not begin again by itself; to look once in a while is enough. */
    private static final Duration STOPPED_FOR = Duration.ofMinutes(10);

    private final Gateways gateways;
    private final GatewayCalls calls;

    /** For the proxy of the container only. */
    protected GatewayChoice() {
        this(null, null);
    }

    @Inject
    public GatewayChoice(Gateways gateways, GatewayCalls calls) {
        this.gateways = gateways;
        this.calls = calls;
    }

    /**
     * What shall be paid, as far as it is known.
     *
     * @param country of the customer, ISO 3166-1 alpha-2
     */
    public record Wanted(Optional<Currency> currency, Optional<Money> amount, Optional<String> country) {}

    /**
     * Those that take it and answer at present, in the order in which to offer them. One that does not answer and can be
     * paid all the same comes last: what is paid there is known only once it answers again.
     */
    public List<PaymentGateway> offered(Wanted wanted) {
        return gateways.all().stream()
                .filter(gateway -> gateways.termsOf(gateway.name()).open())
                .filter(this::isThere)
                .filter(gateway ->
                        wanted.currency().map(it -> takes(gateway, it)).orElse(true))
                .filter(gateway -> wanted.amount().map(it -> takes(gateway, it)).orElse(true))
                .filter(gateway -> gateways.termsOf(gateway.name()).takesCountry(wanted.country()))
                .sorted(Comparator.comparing(
                        gateway -> calls.outage(gateway.name()).isPresent()))
                .toList();
    }

    /**
     * The one that was asked for. Whether it answers is not looked at.
     *
     * @param locale of the order, for what its customer reads
     * @param country asked only where it matters, for it has to be unsealed
     * @throws MizanException {@code GATEWAY_UNKNOWN}, {@code GATEWAY_UNAVAILABLE}, {@code CURRENCY_NOT_SUPPORTED},
     *     {@code AMOUNT_OUT_OF_RANGE} or {@code COUNTRY_NOT_SUPPORTED}
     */
    PaymentGateway require(GatewayName name, Money amount, String locale, Supplier<Optional<String>> country) {
        var gateway = gateways.find(name).orElseThrow(() -> absent(name, locale));
        var terms = gateways.termsOf(name);
        var called = gateway.profile().displayName();
        if (!terms.open()) {
            throw stopped(called + " takes no new payments now.", locale);
        }
        gateway.objectionTo(amount).ifPresent(objection -> {
            throw refusal(ErrorCode.CURRENCY_NOT_SUPPORTED, objection);
        });
        if (!terms.takesCurrency(amount.currency())) {
            throw refusal(
                    ErrorCode.CURRENCY_NOT_SUPPORTED, called + " is not offered for " + amount.currencyCode() + ".");
        }
        if (!terms.takes(amount)) {
            throw refusal(ErrorCode.AMOUNT_OUT_OF_RANGE, called + " is not offered for this amount.");
        }
        if (!terms.countries().isEmpty() && !terms.takesCountry(country.get())) {
            throw refusal(ErrorCode.COUNTRY_NOT_SUPPORTED, called + " is not offered in the customer's country.");
        }
        return gateway;
    }

    /** One that could not be built is known to whoever put it on a page, and comes back under its name. */
    private MizanException absent(GatewayName name, String locale) {
        return gateways.missing(name)
                .map(called -> stopped(called + " cannot be used at present.", locale))
                .orElseGet(() -> refusal(ErrorCode.GATEWAY_UNKNOWN, "There is no gateway " + name + "."));
    }

    private static MizanException stopped(String detail, String locale) {
        return refusal(ErrorCode.GATEWAY_UNAVAILABLE, detail)
                .with("customer_message", CustomerMessages.text("gateway.unavailable", locale))
                .retryAfter(STOPPED_FOR);
    }

    private static MizanException refusal(ErrorCode code, String detail) {
        return MizanException.of(code, "gateway", detail);
    }

    private boolean isThere(PaymentGateway gateway) {
        return gateway.profile().opensHere() || calls.outage(gateway.name()).isEmpty();
    }

    private boolean takes(PaymentGateway gateway, Money amount) {
        return gateway.objectionTo(amount).isEmpty()
                && gateways.termsOf(gateway.name()).takes(amount);
    }

    /** Gateways object to amounts; an ordinary one stands for the currency. */
    private boolean takes(PaymentGateway gateway, Currency currency) {
        var ordinary = new BigDecimal(ORDINARY_AMOUNT).movePointRight(currency.getDefaultFractionDigits());
        return gateway.objectionTo(new Money(ordinary.longValueExact(), currency))
                        .isEmpty()
                && gateways.termsOf(gateway.name()).takesCurrency(currency);
    }
}
