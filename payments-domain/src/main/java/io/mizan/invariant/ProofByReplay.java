package io.mizan.invariant;

import io.mizan.chain.RowProof;
import io.mizan.id.OrderId;
import io.mizan.secrets.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Throws away what was derived of an order, derives it again from its facts, and compares. */
@ApplicationScoped
public class ProofByReplay implements RowProof {
    private final InvariantChecker checker;

    /** For the proxy of the container only. */
    protected ProofByReplay() {
        this.checker = null;
    }

    @Inject
    public ProofByReplay(DataSource database, Vault vault, Clock clock) {
        this.checker = new InvariantChecker(database, vault, clock);
    }

    /** What is not as it follows from the facts, its timeline's chain included; nothing if all is. */
    public List<Violation> of(OrderId order) {
        return checker.order(order, When.ALWAYS);
    }

    @Override
    public boolean holds(UUID order) {
        return checker.rows(new OrderId(order), When.ALWAYS).isEmpty();
    }
}
