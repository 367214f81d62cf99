package io.mizan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.mizan.testbed.Browsers;
import java.util.List;

/** What every page must stand, in either language, direction and colour scheme. */
final class Inspection {
    private static final int PHONE = 390;

    /** By the copy of axe that the page has from its first inspection. */
    private static final String CONTRAST =
            "() => axe.run(document, {runOnly: {type: 'rule', values: ['color-contrast']}, resultTypes: ['violations']})"
                    + ".then(found => found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html)))";

    private Inspection() {}

    /**
     * Nothing that axe objects to, nor to the contrast in the other colour scheme; nothing wider than the window or than a
     * phone; and a picture for people, if they want some.
     */
    static void inspect(Page page, String picture) {
        Browsers.picture(page, picture);
        requireNoViolation(axe(page), picture);
        boolean dark = (Boolean) page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches");
        turn(page, dark ? ColorScheme.LIGHT : ColorScheme.DARK);
        assertThat((List<?>) page.evaluate(CONTRAST))
                .as(picture + " in the other scheme")
                .isEmpty();
        turn(page, dark ? ColorScheme.DARK : ColorScheme.LIGHT);
        requireNothingSticksOut(page, picture);
        var window = page.viewportSize();
        if (window.width > PHONE) {
            page.setViewportSize(PHONE, window.height);
            requireNothingSticksOut(page, picture + " on a phone");
            page.setViewportSize(window.width, window.height);
        }
    }

    private static AxeBuilder axe(Page page) {
        // As it did before it knew frames, of which we have none: their sake costs a second page each time.
        return new AxeBuilder(page).setLegacyMode(true).options(violationsAlone());
    }

    private static void requireNoViolation(AxeBuilder axe, String picture) {
        assertThat(axe.analyze().getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .as(picture)
                .isEmpty();
    }

    /** To the end: a colour that is on its way from one scheme to the other is in neither. What never ends is not waited for. */
    private static void turn(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate("() => Promise.all(document.getAnimations()"
                + ".filter(motion => motion.effect.getComputedTiming().endTime !== Infinity)"
                + ".map(motion => motion.finished.catch(() => {})))");
    }

    private static void requireNothingSticksOut(Page page, String picture) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth"))
                .as(picture + " sticks out")
                .isFalse();
    }

    /** Every rule is tried as always; what passed is only not written down element by element, which takes half of the time. */
    private static AxeRunOptions violationsAlone() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }
}
