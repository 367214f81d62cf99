package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.PortalSteps.answer;
import static io.mizan.browser.PortalSteps.find;
import static io.mizan.browser.PortalSteps.signIn;
import static io.mizan.browser.ShopSteps.CHALLENGED_CARD;
import static io.mizan.browser.ShopSteps.POOR_CARD;
import static io.mizan.browser.ShopSteps.add;
import static io.mizan.browser.ShopSteps.arrives;
import static io.mizan.browser.ShopSteps.confirmAtTheBank;
import static io.mizan.browser.ShopSteps.goToPayment;
import static io.mizan.browser.ShopSteps.open;
import static io.mizan.browser.ShopSteps.orderOf;
import static io.mizan.browser.ShopSteps.pay;
import static io.mizan.browser.ShopSteps.tryAgain;
import static io.mizan.browser.ShopSteps.turnBack;

import io.mizan.launcher.Secret;
import io.mizan.testbed.Browsers;
import io.mizan.testbed.TestBed;
import org.junit.jupiter.api.Test;

/** The whole way as people go it: a customer pays in a browser, and an agent who is no developer reads why. */
class CustomerPaysIT {
    @Test
    void a_customer_is_declined_tries_again_passes_the_bank_and_support_reads_the_five_answers() {
        String order;
        try (var window = TestBed.browsers().window()) {
            var page = open(window);
            add(page, "Brass dallah, one litre");
            goToPayment(page);
            pay(page, POOR_CARD);
            turnBack(page);
            arrives(page, "failed");
            tryAgain(page);
            pay(page, CHALLENGED_CARD);
            confirmAtTheBank(page);
            arrives(page, "done");
            order = orderOf(page);
        }

        try (var window = TestBed.browsers().window()) {
            var page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            find(page, order);

            assertThat(page.locator(".answers > ol > li")).hasCount(4);
            assertThat(answer(page, "Did the customer reach the gateway?")).containsText("Yes");
            assertThat(answer(page, "Did the bank approve?")).containsText("Yes");
            assertThat(answer(page, "Did the callback reach us?")).containsText("Yes");
            assertThat(answer(page, "Was the order fulfilled?")).containsText("Not yet");
            assertThat(page.locator(".next")).containsText("Deliver, and report it");
            assertThat(page.locator(".timeline")).containsText("there is not enough money on the card");
            Browsers.picture(page, "portal-tried-again");
        }
    }
}
