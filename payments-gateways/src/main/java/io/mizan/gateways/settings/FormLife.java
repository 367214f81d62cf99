package io.mizan.gateways.settings;

import static io.mizan.gateways.settings.Requirements.require;
import static io.mizan.gateways.settings.Requirements.requireBetween;

import io.mizan.gateway.AdapterSettings;
import java.time.Duration;

/**
 * How long an attempt may be paid whose form is posted without a call, where nobody tells that its page has closed.
 *
 * @param page how long after its form was posted a page may be paid. 1 minute to 1 day
 * @param brokenAfter how long after its opening an attempt that nobody has heard of counts as never paid. At most 2 days
 */
public record FormLife(Duration page, Duration brokenAfter) {
    private static final Duration LONGEST_PAGE = Duration.ofDays(1);

    public FormLife {
        requireBetween("life of a page", page, Duration.ofMinutes(1), LONGEST_PAGE);
        requireBetween("time after which it is broken", brokenAfter, page, Duration.ofDays(2));
    }

    /** The settings {@code page.life} and {@code broken.after}. */
    public static FormLife from(AdapterSettings settings, FormLife standard) {
        return new FormLife(
                settings.duration("page.life", standard.page), settings.duration("broken.after", standard.brokenAfter));
    }

    /**
     * An attempt is broken only once a form that was handed out in the last moment could no longer be paid: else it would be
     * paid after it was given up, and perhaps a second time. How long the gateway shows its page nobody can set, so that a
     * deployment may only be more cautious than what is known of it.
     *
     * @param leastPage how long the page can be paid as far as is known
     * @throws IllegalArgumentException if the page is believed to close sooner, or the way to it is shown for too long, or for
     *     less than {@code least}
     */
    public void requireOutlasts(Patience patience, Duration least, Duration leastPage) {
        requireBetween("life of a page", page, leastPage, LONGEST_PAGE);
        patience.requirePayForBetween(least, brokenAfter);
        require(
                patience.payFor().plus(page).compareTo(brokenAfter) < 0,
                "the time after which it is broken exceeds the time to pay by more than " + page
                        + ", the life of a page");
    }
}
