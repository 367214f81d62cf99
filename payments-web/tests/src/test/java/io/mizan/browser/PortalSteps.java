package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mizan.casework.CaseKind;
import io.mizan.id.CaseId;
import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.launcher.Secret;
import io.mizan.sql.Sql;
import io.mizan.testbed.AuthenticatorApp;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Rows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What an agent does in the portal. */
final class PortalSteps {
    private PortalSteps() {}

    static void signIn(Page page, String name, Secret password) {
        signIn(page, portal(), name, password);
    }

    private static void signIn(Page page, String portal, String name, Secret password) {
        page.navigate(portal);
        fillDoor(page, name, TestBed.secret(password));
        assertThat(page.locator("h1")).hasText("Now");
    }

    /** Where changes wait for a second administrator. */
    static void signInWhereTwoAreNeeded(Page page, String administrator) {
        signIn(page, portalOfTwo(), administrator, Secret.ADMINISTRATOR_PASSWORD);
    }

    /** What waits there for somebody to decide. */
    static Locator waiting(Page page, String subject) {
        page.navigate(portalOfTwo() + "/approvals");
        return page.locator(".wish", new Page.LocatorOptions().setHasText(subject))
                .filter(new Locator.FilterOptions().setHasText("Waits for approval"));
    }

    /** Somebody who has worked here for long, with the password of the demonstration's administrator. */
    static void employ(String username, String role) {
        var id = UUID.randomUUID();
        Rows.change(
                "INSERT INTO staff (id, username, display_name, password_hash, created_at)"
                        + " SELECT ?, ?, ?, password_hash, created_at FROM staff WHERE username = 'administrator'",
                id,
                username,
                username);
        Rows.change("INSERT INTO staff_role (staff_id, role) VALUES (?, ?)", id, role);
    }

    /** A case of an order, as if a worker had found it. */
    static CaseId surprising(String order, CaseKind kind, Instant openedAt) {
        var id = new CaseId(new Ids(Clock.fixed(openedAt, ZoneOffset.UTC)).next());
        Sql.withoutTransactions(TestBed.database().paymentsRows())
                .update(
                        "INSERT INTO exception_case (id, kind, subject, order_id, state, holds, proposed_action,"
                                + " evidence, opened_at) VALUES (?, ?, ?, ?, 'OPEN', TRUE, ?, '{}', ?)",
                        id.value(),
                        kind,
                        id.toString(),
                        OrderId.fromString(order).value(),
                        kind.proposedAction(),
                        openedAt);
        return id;
    }

    static void fillDoor(Page page, String name, String password) {
        page.locator("#username").fill(name);
        page.locator("#password").fill(password);
        page.locator(".door button").click();
    }

    /** Lets an app read the secret that the page shows. @return the recovery codes */
    static List<String> confirmApp(Page page) {
        page.locator("#code")
                .fill(AuthenticatorApp.with(page.locator(".secret").innerText()).code());
        page.locator(".desk button.main").click();
        page.locator(".codes").waitFor();
        return page.locator(".codes .secret").allInnerTexts();
    }

    /** The second step of signing in. */
    static void prove(Page page, String code) {
        page.locator("#code").fill(code);
        page.locator(".door button").click();
    }

    /** The page that asks once more who it is. */
    static void confirm(Page page, String password, String code) {
        page.locator("#confirm_password").fill(password);
        page.locator("#confirm_code").fill(code);
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

    /** Where changes wait for a second administrator, as they do in live mode. */
    static String portalOfTwo() {
        return TestBed.otherServer().url() + "/admin";
    }
}
