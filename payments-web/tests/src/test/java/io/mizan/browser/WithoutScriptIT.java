package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.PortalSteps.find;
import static io.mizan.browser.PortalSteps.portal;
import static io.mizan.browser.PortalSteps.signIn;
import static io.mizan.browser.PortalSteps.surprising;
import static io.mizan.browser.ShopSteps.GOOD_CARD;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.AriaRole;
import io.mizan.casework.CaseKind;
import io.mizan.launcher.Secret;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The portal in a browser that runs no script. */
class WithoutScriptIT {
    @Test
    void an_agent_changes_the_language_reads_an_order_and_takes_a_case() {
        var purchase = Purchase.placed();
        Purchase.pay(purchase.start(), GOOD_CARD);
        purchase.awaitStatus("paid");
        var surprise = surprising(purchase.order(), CaseKind.UNMATCHED_EVENT, Instant.now());

        try (var window = TestBed.browsers().window(new NewContextOptions().setJavaScriptEnabled(false))) {
            var page = window.newPage();
            signIn(page, "support", Secret.SUPPORT_PASSWORD);
            page.locator("button[name=language]").click();
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            assertThat(page.locator("h1")).hasText("الآن");

            find(page, purchase.order());
            var details = page.locator(".timeline details").last();
            assertThat(details.locator("ul, dl").first()).isHidden();
            details.locator("summary").click();
            assertThat(details.locator("ul, dl").first()).isVisible();

            page.navigate(portal() + "/cases/" + surprise);
            page.locator(".desk .acts button").click();
            assertThat(page.getByRole(AriaRole.STATUS)).hasText("الحالة لديك الآن.");
            page.navigate(portal() + "/cases?mine=true");
            assertThat(page.locator(".cases")).containsText(purchase.order());
        }
    }
}
