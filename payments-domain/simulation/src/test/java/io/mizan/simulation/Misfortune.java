package io.mizan.simulation;

import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;

/**
 * What goes wrong in a play: the process dies, the database gives up a transaction or does not answer its commit, and
 * others get between.
 */
final class Misfortune implements Fate {
    private static final int MOST_WITHIN_EACH_OTHER = 2;

    private final FatefulDatabase database;
    private final Dice dice;
    private final Chronicle chronicle;
    private final double frequency;
    private final Runnable somebodyElse;
    private int crashIn = -1;
    private int within;
    private boolean calm;
    private boolean struck;

    /**
     * @param frequency how much goes wrong: 0 is nothing, 1 as much as in a bad hour
     * @param somebodyElse does what another thread, or another instance, may do at any time
     */
    Misfortune(FatefulDatabase database, Dice dice, Chronicle chronicle, double frequency, Runnable somebodyElse) {
        this.database = database;
        this.dice = dice;
        this.chronicle = chronicle;
        this.frequency = frequency;
        this.somebodyElse = somebodyElse;
    }

    /** A move begins: the process may die in it, after so many points. */
    void moveBegins() {
        crashIn = strikes(0.2) ? 1 + dice.below(45) : -1;
        struck = false;
    }

    void moveEnds() {
        crashIn = -1;
    }

    /** Whether the database failed in this move, so that the move may fail too. */
    boolean struck() {
        return struck;
    }

    /** Nothing fails any more. */
    void calmDown() {
        calm = true;
        crashIn = -1;
    }

    /** Nothing fails while somebody only looks. */
    void whileCalm(Runnable looking) {
        boolean before = calm;
        calm = true;
        looking.run();
        calm = before;
    }

    boolean strikes(double probability) {
        return !calm && dice.fall(probability * frequency);
    }

    @Override
    public void at(String point) {
        if (crashIn > 0 && --crashIn == 0) {
            throw database.die(point);
        }
    }

    @Override
    public void statement() throws SQLException {
        if (strikes(0.0006)) {
            struck = true;
            if (dice.toss()) {
                chronicle.note("deadlock");
                throw new SQLTransactionRollbackException("Deadlock found when trying to get lock", "40001", 1213);
            }
            chronicle.note("lock wait timeout");
            throw new SQLTransientException("Lock wait timeout exceeded", "HY000", FatefulDatabase.LOCK_WAIT_TIMEOUT);
        }
    }

    @Override
    public Commit commit() {
        if (!strikes(0.002)) {
            return Commit.ANSWERED;
        }
        struck = true;
        var outcome = dice.toss() ? Commit.DONE_AND_UNANSWERED : Commit.NOT_DONE;
        chronicle.note("commit " + outcome);
        return outcome;
    }

    @Override
    public void between() {
        mayInterrupt(0.02, "meanwhile");
    }

    void duringCall() {
        mayInterrupt(0.1, "during a call");
    }

    private void mayInterrupt(double probability, String when) {
        if (within < MOST_WITHIN_EACH_OTHER && strikes(probability)) {
            within++;
            chronicle.tell("  " + when);
            chronicle.see("interleaved");
            try {
                somebodyElse.run();
            } finally {
                within--;
            }
            chronicle.tell("  and on");
        }
    }
}
