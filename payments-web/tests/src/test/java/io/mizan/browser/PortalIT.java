package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.PortalSteps.answer;
import static io.mizan.browser.PortalSteps.button;
import static io.mizan.browser.PortalSteps.fillDoor;
import static io.mizan.browser.PortalSteps.find;
import static io.mizan.browser.PortalSteps.portal;
import static io.mizan.browser.PortalSteps.signIn;
import static io.mizan.browser.PortalSteps.surprising;
import static io.mizan.browser.ShopSteps.GOOD_CARD;
import static io.mizan.browser.ShopSteps.POOR_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mizan.casework.CaseKind;
import io.mizan.launcher.Secret;
import io.mizan.testbed.Answer;
import io.mizan.testbed.Await;
import io.mizan.testbed.Browsers;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Rows;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A support agent, who is no developer, finds an order and reads what became of it. */
class PortalIT {
    private MizanClient merchant;

    @BeforeEach
    void merchant() {
        merchant = TestBed.mizan().withSecretKey();
    }

    @Test
    void support_finds_a_paid_order_by_e_mail_and_reads_the_five_answers() {
        var email = "layla+" + UUID.randomUUID() + "@example.com";
        var order = placed(email);
        pay(attempt(order), POOR_CARD, GOOD_CARD);
        awaitStatus(order, "paid");

        try (BrowserContext window = TestBed.browsers().window()) {
            Page page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            find(page, email);

            assertThat(answer(page, "Did the customer reach the gateway?")).containsText("Yes");
            assertThat(answer(page, "Did the bank approve?")).containsText("Yes");
            assertThat(answer(page, "Did the callback reach us?")).containsText("Yes");
            assertThat(answer(page, "Was the order fulfilled?")).containsText("Not yet");
            assertThat(page.locator(".next")).containsText("Deliver, and report it");
            assertThat(page.locator(".next")).containsText("The merchant");
            assertThat(page.locator(".sum")).containsText("Still due");
            assertThat(page.locator(".timeline"))
                    .containsText("A try was declined: there is not enough money on the card");
            assertThat(page.url()).doesNotContain("@").doesNotContain("%40");

            var collected = page.locator(".timeline > li", new Page.LocatorOptions().setHasText("was collected"));
            collected.locator("summary").click();
            assertThat(collected).containsText("Signed with a secret of ours, fingerprint");
            Browsers.picture(page, "portal-paid");
        }
    }

    @Test
    void what_was_delivered_and_what_nobody_paid_say_so() {
        var delivered = placed("mona@example.com");
        pay(attempt(delivered), GOOD_CARD);
        awaitStatus(delivered, "paid");
        merchant.post(
                        "/api/v1/orders/" + delivered + "/fulfilment",
                        Json.createObjectBuilder()
                                .add("status", "fulfilled")
                                .add("note", "handed over")
                                .build())
                .expect(200);
        var untouched = placed("nour@example.com");

        try (BrowserContext window = TestBed.browsers().window()) {
            Page page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);

            find(page, delivered);
            assertThat(answer(page, "Was the order fulfilled?")).containsText("Yes");
            assertThat(page.locator(".next")).containsText("Nobody has to do anything");

            find(page, untouched);
            assertThat(answer(page, "Did the customer reach the gateway?")).containsText("Not yet");
            assertThat(page.locator(".next")).containsText("Start the payment");
        }
    }

    @Test
    void support_has_the_gateway_asked_and_the_timeline_says_who_did() {
        var order = placed("omar@example.com");
        attempt(order);

        try (BrowserContext window = TestBed.browsers().window()) {
            Page page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            find(page, order);
            button(page, "Ask Stripe now").click();

            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Stripe is being asked");
            assertThat(page.locator(".timeline")).containsText("support (staff)");
            Await.that("an answer of the gateway is shown", () -> {
                page.reload();
                return page.locator(".attempt").textContent().contains("Gateway last answered");
            });
            assertThat(answer(page, "Did the bank approve?")).containsText("Not yet");
        }
    }

    @Test
    void finance_reads_but_does_not_ask_gateways() {
        var order = placed("pia@example.com");
        attempt(order);

        try (BrowserContext window = TestBed.browsers().window()) {
            Page page = window.newPage();
            signIn(page, "finance", Secret.FINANCE_PASSWORD);
            find(page, order);

            assertThat(page.locator(".attempt")).isVisible();
            assertThat(button(page, "Ask Stripe now")).hasCount(0);
        }
    }

    @Test
    void a_case_is_taken_commented_and_settled_and_two_agents_do_not_overwrite_one_another() {
        var order = placed("sami@example.com");
        var surprise = surprising(order, CaseKind.UNMATCHED_EVENT, Instant.now());

        try (BrowserContext desk = TestBed.browsers().window();
                BrowserContext other = TestBed.browsers().window()) {
            Page finance = desk.newPage();
            signIn(finance, "finance", Secret.FINANCE_PASSWORD);
            finance.navigate(portal() + "/cases/" + surprise);
            Page support = other.newPage();
            signIn(support, "support", Secret.SUPPORT_PASSWORD);
            support.navigate(portal() + "/cases/" + surprise);

            button(finance, "Take it").click();
            assertThat(finance.getByRole(AriaRole.STATUS)).containsText("The case is yours");
            button(support, "Take it").click();
            assertThat(support.getByRole(AriaRole.STATUS)).containsText("somebody else has worked on this case");
            assertThat(button(support, "Settle the case")).hasCount(0);

            finance.locator("#comment").fill("card 4242 4242 4242 4242");
            button(finance, "Comment").click();
            assertThat(finance.getByRole(AriaRole.STATUS)).containsText("a card number belongs into no comment");
            finance.locator("#comment").fill("The gateway was called.");
            button(finance, "Comment").click();
            finance.locator("#reason").fill("Found in the gateway’s dashboard.");
            button(finance, "Settle the case").click();

            assertThat(finance.getByRole(AriaRole.STATUS)).containsText("The case is settled");
            assertThat(finance.locator(".timeline")).containsText("The gateway was called.");
            assertThat(finance.locator(".timeline")).containsText("Found in the gateway’s dashboard.");
            Browsers.picture(finance, "portal-case-settled");
            find(support, order);
            assertThat(support.locator(".timeline")).containsText("A case was settled: A message without an order");
        }
    }

    @Test
    void a_stranger_sees_the_door_alone_and_is_led_back_after_signing_in() {
        try (BrowserContext window = TestBed.browsers().window()) {
            Page page = window.newPage();
            page.navigate(portal() + "/cases");
            assertThat(page.locator("h1")).hasText("Sign in");

            fillDoor(page, "support", "not the password");
            assertThat(page.getByRole(AriaRole.ALERT)).hasText("Name or password is wrong.");

            fillDoor(page, "support", TestBed.secret(Secret.SUPPORT_PASSWORD));
            assertThat(page.locator("h1")).hasText("Cases");

            button(page, "Sign out").click();
            page.navigate(portal() + "/orders");
            assertThat(page.locator("h1")).hasText("Sign in");
        }
    }

    @Test
    void whoever_guesses_passwords_has_to_wait_and_the_right_one_waits_too() {
        try (BrowserContext window = TestBed.browsers().window()) {
            Page page = window.newPage();
            page.navigate(portal());
            var told = page.getByRole(AriaRole.ALERT);
            int tries = 0;
            do {
                assertThat(tries++).as("tries").isLessThan(10);
                fillDoor(page, "support", "not the password");
                assertThat(told).isVisible();
            } while (told.textContent().equals("Name or password is wrong."));
            assertThat(told).containsText("Too many tries");
            assertThat(tries).isGreaterThan(4);

            // A slow machine would have sat the two seconds out.
            Rows.change("UPDATE sign_in_delay SET closed_until = closed_until + INTERVAL 1 MINUTE"
                    + " WHERE closed_until IS NOT NULL");
            fillDoor(page, "support", TestBed.secret(Secret.SUPPORT_PASSWORD));
            assertThat(told).containsText("Too many tries");

            Rows.change("UPDATE sign_in_delay SET closed_until = NULL");
            fillDoor(page, "support", TestBed.secret(Secret.SUPPORT_PASSWORD));
            assertThat(page.locator("h1")).hasText("Now");
        }
    }

    @Test
    void a_form_without_the_token_of_its_session_does_nothing() {
        try (BrowserContext window = TestBed.browsers().window()) {
            Page page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            page.evaluate("document.querySelectorAll('.find input[type=hidden]').forEach(token => token.remove())");
            page.locator("#term").fill("anything");
            page.locator("#term").press("Enter");

            assertThat(page.locator("h1")).hasText("This form is too old");
        }
    }

    private String placed(String email) {
        return merchant.post(
                        "/api/v1/orders",
                        Json.createObjectBuilder()
                                .add("reference", UUID.randomUUID().toString())
                                .add("currency", "QAR")
                                .add(
                                        "items",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder()
                                                        .add("description", "Khalas dates, 1 kg")
                                                        .add("unit_amount", 4500)
                                                        .add("quantity", 2)))
                                .add(
                                        "customer",
                                        Json.createObjectBuilder()
                                                .add("email", email)
                                                .add("name", "Layla Haddad"))
                                .add("return_url", merchant.url() + "/shop/")
                                .build())
                .expect(201)
                .json()
                .getString("id");
    }

    /** Starts an attempt. @return the id of its session at Stripe */
    private String attempt(String order) {
        JsonObject attempt = merchant.post(
                        "/api/v1/orders/" + order + "/attempts",
                        Json.createObjectBuilder()
                                .add("gateway", "stripe")
                                .add("capture", "automatic")
                                .build())
                .expect(201)
                .json();
        var page = URI.create(attempt.getJsonObject("next_action").getString("url"))
                .getPath();
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private static void pay(String session, String... cards) {
        for (var card : cards) {
            TestBed.simulator().pay(session, card);
        }
    }

    private void awaitStatus(String order, String status) {
        Await.that(order + " is " + status, () -> {
            Answer now = merchant.get("/api/v1/orders/" + order);
            return now.status() == 200 && now.json().getString("status").equals(status);
        });
    }
}
