package io.mizan.approval;

import java.util.Map;

/** What came of deciding about an act. */
public sealed interface Decision {
    /**
     * It is decided; an approved act is carried out.
     *
     * @param toShow what the decider alone is shown, once
     */
    record Taken(Map<String, String> toShow) implements Decision {
        public Taken {
            toShow = Map.copyOf(toShow);
        }
    }

    /** Whoever asks for it does not decide about it. */
    record OwnWish() implements Decision {}

    /** Somebody decided before, it was taken back, or its time is over. */
    record TooLate() implements Decision {}

    /**
     * It cannot be done as things are, and still waits.
     *
     * @param words what the text of the reason quotes
     */
    record Refused(String reason, String words) implements Decision {
        public Refused(String reason) {
            this(reason, "");
        }
    }
}
