package io.mizan.sql;

/** The lease ran out and a successor owns the row. Rolls the transaction back; the successor does the work. */
public final class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ClaimLost(Claim claim) {
        super("claim " + claim.number() + " of " + claim.id() + " has a successor");
    }
}
