package io.mizan.gateway;

import static java.util.Objects.requireNonNull;

import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The attempt that something is asked of or about.
 *
 * @param openedAt when we began it; what a provider says nothing of is inferred from it
 * @param amount what the customer was asked to pay
 * @param capture who collects
 * @param refs every id that we know for it, the provider's and our own, in the order in which we saw them
 */
public record Target(AttemptId attempt, Instant openedAt, Money amount, CaptureMode capture, List<ProviderRef> refs) {
    public Target {
        requireNonNull(attempt, "attempt");
        requireNonNull(openedAt, "openedAt");
        requireNonNull(amount, "amount");
        requireNonNull(capture, "capture");
        refs = List.copyOf(refs);
    }

    /** An attempt that nobody ever began, bearing ids that no provider ever gave. */
    public static Target ofNobody(Instant now, ProviderRef... refs) {
        var attempt = new AttemptId(UUID.randomUUID());
        return new Target(attempt, now, Money.ofMinor(100, "USD"), CaptureMode.AUTOMATIC, List.of(refs));
    }

    /** The latest id of that kind. */
    public Optional<String> ref(String kind) {
        return refs.stream()
                .filter(ref -> ref.kind().equals(kind))
                .reduce((earlier, later) -> later)
                .map(ProviderRef::value);
    }

    /**
     * The latest id of that kind, where nothing can be asked without one.
     *
     * @throws IllegalStateException if we know of none
     */
    public String requireRef(String kind) {
        return ref(kind).orElseThrow(() -> new IllegalStateException(attempt + " has no " + kind + " that we know of"));
    }

    /** Every id of that kind, the earliest first. */
    public List<String> allRefs(String kind) {
        return refs.stream()
                .filter(ref -> ref.kind().equals(kind))
                .map(ProviderRef::value)
                .toList();
    }
}
