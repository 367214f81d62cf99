package io.mizan.gateways.stripe;

import static java.util.Objects.requireNonNull;

import io.mizan.fact.Account;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How this deployment uses Stripe. Whatever is impossible is refused here, in a sentence that quotes no secret.
 *
 * @param live live mode; otherwise sandbox mode, which takes test keys only
 * @param account the merchant's account, such as {@code acct_1Abc}; part of every fact's identity, so it never changes.
 *     1 to 60 letters, digits and {@code _}
 * @param secretKey {@code sk_live_…} or {@code rk_live_…} in live mode, {@code sk_test_…} or {@code rk_test_…} otherwise
 * @param webhookSecrets of the endpoint, {@code whsec_…}: one, or several while they are being rotated; 1 to 5
 * @param apiBase where Stripe's API is: https, or in sandbox mode http to this machine. Default {@link #STRIPE}
 * @param connectTimeout for a connection. Default 1 s, at least 50 ms
 * @param callBudget for one call in all, connecting and reading included. Default 8 s, above {@code connectTimeout}
 *     and at most 30 s
 * @param payFor how long a page is payable. Default 60 minutes: Stripe demands 30 from the moment of its opening, and
 *     an opening is retried for some minutes. 45 minutes to 24 hours
 * @param watchFor how long a closed attempt is still asked about. Default 24 h, at least 1 h
 * @param inquiryIntervals the waits before the first, second, … inquiry; the last repeats. Default 20 s, 1, 2, 5, 15
 *     and 30 minutes, 1 h, 6 h; each at least 1 s
 */
public record StripeSettings(
        boolean live,
        String account,
        String secretKey,
        List<String> webhookSecrets,
        URI apiBase,
        Duration connectTimeout,
        Duration callBudget,
        Duration payFor,
        Duration watchFor,
        List<Duration> inquiryIntervals) {
    public static final URI STRIPE = URI.create("https://api.stripe.com");
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(1);
    public static final Duration DEFAULT_CALL_BUDGET = Duration.ofSeconds(8);
    public static final Duration DEFAULT_PAY_FOR = Duration.ofHours(1);
    public static final Duration DEFAULT_WATCH_FOR = Duration.ofDays(1);
    public static final List<Duration> DEFAULT_INQUIRY_INTERVALS = List.of(
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(6));

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    public StripeSettings {
        requireNonNull(account, "account");
        requireNonNull(secretKey, "secretKey");
        webhookSecrets = List.copyOf(webhookSecrets);
        requireNonNull(apiBase, "apiBase");
        inquiryIntervals = List.copyOf(inquiryIntervals);
        require(account.matches("[A-Za-z0-9_]{1,60}"), "the Stripe account is 1 to 60 letters, digits and _");
        var mode = live ? "live" : "test";
        require(
                secretKey.matches("(sk|rk)_" + mode + "_[A-Za-z0-9_]{1,200}"),
                "the Stripe secret key of this mode begins with sk_" + mode + "_ or rk_" + mode + "_");
        require(
                !webhookSecrets.isEmpty() && webhookSecrets.size() <= 5,
                "Stripe needs one webhook signing secret, or up to five during a rotation");
        webhookSecrets.forEach(secret ->
                require(secret.matches("whsec_[!-~]{8,200}"), "a Stripe webhook signing secret begins with whsec_"));
        requireReachable(apiBase, live);
        requireBetween("connect time-out", connectTimeout, Duration.ofMillis(50), Duration.ofSeconds(10));
        requireBetween("call budget", callBudget, connectTimeout.plusMillis(1), Duration.ofSeconds(30));
        requireBetween("time to pay", payFor, Duration.ofMinutes(45), Duration.ofDays(1));
        requireBetween("time to watch", watchFor, Duration.ofHours(1), Duration.ofDays(30));
        require(!inquiryIntervals.isEmpty(), "Stripe needs at least one inquiry interval");
        inquiryIntervals.forEach(
                interval -> requireBetween("inquiry interval", interval, Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    /** Everything that has a default at its default. */
    public static StripeSettings standard(boolean live, String account, String secretKey, List<String> webhookSecrets) {
        return new StripeSettings(
                live,
                account,
                secretKey,
                webhookSecrets,
                STRIPE,
                DEFAULT_CONNECT_TIMEOUT,
                DEFAULT_CALL_BUDGET,
                DEFAULT_PAY_FOR,
                DEFAULT_WATCH_FOR,
                DEFAULT_INQUIRY_INTERVALS);
    }

    public StripeSettings withApiBase(URI base) {
        return new StripeSettings(
                live,
                account,
                secretKey,
                webhookSecrets,
                base,
                connectTimeout,
                callBudget,
                payFor,
                watchFor,
                inquiryIntervals);
    }

    public StripeSettings withTimeouts(Duration connect, Duration call) {
        return new StripeSettings(
                live, account, secretKey, webhookSecrets, apiBase, connect, call, payFor, watchFor, inquiryIntervals);
    }

    public StripeSettings withPatience(Duration pay, Duration watch, List<Duration> intervals) {
        return new StripeSettings(
                live, account, secretKey, webhookSecrets, apiBase, connectTimeout, callBudget, pay, watch, intervals);
    }

    /** Whose books the facts are from: {@code stripe/acct_1Abc/sandbox}. */
    Account books() {
        return new Account("stripe/" + account + "/" + (live ? "live" : "sandbox"));
    }

    @Override
    public String toString() {
        return "StripeSettings[live=" + live + ", account=" + account + ", secretKey=[redacted], webhookSecrets="
                + webhookSecrets.size() + " [redacted], apiBase=" + apiBase + ", connectTimeout=" + connectTimeout
                + ", callBudget=" + callBudget + ", payFor=" + payFor + ", watchFor=" + watchFor
                + ", inquiryIntervals=" + inquiryIntervals + "]";
    }

    private static void requireReachable(URI base, boolean live) {
        require(
                base.getHost() != null
                        && base.getRawQuery() == null
                        && base.getRawFragment() == null
                        && base.getRawUserInfo() == null
                        && !base.getRawPath().endsWith("/"),
                "the address of Stripe's API is scheme and host, without a slash at its end");
        require(
                "https".equals(base.getScheme())
                        || (!live && "http".equals(base.getScheme()) && THIS_MACHINE.contains(base.getHost())),
                "the address of Stripe's API begins with https; only in sandbox mode it may be http on this machine");
    }

    private static void requireBetween(String what, Duration value, Duration least, Duration most) {
        requireNonNull(value, what);
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "Stripe's " + what + " is between " + least + " and " + most);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
