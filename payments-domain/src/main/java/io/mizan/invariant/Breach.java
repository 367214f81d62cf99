package io.mizan.invariant;

import java.util.List;
import java.util.Locale;

/** What the rows of an order can show that must not be, apart from single values that differ; each of one invariant. */
public enum Breach {
    FACT_WITHOUT_EVIDENCE(1, "the fact %s has no evidence"),
    DECISION_ABOUT_ATTEMPT(1, "the fact %s is a decision about an attempt"),
    FACT_WITHOUT_ATTEMPT(1, "the fact %s has no attempt"),
    TOLD_BY_UNWORKED(1, "facts are told by callbacks that were never worked: %s"),
    PAID_NOT_AS_DUE(2, "%s counts as paid with %s captured of %s due"),
    PAID_NOT_AS_ORDERED(2, "%s counts as paid with %s of an order of %s"),
    PAID_BY_NOTHING(2, "is %s without an attempt that paid"),
    PAYMENT_NOT_COUNTED(2, "is %s with an attempt that paid"),
    SEVERAL_OPEN(4, "has several open attempts: %s"),
    OPEN_ATTEMPT_IS_NONE(4, "names an open attempt that is none"),
    SEVERAL_PAGES(6, "%s has several pages: %s"),
    SEVERAL_PAGE_REFERENCES(6, "%s has %s references to pages"),
    NEVER_NOTED_AS_SENT(6, "%s is %s and was never noted as sent"),
    DONE_WITHOUT_OUTCOME(6, "%s is done without an outcome, or is still due"),
    GIVEN_UP_WITHOUT_CASE(6, "%s was given up and has no case"),
    WITHOUT_FOLLOW_UP(6, "%s is %s and has no follow-up"),
    SEVERAL_CAPTURES(6, "%s has several captures without an answer"),
    CAPTURES_NOT_COVERED(6, "%s was asked to capture %s of %s authorized"),
    NOT_ASKED_ABOUT(7, "%s can still take money and nobody will ask about it"),
    OPENED_BY_NOTHING(7, "%s is open and nothing opens it"),
    EXPIRES_THOUGH_ENDED(7, "is %s and will be expired"),
    NEVER_EXPIRES(7, "is %s and will never expire"),
    OPEN_AFTER_END(7, "is %s while %s could still be paid"),
    ENTRY_NOT_BALANCED(9, "an entry does not balance: %s minor units of %s too much"),
    FOREIGN_POSTING(9, "a posting stands on account of a fact of another order"),
    POSTED_AS_PAID(9, "is %s and posted as paid"),
    NOT_POSTED_AS_PAID(9, "is %s and not posted as paid"),
    FACT_NOT_AS_TOLD(11, "the fact %s is not what the timeline tells"),
    TOLD_FACTS_GONE(11, "the timeline tells of facts that are not there: %s"),
    EVENT_MISSING(14, "event %s for the merchant is missing"),
    EVENTS_MISCOUNTED(14, "knows of %s events for the merchant"),
    TOLD_SEVERAL_TIMES(14, "the merchant is told %s times that it was paid"),
    NEVER_TOLD(14, "the merchant is never told that it was paid"),
    WORKED_WITHOUT_TRACE(14, "%s counts as worked and left no trace"),
    WORKED_SEVERAL_TIMES(14, "%s was worked %s times"),
    COMMAND_NOT_TAKEN_UP(6, "%s is due and nobody takes it up"),
    INQUIRY_NOT_MADE(7, "an inquiry about %s is due and nobody asks"),
    EXPIRY_NOT_LOOKED_AT(7, "is due to expire and nobody looks");

    private final int invariant;
    private final String sentence;

    Breach(int invariant, String sentence) {
        this.invariant = invariant;
        this.sentence = sentence;
    }

    /** Its number in {@code docs/invariants.md}. */
    int invariant() {
        return invariant;
    }

    String sentence(List<String> values) {
        return sentence.formatted(values.toArray());
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
