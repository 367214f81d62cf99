package io.mizan.admin.render;

import io.mizan.checkout.CheckoutSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.locale.LocaleResolver;
import jakarta.mvc.locale.LocaleResolverContext;
import jakarta.ws.rs.core.NewCookie;
import java.util.Locale;

/** The language that the visitor chose, kept in a cookie; before that, the first one of the browser's that we speak. */
@ApplicationScoped
public class LanguageChoice implements LocaleResolver {
    private static final int A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60;

    @Inject
    CheckoutSettings settings;

    @Override
    public Locale resolveLocale(LocaleResolverContext context) {
        var chosen = context.getCookie(name());
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
        return new NewCookie.Builder(name())
                .value(language.code())
                .path("/")
                .secure(isEncrypted())
                .maxAge(A_YEAR_IN_SECONDS)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    /** As with the session's cookie: the prefix binds it to this host, and browsers take it over TLS only. */
    private String name() {
        return isEncrypted() ? "__Host-mizan_language" : "mizan_language";
    }

    private boolean isEncrypted() {
        return "https".equals(settings.publicUrl().getScheme());
    }
}
