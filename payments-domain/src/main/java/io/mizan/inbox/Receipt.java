package io.mizan.inbox;

/** What storing a callback came to. Both are a 200 for the sender. */
public enum Receipt {
    STORED,
    DUPLICATE
}
