package io.mizan.admin.render;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mvc.locale.LocaleResolver;
import jakarta.mvc.locale.LocaleResolverContext;
import jakarta.ws.rs.core.NewCookie;
import java.util.Locale;

/** The language that the visitor chose, kept in a cookie; before that, the first one of the browser's that we speak. */
@ApplicationScoped
public class LanguageChoice implements LocaleResolver {
    private static final String COOKIE = "mizan_language";
    private static final int A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

    @Override
    public Locale resolveLocale(LocaleResolverContext context) {
        var chosen = context.getCookie(COOKIE);
        if (chosen != null && Language.of(chosen.getValue()).isPresent()) {
            return Language.of(chosen.getValue()).orElseThrow().locale();
        }
        return context.getAcceptableLanguages().stream()
                .flatMap(locale -> Language.of(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Language.ENGLISH)
                .locale();
    }

    public NewCookie cookie(Language language) {
        return new NewCookie.Builder(COOKIE)
                .value(language.code())
                .path("/admin")
                .maxAge(A_YEAR_IN_SECONDS)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
