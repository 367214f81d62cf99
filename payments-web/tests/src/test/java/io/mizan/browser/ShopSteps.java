package io.mizan.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import io.mizan.testbed.TestBed;
import java.util.regex.Pattern;

/** What a customer does in the demonstration shop and on the gateway's page. */
final class ShopSteps {
    static final String GOOD_CARD = "4242424242424242";
    static final String DECLINED_CARD = "4000000000000002";
    static final String POOR_CARD = "4000000000009995";
    static final String CHALLENGED_CARD = "4000002760003184";

    private static final double PATIENCE = 30_000;
    private static final Pattern HOSTED_PAGE = Pattern.compile(".*/c/pay/.*");
    private static final Pattern RETURN_PAGE = Pattern.compile(".*/shop/return\\.html\\?order=ord_[0-9a-z]{26}$");

    private ShopSteps() {}

    static Page open(BrowserContext window) {
        var page = window.newPage();
        page.navigate(TestBed.server().url() + "/shop/");
        page.waitForSelector(".product");
        return page;
    }

    static void add(Page page, String goods) {
        page.locator(".product")
                .filter(new Locator.FilterOptions().setHasText(goods))
                .locator(".add")
                .click();
    }

    static void goToPayment(Page page) {
        page.click("#pay");
        page.waitForURL(HOSTED_PAGE, new Page.WaitForURLOptions().setTimeout(PATIENCE));
    }

    static void pay(Page page, String card) {
        page.fill("[name=card_number]", card);
        page.fill("[name=expiry]", "12/34");
        page.fill("[name=cvc]", "123");
        page.fill("[name=name]", "Amina");
        page.locator("form:has([name=card_number]) button[type=submit]").first().click();
    }

    /** Waits until the customer is back in the shop and sees how it stands. */
    static void arrives(Page page, String phase) {
        page.waitForURL(RETURN_PAGE, new Page.WaitForURLOptions().setTimeout(PATIENCE));
        assertThat(page.locator("#result"))
                .hasAttribute("data-phase", phase, new HasAttributeOptions().setTimeout(PATIENCE));
    }

    static void confirmAtTheBank(Page page) {
        page.locator("button[value=complete], button[name=outcome]").first().click();
    }

    static void turnBack(Page page) {
        page.locator("a[href*='/return/']").first().click();
    }

    static void tryAgain(Page page) {
        page.click("#again");
        page.waitForURL(HOSTED_PAGE);
    }

    /** The order that the return page speaks of. */
    static String orderOf(Page page) {
        var address = page.url();
        return address.substring(address.indexOf("order=") + "order=".length());
    }
}
