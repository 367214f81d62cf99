package io.mizan.admin.start;

import io.mizan.admin.render.Tone;
import java.util.List;

/** What wants a look, the most urgent first; empty if nothing does. */
public record StartView(List<Line> lines) {
    public StartView {
        lines = List.copyOf(lines);
    }

    /**
     * @param count as it is shown: many is "100+"
     * @param sentence what it means and what to do
     * @param link where that is done
     */
    public record Line(String count, String title, String sentence, Tone tone, String link) {
        public String css() {
            return tone.css();
        }
    }
}
