package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.PortalSteps.button;
import static io.mizan.browser.PortalSteps.portal;
import static io.mizan.browser.PortalSteps.signIn;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mizan.id.OrderId;
import io.mizan.launcher.Secret;
import io.mizan.testbed.Await;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import io.mizan.web.checkout.Rows;
import org.junit.jupiter.api.Test;

/** An operator has verified whether what was written down is still what it was. */
class RecordIT {
    @Test
    void an_operator_is_told_what_was_changed_and_what_was_cut_off_until_all_is_as_it_was() {
        var untouched = Purchase.placed().order();
        var changed = Purchase.placed().order();
        var cut = canceled();
        var tail = Rows.read("SELECT MAX(seq) FROM timeline_entry WHERE order_id = ?", uuid(cut))
                .get(0);
        var actor = Rows.read("SELECT actor FROM timeline_entry WHERE order_id = ? AND seq = 1", uuid(changed))
                .get(0);
        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "operator", Secret.OPERATOR_PASSWORD);

            Rows.change("UPDATE timeline_entry SET actor = 'nobody' WHERE order_id = ? AND seq = 1", uuid(changed));
            Rows.change(
                    "CREATE TABLE cut_tail AS SELECT * FROM timeline_entry WHERE order_id = ? AND seq = " + tail,
                    uuid(cut));
            Rows.change("DELETE FROM timeline_entry WHERE order_id = ? AND seq = " + tail, uuid(cut));
            try {
                verify(page);
                assertThat(page.locator(".badge")).hasText("Changed");
                assertThat(fault(page, changed)).containsText("Entry 1 is not what was written.");
                assertThat(fault(page, cut)).containsText("Everything from entry " + tail + " on is missing.");
                assertThat(page.locator("main")).not().containsText(untouched);

                page.navigate(portal());
                assertThat(page.locator("main")).containsText("What was written down is not as it was");
            } finally {
                Rows.change("UPDATE timeline_entry SET actor = ? WHERE order_id = ? AND seq = 1", actor, uuid(changed));
                Rows.change("INSERT INTO timeline_entry SELECT * FROM cut_tail");
                Rows.change("DROP TABLE cut_tail");
            }

            verify(page);
            assertThat(fault(page, changed)).hasCount(0);
            assertThat(fault(page, cut)).hasCount(0);
        }
    }

    /** An order of several entries, to which nothing is added any more. */
    private static String canceled() {
        var order = Purchase.placed();
        order.act("/api/v1/orders/" + order.order() + "/cancel").expect(200);
        return order.order();
    }

    private static void verify(Page page) {
        page.navigate(portal() + "/chains");
        button(page, "Verify now").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The verification has begun");
        Await.that("the verification is finished", () -> {
            page.reload();
            return page.locator(".details").textContent().contains("Finished");
        });
    }

    /** What the page says of an order. */
    private static Locator fault(Page page, String order) {
        return page.locator(".proofs li", new Page.LocatorOptions().setHasText(order));
    }

    private static String uuid(String order) {
        return OrderId.fromString(order).value().toString();
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
