package io.mizan.admin.render;

import java.util.Locale;
import java.util.Optional;

/** The languages of the portal. */
public enum Language {
    ENGLISH("en", "English", "ltr"),
    ARABIC("ar", "العربية", "rtl");

    private final String code;
    private final String ownName;
    private final String direction;

    Language(String code, String ownName, String direction) {
        this.code = code;
        this.ownName = ownName;
        this.direction = direction;
    }

    /** ISO 639-1. */
    public String code() {
        return code;
    }

    /** What the language calls itself. */
    public String ownName() {
        return ownName;
    }

    /** {@code ltr} or {@code rtl}. */
    public String direction() {
        return direction;
    }

    public Locale locale() {
        return Locale.forLanguageTag(code);
    }

    public Language other() {
        return this == ENGLISH ? ARABIC : ENGLISH;
    }

    public static Optional<Language> of(String code) {
        for (var language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** Arabic for Arabic and its regions, English for all else. */
    public static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(ENGLISH);
    }
}
