package io.mizan.admin.render;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** The portal's own texts in one language. */
public final class Messages {
    private final ResourceBundle texts;

    private Messages(ResourceBundle texts) {
        this.texts = texts;
    }

    public static Messages in(Language language) {
        return new Messages(ResourceBundle.getBundle(
                "io.mizan.admin.messages",
                language.locale(),
                Messages.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    public static Messages in(Locale locale) {
        return in(Language.of(locale));
    }

    /**
     * @param arguments take the places of {@code {0}}, {@code {1}}, ... as they are, numbers in plain digits
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String text(String key, Object... arguments) {
        return MessageFormat.format(
                texts.getString(key),
                Arrays.stream(arguments).map(String::valueOf).toArray());
    }

    /** The text, if there is one: for kinds of things that a newer database may name. */
    public Optional<String> find(String key, Object... arguments) {
        return texts.containsKey(key) ? Optional.of(text(key, arguments)) : Optional.empty();
    }
}
