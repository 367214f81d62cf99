package io.mizan.simulation;

/** The process is gone, in the midst of whatever it did. An error, so that nothing which is at work handles it. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where, null, false, false);
    }
}
