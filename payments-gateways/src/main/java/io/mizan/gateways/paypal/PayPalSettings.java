package io.mizan.gateways.paypal;

import static java.util.Objects.requireNonNull;

import io.mizan.fact.Account;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
 * @param connectTimeout for a connection. Default 1 s, at least 50 ms
 * @param callBudget for one call in all. Default 8 s, above {@code connectTimeout} and at most 30 s
 * @param messageAge how old a message may be, by its own time. Default 4 days, for PayPal repeats one for three; 3 to 30 days
 * @param payFor how long a page is payable. Default 3 h, for which PayPal keeps an order that nobody approved. 30
 *     minutes to 3 hours
 * @param watchFor how long a closed attempt is still asked about. Default 3 days, at least 1 h
 * @param inquiryIntervals the waits before the first, second, … inquiry; the last repeats; each at least 1 s
 */
public record PayPalSettings(
        boolean live,
        String account,
        String clientId,
        String clientSecret,
        List<String> webhookIds,
        URI apiBase,
        Optional<Path> trustedRoots,
        Duration connectTimeout,
        Duration callBudget,
        Duration messageAge,
        Duration payFor,
        Duration watchFor,
        List<Duration> inquiryIntervals) {
    public static final URI LIVE = URI.create("https://api-m.paypal.com");
    public static final URI SANDBOX = URI.create("https://api-m.sandbox.paypal.com");
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(1);
    public static final Duration DEFAULT_CALL_BUDGET = Duration.ofSeconds(8);
    public static final Duration DEFAULT_MESSAGE_AGE = Duration.ofDays(4);
    public static final Duration DEFAULT_PAY_FOR = Duration.ofHours(3);
    public static final Duration DEFAULT_WATCH_FOR = Duration.ofDays(3);
    public static final List<Duration> DEFAULT_INQUIRY_INTERVALS = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1));

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    public PayPalSettings {
        requireNonNull(trustedRoots, "trustedRoots");
        webhookIds = List.copyOf(webhookIds);
        inquiryIntervals = List.copyOf(inquiryIntervals);
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
        requireBetween("connect time-out", connectTimeout, Duration.ofMillis(50), Duration.ofSeconds(10));
        requireBetween("call budget", callBudget, connectTimeout.plusMillis(1), Duration.ofSeconds(30));
        requireBetween("age of a message", messageAge, Duration.ofDays(3), Duration.ofDays(30));
        requireBetween("time to pay", payFor, Duration.ofMinutes(30), DEFAULT_PAY_FOR);
        requireBetween("time to watch", watchFor, Duration.ofHours(1), Duration.ofDays(30));
        require(!inquiryIntervals.isEmpty(), "PayPal needs at least one inquiry interval");
        inquiryIntervals.forEach(
                interval -> requireBetween("inquiry interval", interval, Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    /** Everything that has a default at its default. */
    public static PayPalSettings standard(
            boolean live, String account, String clientId, String clientSecret, List<String> webhookIds) {
        return new PayPalSettings(
                live,
                account,
                clientId,
                clientSecret,
                webhookIds,
                live ? LIVE : SANDBOX,
                Optional.empty(),
                DEFAULT_CONNECT_TIMEOUT,
                DEFAULT_CALL_BUDGET,
                DEFAULT_MESSAGE_AGE,
                DEFAULT_PAY_FOR,
                DEFAULT_WATCH_FOR,
                DEFAULT_INQUIRY_INTERVALS);
    }

    /** At another address of the API, whose messages are signed under other roots. */
    public PayPalSettings at(URI base, Optional<Path> roots) {
        return new PayPalSettings(
                live,
                account,
                clientId,
                clientSecret,
                webhookIds,
                base,
                roots,
                connectTimeout,
                callBudget,
                messageAge,
                payFor,
                watchFor,
                inquiryIntervals);
    }

    public PayPalSettings withTimeouts(Duration connect, Duration call) {
        return new PayPalSettings(
                live,
                account,
                clientId,
                clientSecret,
                webhookIds,
                apiBase,
                trustedRoots,
                connect,
                call,
                messageAge,
                payFor,
                watchFor,
                inquiryIntervals);
    }

    public PayPalSettings withPatience(Duration pay, Duration watch, List<Duration> intervals) {
        return new PayPalSettings(
                live,
                account,
                clientId,
                clientSecret,
                webhookIds,
                apiBase,
                trustedRoots,
                connectTimeout,
                callBudget,
                messageAge,
                pay,
                watch,
                intervals);
    }

    /** Whose books the facts are from: {@code paypal/MERCHANT1/sandbox}. */
    Account books() {
        return new Account("paypal/" + account + "/" + (live ? "live" : "sandbox"));
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
                + trustedRoots + ", connectTimeout=" + connectTimeout + ", callBudget=" + callBudget + ", messageAge="
                + messageAge + ", payFor=" + payFor + ", watchFor=" + watchFor + ", inquiryIntervals="
                + inquiryIntervals + "]";
    }

    private static boolean isPayPals(URI base, boolean live) {
        return "https".equals(base.getScheme())
                && base.getPort() == -1
                && base.getHost() != null
                && base.getHost().matches(live ? "api(-m)?\\.paypal\\.com" : "api(-m)?\\.sandbox\\.paypal\\.com")
                && isPlain(base)
                && base.getRawPath().isEmpty();
    }

    private static boolean isSimulated(URI base) {
        return "http".equals(base.getScheme())
                && base.getHost() != null
                && THIS_MACHINE.contains(base.getHost())
                && isPlain(base)
                && !base.getRawPath().endsWith("/");
    }

    private static boolean isPlain(URI base) {
        return base.getRawQuery() == null && base.getRawFragment() == null && base.getRawUserInfo() == null;
    }

    private static void requireBetween(String what, Duration value, Duration least, Duration most) {
        requireNonNull(value, what);
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "PayPal's " + what + " is between " + least + " and " + most);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
