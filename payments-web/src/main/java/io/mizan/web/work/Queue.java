package io.mizan.web.work;

import io.mizan.sql.Claim;
import io.mizan.sql.DueQueue;
import java.util.List;

/** A queue of rows: claims what is due, and works claimed rows. */
interface Queue {
    /** How it is called in metrics, health and log. */
    String name();

    /** Where its rows are. */
    DueQueue source();

    /** A batch of what is due; empty if nothing is. */
    List<Claim> claimDue();

    /** How many rows a batch has at most; 1 or more. */
    int batch();

    /** How many claimed rows, next to one another in the batch, one thread works together; 1 or more. */
    int together();

    /**
     * Notes what goes wrong on the rows themselves; throws for what it cannot note.
     *
     * @param claims at most {@link #together}
     */
    void work(List<Claim> claims);
}
