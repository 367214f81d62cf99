package io.mizan.attention;

import java.util.Locale;

/** Something that can want a look; the most urgent first. */
public enum Matter {
    /** What was written down was changed, or no longer is what the facts amount to. */
    RECORD_BROKEN,
    /** A genuine callback failed at every try to work it. */
    EVENTS_DEAD,
    /** Gateways that could not be built of their settings; counted by whoever knows the settings. */
    GATEWAYS_FAULTY,
    /** Gateways that do not take our credentials. */
    GATEWAYS_REFUSING,
    /** Gateways that do not answer. */
    GATEWAYS_AWAY,
    /** Keys whose orders take no new attempts, because nearly all of the latest were declined. */
    KEYS_STOPPED,
    /** Callbacks wait for a worker for minutes: nothing works them. */
    WORK_LATE,
    /** Orders for which a gateway should have been asked, a request sent, or which should have been closed, minutes ago: nobody tried, or it fails. */
    ORDERS_OVERDUE,
    /** Cases that somebody has taken, and whose time to be decided is over. */
    CASES_OVERDUE,
    /** Cases that are nobody's. */
    CASES_OPEN,
    /** We asked a gateway for something and do not know what came of it, or have given up and ask by the hour. */
    OUTCOMES_UNKNOWN,
    /** Callbacks that failed and are tried again. */
    EVENTS_FAILED,
    /** Genuine callbacks with our mark whose order nobody knows. */
    EVENTS_WAITING,
    /** Cases of whoever looks. */
    CASES_MINE,
    /** Changes of people, keys and gateways that others wish for, and that wait for a second administrator. */
    CHANGES_WAITING,
    /** Customers of whom others wish that they are forgotten; it waits for a second person. */
    ERASURES_WAITING,
    /** The record was not verified for two days. */
    RECORD_UNVERIFIED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
