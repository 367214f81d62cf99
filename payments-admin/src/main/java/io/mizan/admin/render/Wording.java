package io.mizan.admin.render;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.MvcContext;
import java.time.Clock;

/** The words for whoever asks, as of now. */
@RequestScoped
public class Wording {
    @Inject
    MvcContext mvc;

    @Inject
    Clock clock;

    /** Times are told as of the one clock. */
    public Words words() {
        return new Words(language(), clock.instant());
    }

    /** Times are told as of the machine's clock, by which sessions and signing in go. */
    public Words wordsInRealTime() {
        return new Words(language(), Clock.systemUTC().instant());
    }

    private Language language() {
        return Language.of(mvc.getLocale());
    }
}
