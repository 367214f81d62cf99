package io.mizan.casework;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What can surprise, and what we propose to do about it. */
public enum CaseKind {
    /** Money came through an attempt or for an order that had ended. */
    LATE_SUCCESS("fulfil_or_refund"),
    /** Two attempts of one order were captured. */
    DUPLICATE_PAYMENT("refund_duplicate"),
    /** Captured is not what was due. */
    AMOUNT_MISMATCH("accept_or_refund"),
    /** Money came in another currency than asked. */
    CURRENCY_MISMATCH("refund_quarantined"),
    /** Two verified messages tell different amounts of one thing. */
    CONFLICTING_FACTS("ask_gateway_and_compare"),
    /** We asked the gateway for something, to the end of the retries, and never heard what came of it. */
    COMMAND_GIVEN_UP("find_out_at_gateway"),
    /** The gateway does not let us in to end an attempt through which a customer could still pay. */
    TURNED_AWAY("mend_credentials"),
    /** Long after the time to pay the gateway still says neither yes nor no, and the attempt holds up its order. */
    UNDECIDED("have_gateway_decide"),
    /** The gateway turned all our calls away: it does not believe that it is us. */
    CREDENTIALS_REFUSED("mend_credentials"),
    /** A callback bears our mark, but we do not know its order. */
    UNMATCHED_EVENT("find_order"),
    /** A callback could not be worked, to the end of the retries. */
    DEAD_EVENT("look_and_replay"),
    /** A gateway declines with a word that no table of ours lists, so its category is a guess. */
    UNLISTED_CODE("list_code"),
    /** Attempts were begun with a gateway that this deployment no longer has. */
    GATEWAY_MISSING("configure_gateway");

    /** How long people have to decide a case, from when there was something new to look at. */
    public static final Duration WITHIN = Duration.ofDays(1);

    /** How long operators have for trouble with what gateways told or did not tell. */
    public static final Duration URGENT_WITHIN = Duration.ofHours(1);

    public static final Set<CaseKind> URGENT = Collections.unmodifiableSet(
            EnumSet.of(COMMAND_GIVEN_UP, TURNED_AWAY, UNDECIDED, DEAD_EVENT, CREDENTIALS_REFUSED));

    private final String proposedAction;

    CaseKind(String proposedAction) {
        this.proposedAction = proposedAction;
    }

    public String proposedAction() {
        return proposedAction;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
