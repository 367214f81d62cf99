package io.mizan.admin.render;

/** A state in a word. */
public record Badge(String text, Tone tone) {
    public String css() {
        return tone.css();
    }
}
