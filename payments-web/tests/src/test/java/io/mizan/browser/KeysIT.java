package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.PortalSteps.button;
import static io.mizan.browser.PortalSteps.portal;
import static io.mizan.browser.PortalSteps.signIn;
import static io.mizan.browser.PortalSteps.take;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mizan.launcher.Secret;
import io.mizan.testbed.Addresses;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import io.mizan.web.checkout.Rows;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An administrator makes a key for some addresses, puts another in its place, and revokes that. */
class KeysIT {
    private final String name = "Server " + UUID.randomUUID();

    @Test
    void a_key_is_shown_once_works_from_its_addresses_and_until_it_is_replaced_or_revoked() {
        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "administrator", Secret.ADMINISTRATOR_PASSWORD);
            page.navigate(portal() + "/keys");
            page.locator("#name").fill(name);
            page.locator("#addresses").fill("198.51.100.0/24 2001:db8::/32");
            page.locator("#origins").fill(TestBed.server().url().toString());
            page.locator("#limits").fill("QAR 249.99\nKWD 30.500");
            page.locator("input[name=scope][value=captures]").uncheck();
            page.locator("input[name=scope][value=catalog]").uncheck();
            button(page, "Make it").click();
            var first = shown(page);
            assertThat(entry(page, "Last use")).containsText("Never");
            assertThat(entry(page, "Works until")).containsText(dayOf("expires_at"));
            assertThat(codeOf(first, "198.51.100.77", 200)).isEmpty();
            assertThat(codeOf(first, "203.0.113.5", 403)).isEqualTo("address_not_allowed");
            assertThat(client(first, "198.51.100.77")
                            .post("/api/v1/orders", Purchase.body().build())
                            .expect(422)
                            .json()
                            .getString("code"))
                    .isEqualTo("amount_out_of_range");

            page.reload();
            assertThat(entry(page, "Last use")).containsText(dayOf("last_used_at"));
            var card = card(page);
            assertThat(card).containsText("198.51.100.0/24");
            assertThat(card).containsText("QAR 249.99");
            assertThat(card).containsText("Look at everything · Place, cancel");
            assertThat(card).not().containsText("Collect money");
            assertThat(card.innerText()).doesNotContain(first);
            card.locator("select").selectOption("PT1H");
            press(card, "Replace it");
            var second = shown(page);
            assertThat(codeOf(first, "198.51.100.77", 200)).isEmpty();
            assertThat(codeOf(second, "198.51.100.77", 200)).isEmpty();
            assertThat(codeOf(second, "203.0.113.5", 403)).isEqualTo("address_not_allowed");
            press(card(page).last(), "Replace it");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("another key stands in the place");

            TestBed.letPass(Duration.ofMinutes(61));
            assertThat(codeOf(first, "198.51.100.77", 401)).isEqualTo("key_invalid");
            assertThat(codeOf(second, "198.51.100.77", 200)).isEmpty();
            page.reload();
            press(card(page).filter(new Locator.FilterOptions().setHasText("Revoke")), "Revoke it now");
            assertThat(page.locator("h1")).hasText("Is it you?");
            page.locator("#confirm_password").fill(TestBed.secret(Secret.ADMINISTRATOR_PASSWORD));
            button(page, "Go on").click();
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("opens nothing");
            assertThat(codeOf(second, "198.51.100.77", 401)).isEqualTo("key_invalid");
        }

        assertThat(Rows.read(
                        "SELECT a.act FROM staff_audit a JOIN api_key k ON k.name = ? AND a.subject = k.hint"
                                + " WHERE a.act LIKE 'key%'",
                        name))
                .containsExactlyInAnyOrder("key_made", "key_rotated", "key_revoked");
    }

    @Test
    void a_key_whose_time_is_over_opens_nothing_and_says_so() {
        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "administrator", Secret.ADMINISTRATOR_PASSWORD);
            page.navigate(portal() + "/keys");
            page.locator("#name").fill(name);
            page.locator("#expires_in").selectOption("P90D");
            button(page, "Make it").click();
            var key = shown(page);
            assertThat(codeOf(key, "198.51.100.78", 200)).isEmpty();

            // As if it were made that much earlier, for the days of all other tests are not to pass.
            Rows.change("UPDATE api_key SET expires_at = expires_at - INTERVAL 90 DAY WHERE name = ?", name);

            assertThat(codeOf(key, "198.51.100.78", 401)).isEqualTo("key_invalid");
            page.reload();
            assertThat(card(page)).hasClass(Pattern.compile("\\bpast\\b"));
            assertThat(card(page).locator("form")).hasCount(0);
        }
    }

    /** What stands in the row of this name. */
    private Locator entry(Page page, String row) {
        return card(page).locator("dl > div", new Locator.LocatorOptions().setHasText(row));
    }

    /** The day of a column of the key, as the page writes it. */
    private String dayOf(String column) {
        return Rows.read("SELECT DATE_FORMAT(" + column + ", '%e %b %Y') FROM api_key WHERE name = ?", name)
                .get(0);
    }

    private static String shown(Page page) {
        assertThat(page.locator("h1")).hasText("The new key");
        var key = take(page);
        assertThat(page.locator("h1")).hasText("API keys");
        return key;
    }

    private Locator card(Page page) {
        return page.locator("article", new Page.LocatorOptions().setHasText(name));
    }

    private static void press(Locator card, String button) {
        card.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .click();
    }

    /** The code of the refusal; empty if there is none. */
    private static String codeOf(String key, String address, int status) {
        var answer = client(key, address).get("/api/v1/orders?limit=1").expect(status);
        return status == 200 ? "" : answer.json().getString("code");
    }

    private static MizanClient client(String key, String address) {
        return TestBed.mizan().with("Authorization", "Bearer " + key).with(Addresses.HEADER, address);
    }
}
