package io.mizan.web.start;

import java.util.List;

/**
 * Something that must hold before the system may start; each bean of this type is asked once, before the schema is touched.
 *
 * <p>Without a database there will be no beans. Checks that need neither are also services of this type, and are asked
 * when the first connection fails, so that their faults are told with that one.
 */
public interface StartCheck {

    /** What is wrong, or nothing. Told together with what the other checks found. */
    List<Refusal> refusals();
}
