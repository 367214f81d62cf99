package io.mizan.approval;

import java.util.Map;
import java.util.Set;

/** Something that a feature can do and that may need a second person. Features implement it as beans; all are found. */
public interface TwoPersonAct {
    /** Names it for ever in rows and in texts: {@code person_added}. */
    String code();

    /** Who may ask for it and decide about it, of {@link io.mizan.staff.Roles}. */
    Set<String> roles();

    /**
     * Whether it could be done right now. Asked when it is wished for, in that transaction, so that nobody is asked to
     * approve what cannot be; {@link #carryOut} checks again, for the world moves on.
     *
     * @throws ActRefused if not
     */
    default void check(Wish wish) {}

    /**
     * Does it and audits it, in the open transaction.
     *
     * @param by whoever asked and whoever approved; the audit of this act tells both
     * @return what the decider alone is to be shown, once; empty for nothing. Never stored.
     * @throws ActRefused if it cannot be done any more; everything is rolled back, and the wish still waits
     */
    Map<String, String> carryOut(Wish wish, DoneBy by);

    /** It was carried out, and that is committed: what fails here must not look as if it had not been. */
    default void afterwards(Wish wish) {}

    /** It was rejected or taken back, in the open transaction. Of one that runs out nobody is told. */
    default void dropped(Wish wish) {}
}
