package io.mizan.inbox;

import java.util.Locale;

/** What became of a stored callback. */
public enum WebhookState {
    RECEIVED,
    PROCESSED,
    /** Nothing that we act on, or not of ours; kept with the reason. */
    IGNORED,
    /** It bears our mark and its order is not known yet, or its gateway is not there to read it. */
    WAITING,
    /** Working it failed; it will be tried again. */
    FAILED,
    /** Working it failed to the end of the retries; a person looks. */
    DEAD;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
