package io.mizan.invariant;

/** Which promises can be held against the rows. */
public enum When {
    /** What is true at every commit, whatever is going on. */
    ALWAYS,
    /** That, and what is true once nothing is due and nobody is at work: queues drained, requests answered. */
    AT_REST
}
