package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.Inspection.inspect;
import static io.mizan.browser.PortalSteps.button;
import static io.mizan.browser.PortalSteps.signIn;
import static io.mizan.browser.ShopSteps.GOOD_CARD;
import static io.mizan.browser.ShopSteps.POOR_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.mizan.launcher.Secret;
import io.mizan.testbed.Answer;
import io.mizan.testbed.Await;
import io.mizan.testbed.MizanClient;
import io.mizan.testbed.TestBed;
import io.mizan.web.access.OwnKey;
import io.mizan.web.checkout.Purchase;
import io.mizan.web.checkout.Rows;
import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somebody tries out stolen cards with one key: its orders take no new attempts for a while, and other keys notice nothing. */
class CardTestingIT {
    /** The time of the servers, whose clock tests move. */
    private static final String NOW = "DATE_ADD(UTC_TIMESTAMP(6), INTERVAL"
            + " IFNULL((SELECT offset_millis FROM sandbox_clock WHERE id = 1), 0) * 1000 MICROSECOND)";

    private final OwnKey key = OwnKey.made();
    private final MizanClient merchant = key.merchant();

    @Test
    void a_key_that_cards_are_tried_with_takes_no_new_attempts_on_any_server_until_its_time_is_over() {
        tried(18, true);
        tried(2, false);
        var order = placed();
        var open = start(merchant, order).expect(201).json();
        Purchase.pay(open, POOR_CARD);
        assertThat(start(merchant, placed()).status()).isEqualTo(201);

        Purchase.pay(open, POOR_CARD);

        Await.that("the key is stopped", () -> !stops().isEmpty());
        var refused = start(merchant, placed()).expect(429);
        assertThat(refused.json().getString("code")).isEqualTo("card_testing_suspected");
        assertThat(refused.json().getString("retry")).isEqualTo("safe");
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(600, 900);
        start(merchant.at(TestBed.otherServer().url()).with("Authorization", "Bearer " + key.text()), placed())
                .expect(429);
        assertThat(TestBed.mizan().get("/metrics").expect(200).body())
                .containsPattern("mizan_card_testing_total\\{[^}]*outcome=\"attempt_refused\"[^}]*\\} [1-9]");
        Purchase.placed().start();
        Purchase.pay(open, GOOD_CARD);
        Await.that("what was begun goes on", () -> merchant.get("/api/v1/orders/" + order + "/status")
                .expect(200)
                .json()
                .getString("status")
                .equals("paid"));

        TestBed.letPass(Duration.ofMinutes(16));

        start(merchant, placed()).expect(201);
    }

    @Test
    void an_operator_is_told_and_lets_the_key_go_on() {
        Rows.change(
                "INSERT INTO key_stop (id, api_key_id, stopped_at, ends_at, declined, tries) SELECT ?, ?, " + NOW
                        + ", DATE_ADD(" + NOW + ", INTERVAL 15 MINUTE), 19, 20",
                UUID.randomUUID(),
                key.id());
        start(merchant, placed()).expect(429);

        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "operator", Secret.OPERATOR_PASSWORD);
            page.locator(".matters a", new Page.LocatorOptions().setHasText("Keys that were stopped"))
                    .click();
            var card = page.locator("article", new Page.LocatorOptions().setHasText(key.name()));
            assertThat(card).containsText("19 of the latest 20 payments were declined");
            assertThat(page.locator("#name")).hasCount(0);
            inspect(page, "portal-keys-stopped");
            card.locator(".stopped button").click();
            assertThat(page.locator("[role=status]")).containsText("takes new attempts again");
            assertThat(button(page, "Revoke it now")).hasCount(0);
        }

        start(merchant, placed()).expect(201);
        assertThat(Rows.read(
                        "SELECT s.username FROM key_stop k JOIN staff s ON s.id = k.ended_by WHERE k.api_key_id = ?",
                        key.id()))
                .containsExactly("operator");
    }

    private String placed() {
        return merchant.post("/api/v1/orders", Purchase.body().build())
                .expect(201)
                .json()
                .getString("id");
    }

    private static Answer start(MizanClient who, String order) {
        return who.post(
                "/api/v1/orders/" + order + "/attempts",
                Json.createObjectBuilder().add("gateway", "stripe").build());
    }

    /** What issuers said a minute ago to tries with this key. */
    private void tried(int times, boolean declined) {
        for (int i = 0; i < times; i++) {
            Rows.change(
                    "INSERT INTO card_try (id, api_key_id, declined, at) SELECT ?, ?, " + declined + ", DATE_SUB(" + NOW
                            + ", INTERVAL 1 MINUTE)",
                    UUID.randomUUID(),
                    key.id());
        }
    }

    private List<String> stops() {
        return Rows.read("SELECT declined FROM key_stop WHERE api_key_id = ?", key.id());
    }
}
