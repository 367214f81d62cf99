package io.mizan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import io.mizan.testbed.Browsers;
import java.util.List;

/** What every page must stand, in either language, direction and colour scheme. */
final class Inspection {
    private Inspection() {}

    /** Nothing that axe objects to, nothing wider than the window; and a picture for people, if they want some. */
    static void inspect(Page page, String picture) {
        Browsers.picture(page, picture);
        // As it did before it knew frames, of which we have none: their sake costs a second page each time.
        var violations = new AxeBuilder(page)
                .setLegacyMode(true)
                .options(violationsAlone())
                .analyze()
                .getViolations();
        assertThat(violations)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .as(picture)
                .isEmpty();
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
