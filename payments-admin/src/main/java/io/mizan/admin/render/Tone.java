package io.mizan.admin.render;

import java.util.Locale;

/** How a thing looks at a glance. Colour never says it alone: a word or a sign stands with it. */
public enum Tone {
    GOOD,
    BAD,
    WAITING,
    UNKNOWN,
    QUIET;

    /** The class of the style sheet. */
    public String css() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
