package io.mizan.admin.render;

/** What kind of message it was: in words where the name is ours, as the gateway names it otherwise. */
public record MessageKinds(Words words) {
    public String of(String type) {
        return words.find("evidence.message." + type)
                .or(() -> words.find("operation." + type))
                .orElse(type);
    }
}
