package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.mizan.browser.PortalSteps.button;
import static io.mizan.browser.PortalSteps.portal;
import static io.mizan.browser.PortalSteps.signIn;
import static io.mizan.browser.PortalSteps.surprising;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.mizan.casework.CaseKind;
import io.mizan.launcher.Secret;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Cases are a queue: who waits longest is next, and each has one owner at a time. */
class CasesIT {
    @Test
    void the_oldest_is_next_and_goes_from_one_agent_to_another_and_back() {
        var order = Purchase.placed().order();
        var younger = surprising(order, CaseKind.DEAD_EVENT, Instant.parse("2021-05-02T10:00:00Z"));
        var oldest = surprising(order, CaseKind.UNMATCHED_EVENT, Instant.parse("2021-05-01T10:00:00Z"));

        try (var desk = TestBed.browsers().window();
                var other = TestBed.browsers().window()) {
            var finance = desk.newPage();
            signIn(finance, "finance", Secret.FINANCE_PASSWORD);
            var support = other.newPage();
            signIn(support, "support", Secret.SUPPORT_PASSWORD);

            var queue = cases(finance, "");
            assertThat(queue.nth(0)).containsText("A message without an order");
            assertThat(queue.nth(0)).containsText("We propose: Find the order in the gateway’s dashboard.");
            assertThat(queue.nth(0)).containsText("1 May 2021, 10:00:00 UTC");
            assertThat(queue.nth(0)).containsText(" d ago");
            assertThat(queue.nth(0)).containsText(order);
            assertThat(queue.nth(1)).containsText("Find the cause, then replay the message.");

            open(finance, queue.nth(0));
            assertThat(finance.locator(".told")).containsText("Nobody’s yet");
            button(finance, "Take it").click();
            assertThat(finance.getByRole(AriaRole.STATUS)).hasText("The case is yours.");
            assertThat(cases(finance, "").nth(0)).containsText("2 May 2021");
            assertThat(cases(finance, "?mine=true").nth(0)).containsText("1 May 2021");

            assertThat(of(order, cases(support, "?mine=true"))).hasCount(0);
            var taken = of(order, cases(support, "?state=assigned"));
            assertThat(taken.locator("footer")).containsText("finance");
            open(support, taken);
            button(support, "Take it over").click();
            assertThat(support.getByRole(AriaRole.STATUS)).hasText("The case is yours.");
            assertThat(of(order, cases(support, "?mine=true")).locator("footer"))
                    .containsText("support");
            assertThat(of(order, cases(finance, "?mine=true"))).hasCount(0);

            support.navigate(portal() + "/cases/" + oldest);
            button(support, "Hand it back").click();
            assertThat(support.getByRole(AriaRole.STATUS)).hasText("The case is nobody’s again.");
            assertThat(support.locator(".told")).containsText("Nobody’s yet");
            assertThat(support.locator(".timeline > li .what")).hasText(new String[] {
                "Mizan opened the case",
                "finance took the case",
                "support took the case",
                "support handed the case back"
            });
            assertThat(cases(support, "").nth(0)).containsText("1 May 2021");
            open(support, cases(support, "").nth(1));
            assertThat(support.locator(".lead")).containsText(younger.toString());
        }
    }

    private static Locator cases(Page page, String which) {
        page.navigate(portal() + "/cases" + which);
        return page.locator(".cases article");
    }

    private static void open(Page page, Locator listed) {
        listed.locator("h3 a").click();
        assertThat(page.locator(".told")).isVisible();
    }

    private static Locator of(String order, Locator cases) {
        return cases.filter(new Locator.FilterOptions().setHasText(order));
    }
}
