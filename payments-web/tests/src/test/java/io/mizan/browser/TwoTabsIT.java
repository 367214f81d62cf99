package io.mizan.browser;

import static io.mizan.browser.ShopSteps.DECLINED_CARD;
import static io.mizan.browser.ShopSteps.GOOD_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.mizan.testbed.Await;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Invariant 4, as an impatient customer tries it: declined in one tab, trying again in a second one that another server
 * serves, and paying in both.
 */
class TwoTabsIT {
    private final Purchase purchase = Purchase.placed();
    private final JsonObject first = purchase.start();
    private final BrowserContext window = TestBed.browsers().window();
    private final Page firstTab = window.newPage();

    @BeforeEach
    void is_declined() {
        firstTab.navigate(page(first));
        ShopSteps.pay(firstTab, DECLINED_CARD);
        Await.that("the decline to be known", () -> !purchase.status().isNull("failure"));
        firstTab.waitForLoadState(); // its form is a new one then
    }

    @AfterEach
    void leave() {
        window.close();
    }

    @Test
    void both_tabs_lead_to_the_same_page_and_it_takes_the_money_once() {
        var same = triesAgain(Json.createObjectBuilder(), 409).getJsonObject("attempt");
        pay(same);
        ShopSteps.pay(firstTab, GOOD_CARD);

        assertThat(same.getString("id")).isEqualTo(first.getString("id"));
        paidOnce();
    }

    @Test
    void an_attempt_in_the_place_of_the_declined_one_is_the_only_one_that_takes_money() {
        var second = triesAgain(Json.createObjectBuilder().add("replace", first.getString("id")), 201);
        ShopSteps.pay(firstTab, GOOD_CARD);
        pay(second);

        assertThat(second.getString("id")).isNotEqualTo(first.getString("id"));
        paidOnce();
    }

    private JsonObject triesAgain(JsonObjectBuilder wish, int expected) {
        return TestBed.mizan()
                .at(TestBed.otherServer().url())
                .withSecretKey()
                .post(
                        "/api/v1/orders/" + purchase.order() + "/attempts",
                        wish.add("gateway", "stripe").build())
                .expect(expected)
                .json();
    }

    private void pay(JsonObject attempt) {
        var secondTab = window.newPage();
        secondTab.navigate(page(attempt));
        ShopSteps.pay(secondTab, GOOD_CARD);
    }

    private static String page(JsonObject attempt) {
        return attempt.getJsonObject("next_action").getString("url");
    }

    private void paidOnce() {
        purchase.awaitStatus("paid");
        var order = purchase.asMerchant().json();
        assertThat(order.getJsonObject("captured").getInt("minor")).isEqualTo(25_000);
        assertThat(order.getJsonArray("attempts"))
                .filteredOn(attempt -> attempt.asJsonObject().getString("state").equals("captured"))
                .hasSize(1);
    }
}
