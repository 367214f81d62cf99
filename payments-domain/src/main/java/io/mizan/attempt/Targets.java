package io.mizan.attempt;

import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What to name to a gateway when something is asked about an attempt. */
@ApplicationScoped
public class Targets {
    private final ProviderRefs refs;

    /** For the proxy of the container only. */
    protected Targets() {
        this(null);
    }

    @Inject
    public Targets(ProviderRefs refs) {
        this.refs = refs;
    }

    public Target of(AttemptSnapshot attempt) {
        return of(attempt, refs.of(attempt.id()));
    }

    /** As {@link #of(AttemptSnapshot)}, for whoever knows the references of the attempt. */
    public static Target of(AttemptSnapshot attempt, List<ProviderRef> refs) {
        return new Target(attempt.id(), attempt.createdAt(), attempt.amount(), attempt.capture(), refs);
    }
}
