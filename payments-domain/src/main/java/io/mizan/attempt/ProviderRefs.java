package io.mizan.attempt;

import io.mizan.fact.Account;
import io.mizan.gateway.ProviderRef;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which attempt a provider's id belongs to: how a callback finds its order. */
@ApplicationScoped
public class ProviderRefs {
    private final Sql sql;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected ProviderRefs() {
        this(null, null);
    }

    @Inject
    public ProviderRefs(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** An attempt and its order. */
    public record Owner(OrderId order, AttemptId attempt) {}

    /** The owner of the first of these ids that we know. */
    public Optional<Owner> owner(Account account, List<ProviderRef> refs) {
        if (refs.isEmpty()) {
            return Optional.empty();
        }
        var arguments = Stream.concat(Stream.of(account.value()), refs.stream().map(ProviderRef::value));
        var owners = new HashMap<String, Owner>();
        sql.list(
                        "SELECT ref, order_id, attempt_id FROM provider_ref WHERE account = ? AND ref IN ("
                                + marks(refs) + ")",
                        row -> Map.entry(
                                row.text("ref"),
                                new Owner(new OrderId(row.id("order_id")), new AttemptId(row.id("attempt_id")))),
                        arguments.toArray())
                .forEach(owner -> owners.put(owner.getKey(), owner.getValue()));
        return refs.stream()
                .flatMap(ref -> Optional.ofNullable(owners.get(ref.value())).stream())
                .findFirst();
    }

    private static String marks(Collection<?> arguments) {
        return String.join(", ", Collections.nCopies(arguments.size(), "?"));
    }

    /** Whether it is known whose id it is. In the open transaction; waits for whoever is about to commit that. */
    public boolean isKnownOrBecoming(Account account, ProviderRef ref) {
        return sql.first(
                        "SELECT ref FROM provider_ref WHERE account = ? AND ref = ? LOCK IN SHARE MODE",
                        row -> row.text("ref"),
                        account.value(),
                        ref.value())
                .isPresent();
    }

    /** The owner by the mark that we put on everything we create. */
    public Optional<Owner> owner(Account account, AttemptId mark) {
        return sql.first(
                "SELECT order_id FROM payment_attempt WHERE id = ? AND account = ?",
                row -> new Owner(new OrderId(row.id("order_id")), mark),
                mark.value(),
                account.value());
    }

    /** Notes whose id it is. @return whether it is new */
    public boolean add(Owner owner, Account account, ProviderRef ref) {
        return add(owner, account, ref, false);
    }

    /**
     * Notes a reference that we gave, before the provider hears of it.
     *
     * @throws IllegalStateException if it is another's
     */
    public void addOurs(Owner owner, Account account, ProviderRef ref) {
        if (!add(owner, account, ref, true)) {
            throw new IllegalStateException("the reference " + ref.value() + " is taken");
        }
    }

    private boolean add(Owner owner, Account account, ProviderRef ref, boolean ours) {
        return sql.insertNew(
                "INSERT INTO provider_ref (account, ref, kind, ours, order_id, attempt_id, first_seen_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                account.value(),
                ref.value(),
                ref.kind(),
                ours,
                owner.order().value(),
                owner.attempt().value(),
                clock.instant());
    }

    /** Every id that we know for an attempt, in the order in which we saw them. */
    public List<ProviderRef> of(AttemptId attempt) {
        return sql.list(
                "SELECT kind, ref FROM provider_ref WHERE attempt_id = ? ORDER BY first_seen_at, ref",
                row -> new ProviderRef(row.text("kind"), row.text("ref")),
                attempt.value());
    }

    /** @param ours whether we gave it ourselves, so that it does not say that the provider has told of anything */
    public record Known(ProviderRef ref, boolean ours) {}

    /** Every id that we know for each of these attempts, in the order in which we saw them. */
    public Map<AttemptId, List<Known>> of(List<AttemptId> attempts) {
        var known = new HashMap<AttemptId, List<Known>>();
        if (!attempts.isEmpty()) {
            sql.list(
                            "SELECT attempt_id, kind, ref, ours FROM provider_ref WHERE attempt_id IN ("
                                    + marks(attempts) + ") ORDER BY first_seen_at, ref",
                            row -> Map.entry(
                                    new AttemptId(row.id("attempt_id")),
                                    new Known(new ProviderRef(row.text("kind"), row.text("ref")), row.flag("ours"))),
                            attempts.stream().map(AttemptId::value).toArray())
                    .forEach(ref -> known.computeIfAbsent(ref.getKey(), attempt -> new ArrayList<>())
                            .add(ref.getValue()));
        }
        return known;
    }
}
