package io.mizan.gateways.qpay;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import io.mizan.testbed.Browsers;
import io.mizan.testbed.TestBed;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The whole way as a customer in Doha goes it: from the shop to QPay's page and back by the form that it posts. */
class QPayShopIT {
    private static final double PATIENCE = 30_000;

    @Test
    void a_customer_pays_at_qpay_in_arabic() {
        try (var window = TestBed.browsers().window(new NewContextOptions().setLocale("ar-QA"))) {
            var page = window.newPage();
            page.navigate(TestBed.server().url() + "/shop/");
            page.waitForSelector(".product");
            page.locator(".product").first().locator(".add").click();
            page.locator("#gateways label:has(input[value=qpay])").click();
            page.click("#pay");
            page.waitForURL(Pattern.compile(".*/qpay/pay/[A-Z0-9]{20}$"), patiently());
            assertThat(page.locator("html")).hasAttribute("dir", "rtl");
            Browsers.picture(page, "qpay-card");

            page.fill("[name=card_number]", "4215 3755 0088 3243");
            page.fill("[name=expiry]", "12/34");
            page.fill("[name=pin]", "1234");
            page.click("[data-test=pay]");
            page.fill("[name=code]", "9999");
            page.click("[data-test=confirm]");
            assertThat(page.locator("#code-fault")).not().isEmpty();
            Browsers.picture(page, "qpay-code");
            page.fill("[name=code]", "١٢٣٤");
            page.click("[data-test=confirm]");

            page.waitForURL(Pattern.compile(".*/shop/return\\.html\\?order=ord_[0-9a-z]{26}$"), patiently());
            assertThat(page.locator("#result"))
                    .hasAttribute("data-phase", "done", new HasAttributeOptions().setTimeout(PATIENCE));
        }
    }

    private static Page.WaitForURLOptions patiently() {
        return new Page.WaitForURLOptions().setTimeout(PATIENCE);
    }
}
