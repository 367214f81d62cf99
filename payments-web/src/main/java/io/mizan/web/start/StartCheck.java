package io.mizan.web.start;

import java.util.List;

/**
 * Something that must hold before the system may start; each bean of this type is asked once, before the schema is touched.
 */
public interface StartCheck {

    /** What is wrong, or nothing. Told together with what the other checks found. */
    List<Refusal> refusals();
}
