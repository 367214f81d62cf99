package io.mizan.browser;

import static io.mizan.browser.Inspection.inspect;
import static io.mizan.browser.PortalSteps.confirm;
import static io.mizan.browser.PortalSteps.confirmApp;
import static io.mizan.browser.PortalSteps.employ;
import static io.mizan.browser.PortalSteps.fillDoor;
import static io.mizan.browser.PortalSteps.find;
import static io.mizan.browser.PortalSteps.portal;
import static io.mizan.browser.PortalSteps.prove;
import static io.mizan.browser.PortalSteps.surprising;
import static io.mizan.browser.ShopSteps.GOOD_CARD;
import static io.mizan.browser.ShopSteps.POOR_CARD;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.mizan.casework.CaseKind;
import io.mizan.id.EventId;
import io.mizan.id.OrderId;
import io.mizan.launcher.Secret;
import io.mizan.staff.Roles;
import io.mizan.staff.SetUps;
import io.mizan.testbed.Await;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import io.mizan.web.checkout.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator sees each page of the portal once, in either direction; none that there is may be missing here. */
class EveryPageIT {
    private static final Path TEMPLATES = Path.of("../../payments-admin/src/main/resources/templates");
    private static final Duration LONGER_THAN_BELIEVED = Duration.ofMinutes(6);

    private final String name = "reem-" + UUID.randomUUID().toString().substring(0, 8);
    private final Set<String> inspected = new HashSet<>();
    private String look;
    private Page page;

    @ParameterizedTest
    @CsvSource({"en, LIGHT, 1280", "ar, DARK, 390"})
    void every_page_is_accessible(String language, ColorScheme scheme, int width) throws IOException {
        look = "-" + language + "-" + scheme;
        var purchase = bought();
        var surprise = surprising(purchase.order(), CaseKind.UNMATCHED_EVENT, Instant.now());
        employ(name, Roles.ADMINISTRATOR);
        asked();

        try (var window = TestBed.browsers().window(language, scheme, width)) {
            page = window.newPage();
            see("signin", "/login");
            enter();
            page.locator(".places").waitFor();
            assertThat(page.locator("html").getAttribute("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            see("start", "/");
            see("cases", "/cases");
            see("case", "/cases/" + surprise);
            seeOrders(purchase);
            see("events", "/events");
            see("event", "/events/" + eventOf(purchase));
            for (var place : List.of("webhooks", "chains", "erasures", "approvals", "people", "keys", "gateways")) {
                see(place, "/" + place);
            }
            see("person", "/people/" + name);
            see("gateway", "/gateways/stripe");
            seeStepsOfSigningIn();
        }

        assertThat(inspected).containsExactlyInAnyOrderElementsOf(templates());
    }

    private void seeOrders(Purchase purchase) {
        see("orders", "/orders");
        page.locator("#term").fill("nothing of the kind");
        page.locator("#term").press("Enter");
        page.locator("section.empty").waitFor();
        inspect(page, "portal-nothing-found" + look);
        see("problem", "/orders/" + purchase.order().replace("ord_", "att_"));
        find(page, purchase.order());
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
        seeThis("order");
        see("proof", "/orders/" + purchase.order() + "/proof");
        see("erasure", "/orders/" + purchase.order() + "/erasure");
    }

    private void seeStepsOfSigningIn() {
        see("authenticator", "/authenticator");
        page.locator(".desk button.main").click();
        page.locator("svg.qr").waitFor();
        inspect(page, "portal-authenticator-secret" + look);
        var codes = confirmApp(page);
        seeThis("recovery-codes");
        see("account", "/account");
        page.locator("form[action$=logout] button").click();
        enter();
        page.locator("#code").waitFor();
        seeThis("second-factor");
        prove(page, codes.get(0));
        page.locator(".places").waitFor();

        TestBed.letPass(LONGER_THAN_BELIEVED);
        page.navigate(portal() + "/people");
        page.locator("#username").fill("noor-" + name);
        page.locator("#display_name").fill("Noor Al-Kaabi");
        page.locator(".desk button.main").click();
        page.locator("#confirm_password").waitFor();
        seeThis("confirm");
        confirm(page, TestBed.secret(Secret.ADMINISTRATOR_PASSWORD), codes.get(1));
        page.locator(".secret").waitFor();
        seeThis("shown-once");
        page.navigate(page.locator(".secret").innerText());
        seeThis("set-up");
    }

    private void see(String template, String path) {
        page.navigate(portal() + path);
        seeThis(template);
    }

    private void seeThis(String template) {
        inspect(page, "portal-" + template + look);
        inspected.add(template);
    }

    private void enter() {
        page.navigate(portal());
        fillDoor(page, name, TestBed.secret(Secret.ADMINISTRATOR_PASSWORD));
    }

    /** Declined first, so that its story has something to tell. */
    private static Purchase bought() {
        var purchase = Purchase.placed();
        var attempt = purchase.start();
        Purchase.pay(attempt, POOR_CARD);
        Purchase.pay(attempt, GOOD_CARD);
        purchase.awaitStatus("paid");
        return purchase;
    }

    private static EventId eventOf(Purchase purchase) {
        return Await.until(
                "its callback",
                () -> Rows.read("SELECT id FROM webhook_event WHERE order_id = ?", uuid(purchase)).stream()
                        .map(id -> new EventId(UUID.fromString(id)))
                        .findFirst());
    }

    /** As it is in live mode, where nobody adds people alone. */
    private void asked() {
        var maker = "badr-" + name;
        employ(maker, Roles.ADMINISTRATOR);
        Rows.change(
                "INSERT INTO approval (id, act, subject, detail, state, made_by, made_at, expires_at, waiting)"
                        + " SELECT ?, 'person_added', ?, ?, 'WAITING', id, created_at, '2099-01-01', ?"
                        + " FROM staff WHERE username = ?",
                UUID.randomUUID(),
                name,
                "{\"display_name\":\"Noor\",\"roles\":\"operator\",\"token_hash\":\"" + SetUps.hash(SetUps.newToken())
                        + "\"}",
                "person_added " + name,
                maker);
    }

    private static Set<String> templates() throws IOException {
        try (var files = Files.list(TEMPLATES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".html"))
                    .map(file -> file.substring(0, file.length() - ".html".length()))
                    .collect(toSet());
        }
    }

    private static UUID uuid(Purchase purchase) {
        return OrderId.fromString(purchase.order()).value();
    }
}
