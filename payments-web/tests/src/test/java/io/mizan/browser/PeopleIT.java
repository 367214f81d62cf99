package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.PortalSteps.button;
import static io.mizan.browser.PortalSteps.confirm;
import static io.mizan.browser.PortalSteps.confirmApp;
import static io.mizan.browser.PortalSteps.employ;
import static io.mizan.browser.PortalSteps.fillDoor;
import static io.mizan.browser.PortalSteps.portal;
import static io.mizan.browser.PortalSteps.portalOfTwo;
import static io.mizan.browser.PortalSteps.prove;
import static io.mizan.browser.PortalSteps.signIn;
import static io.mizan.browser.PortalSteps.signInWhereTwoAreNeeded;
import static io.mizan.browser.PortalSteps.take;
import static io.mizan.browser.PortalSteps.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mizan.launcher.Secret;
import io.mizan.staff.Roles;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Rows;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody begins to work here, proves who they are in two steps, is given other rights, and leaves. */
class PeopleIT {
    private static final String PASSWORD = "four dhows left at dawn";
    private static final Duration LONGER_THAN_BELIEVED = Duration.ofMinutes(6);

    private final String name = "noor-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void somebody_new_sets_up_their_own_account_and_an_administrator_ends_it() {
        try (var office = TestBed.browsers().window();
                var desk = TestBed.browsers().window()) {
            var administrator = office.newPage();
            signIn(administrator, "administrator", Secret.ADMINISTRATOR_PASSWORD);
            var noor = desk.newPage();
            choosePassword(noor, add(administrator));
            var codes = enrol(noor);
            signInAgain(noor, codes);
            var newCodes = renewCodes(noor, codes);
            giveOtherRoles(administrator, noor);
            lock(administrator, noor, newCodes);
        }

        assertThat(Rows.read(
                        "SELECT a.act FROM staff_audit a JOIN staff s ON s.id = a.staff_id WHERE s.username = ? ORDER BY a.seq",
                        name))
                .containsExactly(
                        "password_set_up",
                        "signed_in",
                        "authenticator_added",
                        "signed_out",
                        "recovery_code_used",
                        "signed_in",
                        "recovery_code_used",
                        "recovery_codes_renewed",
                        "recovery_codes_renewed",
                        "recovery_code_used",
                        "signed_in");
        assertThat(Rows.read("SELECT act FROM staff_audit WHERE subject = ? AND act LIKE 'person%'", name))
                .containsExactlyInAnyOrder("person_added", "person_roles_changed", "person_disabled");
    }

    /** Neither who asked nor who approved can sign in as the third: each is shown one half. */
    @Test
    void where_two_are_needed_one_asks_another_approves_and_it_takes_link_and_code() {
        var badr = employed("badr", Roles.ADMINISTRATOR);
        try (var office = TestBed.browsers().window();
                var neighbour = TestBed.browsers().window();
                var desk = TestBed.browsers().window()) {
            var asking = office.newPage();
            signInWhereTwoAreNeeded(asking, badr);
            asking.navigate(portalOfTwo() + "/people");
            fillPerson(asking);
            button(asking, "Add, and make a link for them").click();
            assertThat(asking.locator("main")).containsText("It works when another administrator has approved");
            var link = take(asking);
            assertThat(waiting(asking, name).locator("button.main")).hasCount(0);
            var page = desk.newPage();
            assertThat(page.context().request().get(link).status()).isEqualTo(404);

            var approving = neighbour.newPage();
            signInWhereTwoAreNeeded(approving, "administrator");
            var wish = waiting(approving, name);
            assertThat(wish).containsText("Support");
            assertThat(wish).containsText(badr);
            wish.locator("button.main").click();
            var code = approving.locator(".secret").innerText();

            page.navigate(link);
            typePasswords(page, PASSWORD);
            page.locator("#code").fill("not the code");
            button(page, "Set it").click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            typePasswords(page, PASSWORD);
            page.locator("#code").fill(code);
            button(page, "Set it").click();
            assertThat(page.getByRole(AriaRole.STATUS)).isVisible();

            asking.navigate(portalOfTwo() + "/people/" + name);
            asking.locator("input[value=finance]").check();
            button(asking, "Change the roles").click();
            assertThat(asking.getByRole(AriaRole.STATUS)).containsText("It waits for another administrator");
            assertThat(rolesOf(name)).containsExactly(Roles.SUPPORT);
            waiting(approving, name).locator("button.main").click();
            assertThat(approving.getByRole(AriaRole.STATUS)).containsText("Approved and done.");
        }

        assertThat(rolesOf(name)).containsExactlyInAnyOrder(Roles.SUPPORT, Roles.FINANCE);
        assertThat(Rows.read("SELECT password_hash <> '' FROM staff WHERE username = ?", name))
                .containsExactly("1");
        assertThat(Rows.read(
                        "SELECT JSON_VALUE(a.detail, '$.asked_by') FROM staff_audit a JOIN staff s ON s.id = a.staff_id"
                                + " WHERE s.username = 'administrator' AND a.subject = ? ORDER BY a.seq",
                        name))
                .containsExactly(badr, badr);
    }

    private String add(Page page) {
        page.navigate(portal() + "/people");
        fillPerson(page);
        button(page, "Add, and make a link for them").click();
        assertThat(page.locator("h1")).hasText(name + " can choose a password");
        var link = take(page);
        assertThat(page.locator("main")).containsText("Has no password yet");
        return link;
    }

    private void fillPerson(Page page) {
        page.locator("#username").fill(name);
        page.locator("#display_name").fill("Noor Al-Kaabi");
    }

    private void choosePassword(Page page, String link) {
        page.navigate(link);
        typePasswords(page, "password123456");
        button(page, "Set it").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("many people choose this one");
        typePasswords(page, PASSWORD);
        button(page, "Set it").click();
        assertThat(page.locator("h1")).hasText("Sign in");
        assertThat(page.context().request().get(link).status()).isEqualTo(404);
        fillDoor(page, name, PASSWORD);
        assertThat(page.locator("h1")).hasText("Now");
    }

    private static void typePasswords(Page page, String password) {
        page.locator("#password").fill(password);
        page.locator("#again").fill(password);
    }

    /** @return the recovery codes */
    private static List<String> enrol(Page page) {
        page.navigate(portal() + "/authenticator");
        button(page, "Set it up").click();
        assertThat(page.locator("svg.qr")).isVisible();
        page.locator("#code").fill("000000");
        button(page, "Use this app").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("wrong");
        return confirmApp(page);
    }

    private void signInAgain(Page page, List<String> codes) {
        button(page, "Sign out").click();
        page.navigate(portal() + "/account");
        fillDoor(page, name, PASSWORD);
        assertThat(page.locator("h1")).hasText("One more step");
        page.navigate(portal() + "/orders");
        assertThat(page.locator("h1")).hasText("One more step");
        page.navigate(portal() + "/account");
        prove(page, "not a code");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("wrong");
        prove(page, codes.get(0));
        assertThat(page.locator("h1")).hasText("Your account");
    }

    /** Whoever proved long ago who they are is asked once more, with the act still in hand. */
    private static List<String> renewCodes(Page page, List<String> codes) {
        TestBed.letPass(LONGER_THAN_BELIEVED);
        button(page, "New recovery codes").click();
        assertThat(page.locator("h1")).hasText("Is it you?");
        confirm(page, "three dhows stayed", codes.get(1));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("wrong");
        confirm(page, PASSWORD, codes.get(1));
        assertThat(page.locator("h1")).hasText("Recovery codes");
        var renewed = page.locator(".codes .secret").allInnerTexts();
        assertThat(renewed).hasSize(10).doesNotContainAnyElementsOf(codes);
        page.navigate(portal() + "/account");
        button(page, "New recovery codes").click();
        assertThat(page.locator("h1")).hasText("Recovery codes");
        return page.locator(".codes .secret").allInnerTexts();
    }

    private void giveOtherRoles(Page administrator, Page noor) {
        administrator.navigate(portal() + "/people/" + name);
        administrator.locator("input[value=finance]").check();
        button(administrator, "Change the roles").click();
        assertThat(administrator.locator("h1")).hasText("Is it you?");
        administrator.locator("#confirm_password").fill(TestBed.secret(Secret.ADMINISTRATOR_PASSWORD));
        button(administrator, "Go on").click();
        assertThat(administrator.getByRole(AriaRole.STATUS)).containsText("It is done.");
        assertThat(rolesOf(name)).containsExactlyInAnyOrder(Roles.SUPPORT, Roles.FINANCE);
        noor.navigate(portal() + "/account");
        assertThat(noor.locator("h1")).hasText("Sign in");
    }

    private void lock(Page administrator, Page noor, List<String> codes) {
        fillDoor(noor, name, PASSWORD);
        prove(noor, codes.get(0));
        assertThat(noor.locator("h1")).hasText("Now");
        noor.navigate(portal() + "/account");
        assertThat(noor.locator("main")).containsText("Finance");
        administrator.navigate(portal() + "/people/" + name);
        button(administrator, "Let them sign in no more").click();
        assertThat(administrator.getByRole(AriaRole.STATUS)).containsText("It is done.");
        noor.navigate(portal() + "/orders");
        assertThat(noor.locator("h1")).hasText("Sign in");
        fillDoor(noor, name, PASSWORD);
        assertThat(noor.getByRole(AriaRole.ALERT)).isVisible();
    }

    private static List<String> rolesOf(String username) {
        return Rows.read(
                "SELECT r.role FROM staff_role r JOIN staff s ON s.id = r.staff_id WHERE s.username = ?", username);
    }

    private String employed(String who, String role) {
        var username = who + "-" + name;
        employ(username, role);
        return username;
    }
}
