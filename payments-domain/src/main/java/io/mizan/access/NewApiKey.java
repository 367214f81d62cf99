package io.mizan.access;

import io.mizan.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key to be made.
 *
 * @param name what it is for, in the merchant's words, 1 to 100 characters
 * @param scopes what it may do if it is secret; at least one
 * @param limits the largest order in each currency that has a limit
 * @param expiresAt when it stops working; absent if it does not
 * @param addresses where it may be used from; empty for anywhere
 */
public record NewApiKey(
        ApiKeyKind kind,
        String name,
        Set<Scope> scopes,
        Set<Origin> origins,
        List<Money> limits,
        Optional<Instant> expiresAt,
        Set<AddressRange> addresses) {
    private static final int MOST_ADDRESS_CHARACTERS = 1000;

    public NewApiKey {
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("a key's name has 1 to 100 characters");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a key may do something");
        }
        scopes = Set.copyOf(scopes);
        origins = Set.copyOf(origins);
        limits = List.copyOf(limits);
        addresses = Set.copyOf(addresses);
        if (ApiKeys.text(addresses).orElse("").length() > MOST_ADDRESS_CHARACTERS) {
            throw new IllegalArgumentException("a key's addresses have 1000 characters at most");
        }
    }
}
