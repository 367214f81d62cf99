package io.mizan.gateways.razorpay;

import io.mizan.fact.Account;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How this deployment uses Razorpay. Whatever is impossible is refused here, in a sentence that quotes no secret.
 *
 * @param live live mode, in which the key begins with {@code rzp_live_}; otherwise with {@code rzp_test_}
 * @param account the merchant's own, {@code acc_…}; part of every fact's identity, so it never changes
 * @param keyId names the key with which the API is called and the checkout opened; no secret
 * @param keySecrets of that key, and behind it that of the key before while keys are being rolled: returns that it
 *     signed are still believed
 * @param webhookSecrets of the webhook, chosen by us and another than those of keys: one, or two during a rotation
 * @param merchantName stands above the checkout. 1 to 60 characters
 * @param apiBase where Razorpay is, its checkout too: https, or in sandbox mode http to this machine
 * @param uniqueReceipts whether the account knows {@code unique_receipt}, under which an order opened twice is one;
 *     otherwise it is looked for before it is opened
 * @param holdFor how long money that we collect ourselves stays authorized, after which Razorpay gives it back.
 *     12 minutes to 5 days
 * @param callBudget for one operation in all, however many calls it takes; above {@code connectTimeout}, at most 30 s
 * @param payFor how long we show the way to the checkout, which Razorpay never closes. 12 minutes to 24 hours
 * @param brokenAfter how long after its opening an attempt on which nobody has paid, or everybody in vain, counts as never
 *     paid. Default 2 hours; more than {@code payFor} and {@link #PAGE_LIFE} together, at most 2 days
 * @param watchFor how long an attempt is asked about after that. 1 hour to 30 days
 * @param inquiryIntervals the waits before the first, second, … inquiry; the last repeats; each at least 1 s
 */
record RazorpaySettings(
        boolean live,
        String account,
        String keyId,
        List<String> keySecrets,
        List<String> webhookSecrets,
        String merchantName,
        URI apiBase,
        boolean uniqueReceipts,
        Duration holdFor,
        Duration connectTimeout,
        Duration callBudget,
        Duration payFor,
        Duration brokenAfter,
        Duration watchFor,
        List<Duration> inquiryIntervals) {
    static final URI API_BASE = URI.create("https://api.razorpay.com");
    static final String MERCHANT_NAME = "Mizan";
    static final Duration HOLD_FOR = Duration.ofDays(3);
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    static final Duration CALL_BUDGET = Duration.ofSeconds(8);
    static final Duration PAY_FOR = Duration.ofHours(1);
    static final Duration BROKEN_AFTER = Duration.ofHours(2);

    /** How long a checkout may be looked at that was opened in the last moment, and still be paid. */
    static final Duration PAGE_LIFE = Duration.ofMinutes(30);

    /** A payment that failed may still be authorized three days later, and what nobody collects goes back after that. */
    static final Duration WATCH_FOR = Duration.ofDays(4);

    static final List<Duration> INQUIRY_INTERVALS = List.of(
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1));

    /** The least that Razorpay takes for the time in which it collects by itself. */
    private static final Duration LEAST_TO_PAY = Duration.ofMinutes(12);

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    RazorpaySettings {
        keySecrets = List.copyOf(keySecrets);
        webhookSecrets = List.copyOf(webhookSecrets);
        inquiryIntervals = List.copyOf(inquiryIntervals);
        require(account.matches("acc_[A-Za-z0-9]{10,20}"), "the Razorpay account is written like acc_00000000000001");
        require(
                keyId.matches((live ? "rzp_live_" : "rzp_test_") + "[A-Za-z0-9]{8,40}"),
                live
                        ? "this is live mode: the id of the Razorpay key begins with rzp_live_"
                        : "this is the sandbox: the id of the Razorpay key begins with rzp_test_");
        requireOneOrTwo("key secret", keySecrets);
        requireOneOrTwo("webhook secret", webhookSecrets);
        require(
                webhookSecrets.stream().noneMatch(keySecrets::contains),
                "the secret of a Razorpay key and that of the webhook are two different ones");
        require(
                merchantName.strip().length() >= 1 && merchantName.length() <= 60,
                "the merchant's name on Razorpay's checkout is 1 to 60 characters");
        requireReachable(apiBase, live);
        requireBetween("time to hold", holdFor, LEAST_TO_PAY, Duration.ofDays(5));
        requireBetween("connect time-out", connectTimeout, Duration.ofMillis(50), Duration.ofSeconds(10));
        requireBetween("call budget", callBudget, connectTimeout.plusMillis(1), Duration.ofSeconds(30));
        requireBetween("time to pay", payFor, LEAST_TO_PAY, Duration.ofDays(1));
        requireBetween("time after which it is broken", brokenAfter, PAGE_LIFE, Duration.ofDays(2));
        require(
                payFor.plus(PAGE_LIFE).compareTo(brokenAfter) < 0,
                "Razorpay's time after which it is broken exceeds the time to pay by more than " + PAGE_LIFE);
        requireBetween("time to watch", watchFor, Duration.ofHours(1), Duration.ofDays(30));
        require(!inquiryIntervals.isEmpty(), "Razorpay needs at least one inquiry interval");
        inquiryIntervals.forEach(
                interval -> requireBetween("inquiry interval", interval, Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    /** Everything that has a default at its default. */
    static RazorpaySettings standard(
            String account, String keyId, List<String> keySecrets, List<String> webhookSecrets, URI apiBase) {
        return new RazorpaySettings(
                false,
                account,
                keyId,
                keySecrets,
                webhookSecrets,
                MERCHANT_NAME,
                apiBase,
                true,
                HOLD_FOR,
                CONNECT_TIMEOUT,
                CALL_BUDGET,
                PAY_FOR,
                BROKEN_AFTER,
                WATCH_FOR,
                INQUIRY_INTERVALS);
    }

    RazorpaySettings withTimeouts(Duration connect, Duration call) {
        return with(uniqueReceipts, connect, call);
    }

    RazorpaySettings withoutUniqueReceipts() {
        return with(false, connectTimeout, callBudget);
    }

    private RazorpaySettings with(boolean unique, Duration connect, Duration call) {
        return new RazorpaySettings(
                live,
                account,
                keyId,
                keySecrets,
                webhookSecrets,
                merchantName,
                apiBase,
                unique,
                holdFor,
                connect,
                call,
                payFor,
                brokenAfter,
                watchFor,
                inquiryIntervals);
    }

    /** Whose books the facts are from: {@code razorpay/acc_00000000000001/sandbox}. */
    Account books() {
        return new Account("razorpay/" + account + "/" + (live ? "live" : "sandbox"));
    }

    @Override
    public String toString() {
        return "RazorpaySettings[live=" + live + ", account=" + account + ", keyId=" + keyId + ", keySecrets="
                + keySecrets.size() + " [redacted], webhookSecrets=" + webhookSecrets.size() + " [redacted], apiBase="
                + apiBase + ", uniqueReceipts=" + uniqueReceipts + ", holdFor=" + holdFor + ", payFor=" + payFor + "]";
    }

    private static void requireOneOrTwo(String what, List<String> secrets) {
        require(
                secrets.size() == 1 || secrets.size() == 2,
                "Razorpay needs one " + what + ", or two during a rotation");
        secrets.forEach(secret -> require(secret.matches("[!-~]{8,200}"), "a Razorpay " + what + " is too short"));
    }

    private static void requireReachable(URI base, boolean live) {
        require(
                base.getHost() != null
                        && base.getRawQuery() == null
                        && base.getRawFragment() == null
                        && base.getRawUserInfo() == null
                        && !base.getRawPath().endsWith("/"),
                "the address of Razorpay's API has no slash at its end");
        require(
                "https".equals(base.getScheme())
                        || (!live && "http".equals(base.getScheme()) && THIS_MACHINE.contains(base.getHost())),
                "the address of Razorpay's API begins with https; only in sandbox mode it may be http on this machine");
    }

    private static void requireBetween(String what, Duration value, Duration least, Duration most) {
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "Razorpay's " + what + " is between " + least + " and " + most);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
