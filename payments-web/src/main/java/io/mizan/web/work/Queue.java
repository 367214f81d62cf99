package io.mizan.web.work;

import io.mizan.sql.Claim;
import java.util.List;

/** A queue of rows: claims what is due, and works one claimed row. */
interface Queue {
    /** How it is called in metrics, health and log. */
    String name();

    /** A bounded batch of what is due; empty if nothing is. */
    List<Claim> claimDue();

    /** Notes what goes wrong on the row itself; throws for what it cannot note. */
    void work(Claim claim);
}
