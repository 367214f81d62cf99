package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.Inspection.inspect;
import static io.mizan.browser.PortalSteps.button;
import static io.mizan.browser.PortalSteps.employ;
import static io.mizan.browser.PortalSteps.portal;
import static io.mizan.browser.PortalSteps.portalOfTwo;
import static io.mizan.browser.PortalSteps.signIn;
import static io.mizan.browser.PortalSteps.signInWhereTwoAreNeeded;
import static io.mizan.browser.PortalSteps.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mizan.launcher.Secret;
import io.mizan.privacy.Places;
import io.mizan.staff.Roles;
import io.mizan.testbed.Await;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Rows;
import io.mizan.web.webhook.StripeCallbacks;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator sets gateways up while two servers run. */
class GatewayAccountsIT {
    /** So that other tests find the gateways as the environment says. */
    @AfterEach
    void forget() {
        Rows.change("DELETE FROM gateway_secret");
        Rows.change("DELETE FROM gateway_setting");
        Rows.change("UPDATE gateway_account SET place = NULL, version = version + 1");
        servers()
                .forEach(server ->
                        Await.that("the gateways to be as before", () -> offered(server, "currency=USD&amount=500")
                                .contains("square")));
    }

    @Test
    void what_is_entered_rules_on_every_server_and_what_is_refused_changes_nothing() {
        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "administrator", Secret.ADMINISTRATOR_PASSWORD);
            page.navigate(portal() + "/gateways");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Square"))
                    .click();
            page.locator("#setting-amounts").fill("USD:10.00-20.00");
            page.locator("#place").selectOption("1");
            button(page, "Change the settings").click();
            told(page, "It is done.");
            assertThat(page.locator("#setting-amounts-note")).containsText("Entered here: administrator");

            servers()
                    .forEach(
                            server -> Await.that("the limits to hold", () -> !offered(server, "currency=USD&amount=500")
                                    .contains("square")));
            servers().forEach(server -> assertThat(offered(server, "currency=USD&amount=1500"))
                    .first()
                    .isEqualTo("square"));

            page.locator("#setting-amounts").fill("USD:20.00-10.00");
            button(page, "Change the settings").click();
            told(page, "does not take these settings: a range begins at its lower end");
            assertThat(page.locator("#setting-amounts")).hasValue("USD:10.00-20.00");

            button(page, "As the environment says: Currencies and amounts").click();
            told(page, "It is done.");
            servers()
                    .forEach(server ->
                            Await.that("the limits to be gone", () -> offered(server, "currency=USD&amount=500")
                                    .contains("square")));

            button(page, "Take no new payments").click();
            told(page, "It is done.");
            assertThat(offered(servers().get(0), "currency=USD&amount=500")).doesNotContain("square");
            assertThat(Rows.read("SELECT act FROM staff_audit WHERE subject = 'square' ORDER BY at"))
                    .contains("gateway_changed");
        }
    }

    @Test
    void two_signing_secrets_are_believed_while_one_takes_the_others_place_and_neither_is_kept_in_clear() {
        var old = TestBed.secret(Secret.STRIPE_WEBHOOK_SECRET);
        var fresh = "whsec_" + UUID.randomUUID().toString().replace("-", "");
        var seen = new ArrayList<String>();
        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            page.onResponse(response -> {
                if (response.request().resourceType().equals("document") && response.status() == 200) {
                    seen.add(response.text());
                }
            });
            signIn(page, "administrator", Secret.ADMINISTRATOR_PASSWORD);
            page.navigate(portal() + "/gateways/stripe");
            page.locator("#secret-webhook-secrets").fill(fresh);
            page.locator("#secret-webhook-secrets-overlap").selectOption("PT1H");
            enter(page, "webhook.secrets");
            told(page, "It is done.");
            inspect(page, "gateway-secrets");
            servers().forEach(server -> {
                Await.that("the new secret to be believed", () -> status(server, fresh) == 200);
                assertThat(status(server, old)).as("the old one still is").isEqualTo(200);
            });

            TestBed.letPass(Duration.ofMinutes(61));

            servers().forEach(server -> {
                Await.that("the old secret to be over", () -> status(server, old) == 401);
                assertThat(status(server, fresh)).isEqualTo(200);
            });
            page.reload();
            assertThat(page.locator("#secret-webhook-secrets")).hasCount(0);
            button(page, "Enter secrets").click();
            page.locator("#confirm_password").fill(TestBed.secret(Secret.ADMINISTRATOR_PASSWORD));
            button(page, "Go on").click();
            assertThat(page.locator("#secret-webhook-secrets")).hasValue("");
            seen.add(page.content());
        }

        assertThat(Places.of(fresh)).isEmpty();
        assertThat(String.join("\n", seen)).doesNotContain(fresh).doesNotContain(old);
    }

    @Test
    void testing_the_connection_says_whether_the_gateway_takes_our_credentials() {
        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "administrator", Secret.ADMINISTRATOR_PASSWORD);
            for (var gateway : List.of("stripe", "square", "qpay", "sadad", "paypal", "btcpay")) {
                page.navigate(portal() + "/gateways/" + gateway);
                button(page, "Test the connection").click();
                told(page, "was reached and took our credentials");
            }

            page.navigate(portal() + "/gateways/btcpay");
            page.locator("#secret-api-key").fill("not-the-key-of-anybody");
            enter(page, "api.key");
            told(page, "It is done.");
            button(page, "Test the connection").click();
            told(page, "was reached and refused our credentials");
            page.locator("#setting-api-base").fill("http://127.0.0.1:9");
            button(page, "Change the settings").click();
            told(page, "It is done.");
            button(page, "Test the connection").click();
            told(page, "was not reached");
        }
    }

    @Test
    void where_two_are_needed_a_gateway_is_offered_again_once_another_administrator_has_approved_it() {
        var badr = "badr-" + UUID.randomUUID().toString().substring(0, 8);
        employ(badr, Roles.ADMINISTRATOR);
        try (var office = TestBed.browsers().window();
                var neighbour = TestBed.browsers().window()) {
            var asking = office.newPage();
            signInWhereTwoAreNeeded(asking, badr);
            var approving = neighbour.newPage();
            signInWhereTwoAreNeeded(approving, "administrator");

            asks(asking, "Take no new payments");
            assertThat(isOfferedEverywhere()).isTrue();
            assertThat(waiting(approving, "square")).isVisible();
            inspect(approving, "portal-approvals-gateway");
            approves(approving, badr);
            Await.that("no server to offer it", () -> servers().stream()
                    .noneMatch(
                            server -> offered(server, "currency=USD&amount=500").contains("square")));

            asks(asking, "Take new payments");
            assertThat(waiting(asking, "square").locator("button.main")).hasCount(0);
            assertThat(isOfferedEverywhere()).isFalse();
            approves(approving, badr);
            Await.that("all servers to offer it", GatewayAccountsIT::isOfferedEverywhere);
        }

        assertThat(Rows.read("SELECT s.username FROM gateway_setting g JOIN staff s ON s.id = g.entered_by"
                        + " WHERE g.gateway = 'square' AND g.name = 'offered'"))
                .containsExactly(badr);
    }

    private static boolean isOfferedEverywhere() {
        return servers().stream()
                .allMatch(server -> offered(server, "currency=USD&amount=500").contains("square"));
    }

    private static void asks(Page page, String button) {
        page.navigate(portalOfTwo() + "/gateways/square");
        button(page, button).click();
        told(page, "It waits for another administrator");
    }

    private static void approves(Page page, String asker) {
        var wish = waiting(page, "square");
        assertThat(wish).containsText(asker);
        wish.locator("button.main").click();
        told(page, "Approved and done.");
    }

    private static void enter(Page page, String setting) {
        page.locator("form:has(input[name=name][value='" + setting + "'])")
                .filter(new Locator.FilterOptions().setHasText("Enter it"))
                .getByRole(AriaRole.BUTTON)
                .click();
    }

    private static void told(Page page, String sentence) {
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(sentence);
    }

    private static List<URI> servers() {
        return List.of(TestBed.server().url(), TestBed.otherServer().url());
    }

    private static List<String> offered(URI server, String query) {
        return TestBed.mizan()
                .at(server)
                .withSecretKey()
                .get("/api/v1/gateways?" + query)
                .expect(200)
                .json()
                .getJsonArray("data")
                .stream()
                .map(JsonValue::asJsonObject)
                .map(gateway -> gateway.getString("gateway"))
                .toList();
    }

    private static int status(URI server, String secret) {
        var event = "evt_" + UUID.randomUUID().toString().replace("-", "");
        return StripeCallbacks.deliverTo(
                        server,
                        "{\"id\":\"" + event + "\",\"object\":\"event\",\"type\":\"product.created\","
                                + "\"created\":1700000000,\"livemode\":false,\"data\":{\"object\":{}}}",
                        secret)
                .status();
    }
}
