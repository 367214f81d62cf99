package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.PortalSteps.button;
import static io.mizan.browser.PortalSteps.portal;
import static io.mizan.browser.PortalSteps.signIn;

import com.microsoft.playwright.options.AriaRole;
import io.mizan.launcher.Secret;
import io.mizan.testbed.Await;
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
    void support_does_not_look_after_the_record() {
        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            assertThat(page.locator(".places a")).hasCount(3);

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
            assertThat(page.locator("h1")).hasText("Now");

            var planted = stranger.newPage();
            planted.navigate(portal() + "/orders");
            assertThat(planted.locator("h1")).hasText("Sign in");
        }
    }

    @Test
    void the_id_of_a_session_opens_nothing_without_the_secret_beside_it() {
        try (var window = TestBed.browsers().window();
                var stranger = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            stranger.addCookies(window.cookies().stream()
                    .filter(cookie -> cookie.name.equals("mizan_session"))
                    .toList());

            var guessed = stranger.newPage();
            guessed.navigate(portal() + "/orders");

            assertThat(guessed.locator("h1")).hasText("Sign in");
        }
    }
}
