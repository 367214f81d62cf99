package io.mizan.gateways.paypal;

import static io.mizan.gateways.settings.Requirements.hasHostAndPathOnly;
import static io.mizan.gateways.settings.Requirements.require;
import static io.mizan.gateways.settings.Requirements.requireBetween;
import static java.util.Objects.requireNonNull;

import io.mizan.fact.Account;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.Patience;
import io.mizan.gateways.settings.Requirements;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How this deployment uses PayPal. Whatever is impossible is refused here, in a sentence that quotes no secret.
 *
 * @param live live mode; PayPal's credentials do not show which mode they are of, so the address of the API decides
 * @param account the merchant's id at PayPal; part of every fact's identity, so it never changes. 1 to 60 letters,
 *     digits and {@code _}
 * @param clientId of the REST app
 * @param clientSecret of the REST app
 * @param webhookIds of the endpoint, which PayPal signs over: one, or two while it moves from one to another
 * @param apiBase where PayPal's API is. Default: of the mode
 * @param trustedRoots a file of PEM certificates that PayPal's signing certificate must lead to; empty means the roots
 *     that the Java platform trusts, or the simulator's own
 * @param messageAge how old a message may be, by its own time. Default 4 days, for PayPal repeats one for three; 3 to 30 days
 * @param arabic the locale that its page calls Arabic. Default ar-EG, which no source confirms
 * @param times of its calls
 * @param patience by default a page is payable for 3 hours, for which PayPal keeps an order that nobody approved; 30 minutes
 *     to 3 hours
 */
record PayPalSettings(
        boolean live,
        String account,
        String clientId,
        String clientSecret,
        List<String> webhookIds,
        URI apiBase,
        Optional<Path> trustedRoots,
        Duration messageAge,
        String arabic,
        CallTimes times,
        Patience patience) {
    static final URI LIVE = URI.create("https://api-m.paypal.com");
    static final URI SANDBOX = URI.create("https://api-m.sandbox.paypal.com");
    static final Duration DEFAULT_MESSAGE_AGE = Duration.ofDays(4);
    static final String DEFAULT_ARABIC = "ar-EG";
    /** For so long PayPal keeps an order that nobody approved. */
    private static final Duration LONGEST_TO_PAY = Duration.ofHours(3);

    static final Patience PATIENCE = new Patience(
            LONGEST_TO_PAY,
            Duration.ofDays(3),
            List.of(
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1)));

    PayPalSettings {
        requireNonNull(trustedRoots, "trustedRoots");
        webhookIds = List.copyOf(webhookIds);
        require(account.matches("[A-Za-z0-9_]{1,60}"), "the PayPal account is 1 to 60 letters, digits and _");
        require(
                clientId.matches("[!-9;-~]{1,200}"),
                "the PayPal client id is 1 to 200 plain characters without a colon");
        require(clientSecret.matches("[!-~]{1,200}"), "the PayPal client secret is 1 to 200 plain characters");
        require(
                !webhookIds.isEmpty()
                        && webhookIds.size() <= 2
                        && webhookIds.stream().allMatch(id -> id.matches("[A-Za-z0-9-]{1,64}")),
                "PayPal needs the id of its webhook, or two while one replaces the other");
        require(
                isPayPals(apiBase, live) || (!live && isSimulated(apiBase)),
                "the address of PayPal's API is " + LIVE + " in live mode and " + SANDBOX
                        + " in sandbox mode, where it may also be http on this machine, without a slash at its end");
        require(arabic.matches("[a-z]{2}-[A-Z]{2}"), "a locale of PayPal's is written like ar-EG");
        requireBetween("age of a message", messageAge, Duration.ofDays(3), Duration.ofDays(30));
        patience.requirePayForBetween(Duration.ofMinutes(30), LONGEST_TO_PAY);
    }

    /** Everything that has a default at its default. */
    static PayPalSettings standard(
            boolean live, String account, String clientId, String clientSecret, List<String> webhookIds) {
        return new PayPalSettings(
                live,
                account,
                clientId,
                clientSecret,
                webhookIds,
                live ? LIVE : SANDBOX,
                Optional.empty(),
                DEFAULT_MESSAGE_AGE,
                DEFAULT_ARABIC,
                CallTimes.STANDARD,
                PATIENCE);
    }

    /** At another address of the API, whose messages are signed under other roots. */
    PayPalSettings at(URI base, Optional<Path> roots) {
        return with(base, roots, times, patience);
    }

    PayPalSettings with(CallTimes others) {
        return with(apiBase, trustedRoots, others, patience);
    }

    PayPalSettings with(Patience other) {
        return with(apiBase, trustedRoots, times, other);
    }

    private PayPalSettings with(URI base, Optional<Path> roots, CallTimes otherTimes, Patience otherPatience) {
        return new PayPalSettings(
                live,
                account,
                clientId,
                clientSecret,
                webhookIds,
                base,
                roots,
                messageAge,
                arabic,
                otherTimes,
                otherPatience);
    }

    /** Whose books the facts are from: {@code paypal/MERCHANT1/sandbox}. */
    Account books() {
        return Account.of("paypal", account, live);
    }

    /** Whether the API is a simulator on this machine, which only sandbox mode allows. */
    boolean isSimulated() {
        return isSimulated(apiBase);
    }

    /** The common name of the certificates that PayPal signs with in this mode. */
    String signerName() {
        return live ? "messageverificationcerts.paypal.com" : "messageverificationcerts.sandbox.paypal.com";
    }

    @Override
    public String toString() {
        return "PayPalSettings[live=" + live + ", account=" + account + ", clientId=" + clientId
                + ", clientSecret=[redacted], webhookIds=" + webhookIds + ", apiBase=" + apiBase + ", trustedRoots="
                + trustedRoots + ", messageAge=" + messageAge + ", arabic=" + arabic + ", times=" + times
                + ", patience=" + patience + "]";
    }

    private static boolean isPayPals(URI base, boolean live) {
        return "https".equals(base.getScheme())
                && base.getPort() == -1
                && hasHostAndPathOnly(base)
                && base.getHost().matches(live ? "api(-m)?\\.paypal\\.com" : "api(-m)?\\.sandbox\\.paypal\\.com")
                && base.getRawPath().isEmpty();
    }

    private static boolean isSimulated(URI base) {
        return Requirements.isSimulated(base)
                && hasHostAndPathOnly(base)
                && !base.getRawPath().endsWith("/");
    }
}
