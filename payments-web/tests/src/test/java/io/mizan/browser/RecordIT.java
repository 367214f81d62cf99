package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.PortalSteps.button;
import static io.mizan.browser.PortalSteps.portal;
import static io.mizan.browser.PortalSteps.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.mizan.launcher.Secret;
import io.mizan.testbed.Await;
import io.mizan.testbed.Browsers;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import org.junit.jupiter.api.Test;

/** An operator has verified whether what was written down is still what it was. */
class RecordIT {
    @Test
    void an_operator_has_the_record_verified() {
        var order = Purchase.placed().order();
        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "operator", Secret.OPERATOR_PASSWORD);
            page.navigate(portal() + "/chains");
            button(page, "Verify now").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("verification");

            Await.that("the verification is finished", () -> {
                page.reload();
                return page.locator(".details").textContent().contains("Finished");
            });

            assertThat(page.locator("main")).not().containsText(order);
        }
    }

    @Test
    void the_record_is_accessible_in_arabic_and_in_the_dark() {
        var options = new NewContextOptions()
                .setLocale("ar")
                .setColorScheme(ColorScheme.DARK)
                .setViewportSize(390, 900);
        try (var window = TestBed.browsers().window(options)) {
            var page = window.newPage();
            page.navigate(portal() + "/chains");
            PortalSteps.fillDoor(page, "administrator", TestBed.secret(Secret.ADMINISTRATOR_PASSWORD));
            page.navigate(portal() + "/chains");

            assertThat(page.locator("h1")).hasText("السجل");
            Browsers.picture(page, "portal-record-ar-DARK");
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        }
    }

    @Test
    void support_does_not_look_after_the_record() {
        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            assertThat(page.locator(".places a")).hasCount(2);

            page.navigate(portal() + "/chains");

            assertThat(page.locator("h1")).hasText("Not for you");
        }
    }

    @Test
    void a_session_that_was_planted_before_signing_in_is_worth_nothing_afterwards() {
        try (var victim = TestBed.browsers().window();
                var stranger = TestBed.browsers().window()) {
            var page = victim.newPage();
            page.navigate(portal());
            stranger.addCookies(victim.cookies().stream()
                    .filter(cookie -> cookie.name.contains("mizan"))
                    .toList());

            PortalSteps.fillDoor(page, "support", TestBed.secret(Secret.SUPPORT_PASSWORD));
            assertThat(page.locator("h1")).hasText("Orders");

            var planted = stranger.newPage();
            planted.navigate(portal() + "/orders");
            assertThat(planted.locator("h1")).hasText("Sign in");
        }
    }
}
