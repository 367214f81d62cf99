package io.mizan.gateway;

import io.mizan.id.AttemptId;
import java.util.List;
import java.util.Optional;

/**
 * The attempt that something is asked of or about.
 *
 * @param refs every id of the provider that we know for it, in the order in which we saw them
 */
public record Target(AttemptId attempt, List<ProviderRef> refs) {
    public Target {
        refs = List.copyOf(refs);
    }

    /** The latest id of that kind. */
    public Optional<String> ref(String kind) {
        return refs.stream()
                .filter(ref -> ref.kind().equals(kind))
                .reduce((earlier, later) -> later)
                .map(ProviderRef::value);
    }
}
