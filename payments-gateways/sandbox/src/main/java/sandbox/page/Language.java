package sandbox.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of customers. */
public enum Language {
    ENGLISH("en", "ltr", "English"),
    ARABIC("ar", "rtl", "العربية");

    private final String tag;
    private final String direction;
    private final String ownName;

    Language(String tag, String direction, String ownName) {
        this.tag = tag;
        this.direction = direction;
        this.ownName = ownName;
    }

    public String tag() {
        return tag;
    }

    /** The value of {@code dir}. */
    public String direction() {
        return direction;
    }

    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    public Language other() {
        return this == ENGLISH ? ARABIC : ENGLISH;
    }

    /**
     * What the customer chose on the page, else what the merchant asked for, else the first that the browser accepts.
     *
     * @param chosen a language tag or nothing
     * @param wanted the merchant's, {@code auto} leaves it to the browser
     */
    public static Language of(Optional<String> chosen, Optional<String> wanted, List<Locale> accepted) {
        return chosen.flatMap(Language::tagged)
                .or(() -> wanted.flatMap(Language::tagged))
                .or(() -> accepted.stream()
                        .flatMap(locale -> tagged(locale.getLanguage()).stream())
                        .findFirst())
                .orElse(ENGLISH);
    }

    /** Keeps what the customer chose, at the end of an address without a query; empty if that is nothing that there is. */
    public static String kept(Optional<String> chosen) {
        return chosen.flatMap(Language::tagged)
                .map(language -> "?lang=" + language.tag)
                .orElse("");
    }

    private static Optional<Language> tagged(String tag) {
        for (var language : values()) {
            if (tag.equals(language.tag) || tag.startsWith(language.tag + "-")) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
