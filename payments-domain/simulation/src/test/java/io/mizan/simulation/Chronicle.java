package io.mizan.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What happened in a play: the story as it went, and which kinds of things were seen in it. */
final class Chronicle {
    private final List<String> story = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();

    void tell(String what) {
        story.add(what);
    }

    void see(String what) {
        seen.add(what);
    }

    /** Something small on the way: told, and seen. */
    void note(String what) {
        tell("  " + what);
        see(what);
    }

    String story() {
        return String.join("\n", story);
    }

    Set<String> seen() {
        return seen;
    }
}
