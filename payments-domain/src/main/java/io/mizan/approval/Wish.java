package io.mizan.approval;

import java.util.Map;

/**
 * What somebody wants to be done.
 *
 * @param act the code of a {@link TwoPersonAct}
 * @param subject the outside id of what it is done to, 80 characters at most; one act waits for one subject once
 * @param detail all that carrying it out needs: no secrets, nothing personal of customers; 8,000 characters as JSON
 */
public record Wish(String act, String subject, Map<String, String> detail) {
    /** Of the detail as JSON, for which there is room while it waits. */
    static final int LONGEST_DETAIL = 8000;

    public Wish {
        if (act.length() > 40 || subject.length() > 80) {
            throw new IllegalArgumentException("an act has at most 40 characters, its subject 80");
        }
        detail = Map.copyOf(detail);
    }

    /** A part of the detail that every wish of this act has. */
    public String required(String name) {
        var value = detail.get(name);
        if (value == null) {
            throw new IllegalArgumentException(act + " lacks " + name);
        }
        return value;
    }
}
