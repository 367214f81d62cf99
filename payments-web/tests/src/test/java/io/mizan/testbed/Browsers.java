package io.mizan.testbed;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser that tests drive: one process for all of them, and for each a window of its own that knows nobody. */
public final class Browsers implements AutoCloseable {
    private static final int HEIGHT = 900;

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browsers start() {
        var program = BrowserProgram.find();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new LaunchOptions()
                .setHeadless(true)
                .setArgs(List.of(
                        "--no-sandbox", // root cannot have one, and every page is ours
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync"));
        program.ifPresent(options::setExecutablePath);
        return new Browsers(playwright, playwright.chromium().launch(options));
    }

    /** A desktop window in English and light colours. */
    public BrowserContext window() {
        return window(new NewContextOptions());
    }

    /** A window as somebody reads it in their language, in light or dark, and as wide as their screen. */
    public BrowserContext window(String language, ColorScheme scheme, int width) {
        return window(new NewContextOptions()
                .setLocale(language)
                .setColorScheme(scheme)
                .setViewportSize(width, HEIGHT));
    }

    /**
     * A customer's window with another language, colour scheme or size; close it at the end of the test. Of somebody who asks
     * for little motion: sixty pictures a second of what turns while they wait would cost the server its processor.
     */
    public BrowserContext window(NewContextOptions options) {
        return browser.newContext(options.setReducedMotion(ReducedMotion.REDUCE)
                .setExtraHTTPHeaders(Map.of(Addresses.HEADER, Addresses.next())));
    }

    /** Keeps a picture of the whole page with the build's results, for people to look at, if {@code -Dmizan.pictures} asks. */
    public static void picture(Page page, String name) {
        if (System.getProperty("mizan.pictures") == null) {
            return;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(pictures().resolve(name + ".png")));
    }

    private static Path pictures() {
        return TestFiles.results().resolve("pictures");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
