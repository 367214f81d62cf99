package io.mizan.simulation;

import java.sql.SQLException;

/** What may happen at the points where a process can die, the database refuse, or somebody else get between. */
interface Fate {
    /** Nothing ever happens. */
    Fate KIND = new Fate() {};

    /**
     * The process is about to do something, or has just done it.
     *
     * @param point what, in a few fixed words
     * @throws Crash if this is its end
     */
    default void at(String point) {}

    /** A statement is about to run in a transaction. @throws SQLException what the database says instead of running it */
    default void statement() throws SQLException {}

    /** Whether the answer to a commit gets lost: first whether it is done all the same. */
    default Commit commit() {
        return Commit.ANSWERED;
    }

    /** No transaction is open: others may get between here. */
    default void between() {}

    enum Commit {
        ANSWERED,
        DONE_AND_UNANSWERED,
        NOT_DONE
    }
}
