package io.mizan.intake;

/**
 * Rows of a queue are due now and committed: their worker need not wait for its timer. Only a nudge: if it is lost, the
 * timer finds them.
 */
public enum WorkIsDue {
    COMMANDS,
    EVENTS,
    INQUIRIES
}
