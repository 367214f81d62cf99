package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mizan.launcher.Secret;
import io.mizan.testbed.TestBed;

/** What an agent does in the portal. */
final class PortalSteps {
    private PortalSteps() {}

    static void signIn(Page page, String name, Secret password) {
        page.navigate(portal());
        fillDoor(page, name, TestBed.secret(password));
        assertThat(page.locator("h1")).hasText("Now");
    }

    static void fillDoor(Page page, String name, String password) {
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator(".door button").click();
    }

    /** By keyboard, as one would. */
    static void find(Page page, String term) {
        page.locator("#term").fill(term);
        page.locator("#term").press("Enter");
        page.locator(".answers").waitFor();
    }

    static Locator answer(Page page, String question) {
        return page.locator(".answers li", new Page.LocatorOptions().setHasText(question));
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** @return what is shown this once, after which the page is left */
    static String take(Page page) {
        var secret = page.locator(".secret").innerText();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("I have it"))
                .click();
        return secret;
    }

    static String portal() {
        return TestBed.server().url() + "/admin";
    }
}
