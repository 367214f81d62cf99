package io.mizan.gateway;

import io.mizan.fact.Account;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gateways of this deployment, in the order in which a checkout page offers them. They change while it runs, when
 * somebody enters other settings: each question is answered from one moment, and two questions need not be from the same.
 */
public class Gateways {
    private volatile Offer offer;

    private record Offer(
            Map<GatewayName, PaymentGateway> byName,
            Map<GatewayName, OfferTerms> terms,
            Map<GatewayName, String> missing) {}

    /** For the proxy of the container only. */
    protected Gateways() {
        this(List.of());
    }

    /** All of them offered for anything. */
    public Gateways(Collection<? extends PaymentGateway> gateways) {
        this(gateways, Map.of());
    }

    /** @param terms for what each is offered; one without any, for anything */
    public Gateways(Collection<? extends PaymentGateway> gateways, Map<GatewayName, OfferTerms> terms) {
        offer = offer(gateways, terms, Map.of());
    }

    /** From now on they are these, and offered for that. */
    public void become(Collection<? extends PaymentGateway> gateways, Map<GatewayName, OfferTerms> terms) {
        become(gateways, terms, Map.of());
    }

    /** @param missing those that belong here and could not be built, by what people call them */
    public void become(
            Collection<? extends PaymentGateway> gateways,
            Map<GatewayName, OfferTerms> terms,
            Map<GatewayName, String> missing) {
        offer = offer(gateways, terms, missing);
    }

    private static Offer offer(
            Collection<? extends PaymentGateway> gateways,
            Map<GatewayName, OfferTerms> terms,
            Map<GatewayName, String> missing) {
        var byName = new LinkedHashMap<GatewayName, PaymentGateway>();
        gateways.forEach(gateway -> byName.put(gateway.name(), gateway));
        return new Offer(byName, Map.copyOf(terms), Map.copyOf(missing));
    }

    /** What people call a gateway that belongs here and could not be built; empty of any other. */
    public Optional<String> missing(GatewayName name) {
        return Optional.ofNullable(offer.missing().get(name));
    }

    public Optional<PaymentGateway> find(GatewayName name) {
        return Optional.ofNullable(offer.byName().get(name));
    }

    /**
     * The gateway that keeps these books. Empty if it is gone from the settings, or set up for another merchant account by
     * now: that one knows nothing of what was begun in these books, and its "not found" would be believed.
     */
    public Optional<PaymentGateway> find(Account account) {
        return offer.byName().values().stream()
                .filter(gateway -> gateway.account().equals(account))
                .findFirst();
    }

    /** The gateway of these books as something that has this capability; empty if it has not, or is not there. */
    public <C> Optional<C> find(Account account, Class<C> capability) {
        return find(account).filter(capability::isInstance).map(capability::cast);
    }

    /** The gateway as something that has this capability; empty if it has not, or is not there. */
    public <C> Optional<C> find(GatewayName name, Class<C> capability) {
        return find(name).filter(capability::isInstance).map(capability::cast);
    }

    /** @throws IllegalStateException if a row names a gateway that this deployment no longer has */
    public PaymentGateway require(GatewayName name) {
        return find(name).orElseThrow(() -> new IllegalStateException("no gateway " + name + " is configured"));
    }

    public OfferTerms termsOf(GatewayName name) {
        return offer.terms().getOrDefault(name, OfferTerms.ANYTHING);
    }

    public List<PaymentGateway> all() {
        return List.copyOf(offer.byName().values());
    }
}
