package io.mizan.admin.render;

/** Who did something, in words: {@code customer}, {@code merchant}, {@code gateway}, {@code mizan}, or {@code staff:} and a name. */
public record Actors(Words words) {
    private static final String STAFF = "staff:";

    public String of(String actor) {
        return actor.startsWith(STAFF)
                ? words.text("timeline.actor.staff", actor.substring(STAFF.length()))
                : words.find("timeline.actor." + actor).orElse(actor);
    }
}
