package io.mizan.access;

import static java.util.Objects.requireNonNull;

import io.mizan.money.Money;
import java.net.URI;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A key that is valid now, without the key itself.
 *
 * @param hint its visible beginning, to tell keys apart
 * @param scopes what it may do if it is secret
 * @param origins the pages that may use it if it is publishable, and that customers may be sent back to
 * @param limits the largest order that it may place; a currency without one has none
 * @param addresses where it may be used from; empty for anywhere
 */
public record ApiKey(
        UUID id,
        ApiKeyKind kind,
        String name,
        String hint,
        Set<Scope> scopes,
        Set<Origin> origins,
        Map<Currency, Money> limits,
        Set<AddressRange> addresses) {
    public ApiKey {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        scopes = Set.copyOf(scopes);
        origins = Set.copyOf(origins);
        limits = Map.copyOf(limits);
        addresses = Set.copyOf(addresses);
    }

    /** Whether a call may come from this address; one whose address is not known comes from nowhere. */
    public boolean mayCallFrom(String address) {
        return addresses.isEmpty() || addresses.stream().anyMatch(range -> range.contains(address));
    }

    /** What a publishable key may do is no matter of scopes. */
    public boolean may(Scope scope) {
        return isPublishable() || scopes.contains(scope);
    }

    public boolean isPublishable() {
        return kind == ApiKeyKind.PUBLISHABLE;
    }

    public boolean allows(Origin origin) {
        return origins.contains(origin);
    }

    /** Whether a customer may be sent to this address after paying. */
    public boolean mayReturnTo(URI address, Mode mode) {
        return Origin.of(address)
                .filter(origin -> origin.isFitFor(mode) && allows(origin))
                .isPresent();
    }

    public Optional<Money> largestOrder(Currency currency) {
        return Optional.ofNullable(limits.get(currency));
    }
}
