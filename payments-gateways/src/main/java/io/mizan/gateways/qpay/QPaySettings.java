package io.mizan.gateways.qpay;

import static java.util.Objects.requireNonNull;

import io.mizan.fact.Account;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How this deployment uses QPay. Whatever is impossible is refused here, in a sentence that quotes no secret.
 *
 * @param live live mode; otherwise sandbox mode
 * @param address the one address of QPay: https, or in sandbox mode http to this machine. Default {@link #LIVE} or
 *     {@link #STAGING}, by mode
 * @param bankId the acquiring bank as QPay names it. 1 to 20 letters and digits
 * @param merchantId as the bank knows the merchant; part of every fact's identity, so it never changes. 1 to 50 letters,
 *     digits, {@code _} and {@code -}
 * @param secretKeys as QPay gave them, 16 to 64 printable characters: one, or the new and the old one while they change
 * @param partialRefunds whether the acquirer lets a part be refunded. Default true: the guide's own example does, and one
 *     integrator reports that it was refused
 * @param brokenAfter how long after its opening "no such payment" means that the customer never paid. Default 40 minutes;
 *     more than {@code payFor} and {@link #PAGE_LIFE} together, at most 1 day
 * @param connectTimeout for a connection. Default 1 s, at least 50 ms
 * @param callBudget for one call in all, connecting and reading included. Default 8 s, above {@code connectTimeout}
 *     and at most 30 s
 * @param payFor how long we show the way to the page. Default 15 minutes, at least 5
 * @param watchFor how long an attempt that can take no more money is still asked about. Default 7 days, at least 1 h
 * @param inquiryIntervals the waits before the first, second, … inquiry; the last repeats. Default 1, 2, 5, 10, 10 and 13
 *     minutes, so that one falls a minute after {@code brokenAfter}; each at least 1 s
 */
public record QPaySettings(
        boolean live,
        URI address,
        String bankId,
        String merchantId,
        List<String> secretKeys,
        boolean partialRefunds,
        Duration brokenAfter,
        Duration connectTimeout,
        Duration callBudget,
        Duration payFor,
        Duration watchFor,
        List<Duration> inquiryIntervals) {
    public static final URI LIVE = URI.create("https://pg-api.qpay.gov.qa/qcb-pg/api/gateway/2.0");
    public static final URI STAGING = URI.create("https://pguat.qcb.gov.qa/qcb-pg/api/gateway/2.0");
    /**
     * How long after its form was posted a page may be paid: by QPay's rule for certification "no such payment" is final 20
     * minutes after the customer was sent there, and the form may be posted in the last moment that we show it.
     */
    public static final Duration PAGE_LIFE = Duration.ofMinutes(20);

    public static final Duration DEFAULT_BROKEN_AFTER = Duration.ofMinutes(40);
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(1);
    public static final Duration DEFAULT_CALL_BUDGET = Duration.ofSeconds(8);
    public static final Duration DEFAULT_PAY_FOR = Duration.ofMinutes(15);
    public static final Duration DEFAULT_WATCH_FOR = Duration.ofDays(7);
    public static final List<Duration> DEFAULT_INQUIRY_INTERVALS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(10),
            Duration.ofMinutes(13));

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    public QPaySettings {
        requireNonNull(address, "address");
        requireNonNull(bankId, "bankId");
        requireNonNull(merchantId, "merchantId");
        secretKeys = List.copyOf(secretKeys);
        inquiryIntervals = List.copyOf(inquiryIntervals);
        require(bankId.matches("[A-Za-z0-9]{1,20}"), "QPay's bank id is 1 to 20 letters and digits");
        require(merchantId.matches("[A-Za-z0-9_-]{1,50}"), "QPay's merchant id is 1 to 50 letters, digits, _ and -");
        require(
                !secretKeys.isEmpty() && secretKeys.size() <= 2,
                "QPay needs one secret key, or the new and the old one while they change");
        secretKeys.forEach(secret ->
                require(secret.matches("[!-~]{16,64}"), "a secret key of QPay's is 16 to 64 printable characters"));
        requireReachable(address, live);
        requireBetween("time after which it is broken", brokenAfter, PAGE_LIFE, Duration.ofDays(1));
        requireBetween("connect time-out", connectTimeout, Duration.ofMillis(50), Duration.ofSeconds(10));
        requireBetween("call budget", callBudget, connectTimeout.plusMillis(1), Duration.ofSeconds(30));
        requireBetween("time to pay", payFor, Duration.ofMinutes(5), brokenAfter);
        require(
                payFor.plus(PAGE_LIFE).compareTo(brokenAfter) < 0,
                "QPay's time after which it is broken exceeds the time to pay by more than " + PAGE_LIFE);
        requireBetween("time to watch", watchFor, Duration.ofHours(1), Duration.ofDays(30));
        require(!inquiryIntervals.isEmpty(), "QPay needs at least one inquiry interval");
        inquiryIntervals.forEach(
                interval -> requireBetween("inquiry interval", interval, Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    /** Everything that has a default at its default. */
    public static QPaySettings standard(boolean live, String bankId, String merchantId, List<String> secretKeys) {
        return new QPaySettings(
                live,
                live ? LIVE : STAGING,
                bankId,
                merchantId,
                secretKeys,
                true,
                DEFAULT_BROKEN_AFTER,
                DEFAULT_CONNECT_TIMEOUT,
                DEFAULT_CALL_BUDGET,
                DEFAULT_PAY_FOR,
                DEFAULT_WATCH_FOR,
                DEFAULT_INQUIRY_INTERVALS);
    }

    public QPaySettings withAddress(URI other) {
        return new QPaySettings(
                live,
                other,
                bankId,
                merchantId,
                secretKeys,
                partialRefunds,
                brokenAfter,
                connectTimeout,
                callBudget,
                payFor,
                watchFor,
                inquiryIntervals);
    }

    public QPaySettings withTimeouts(Duration connect, Duration call) {
        return new QPaySettings(
                live,
                address,
                bankId,
                merchantId,
                secretKeys,
                partialRefunds,
                brokenAfter,
                connect,
                call,
                payFor,
                watchFor,
                inquiryIntervals);
    }

    public QPaySettings withPatience(Duration broken, Duration pay, Duration watch, List<Duration> intervals) {
        return new QPaySettings(
                live,
                address,
                bankId,
                merchantId,
                secretKeys,
                partialRefunds,
                broken,
                connectTimeout,
                callBudget,
                pay,
                watch,
                intervals);
    }

    public QPaySettings withPartialRefunds(boolean allowed) {
        return new QPaySettings(
                live,
                address,
                bankId,
                merchantId,
                secretKeys,
                allowed,
                brokenAfter,
                connectTimeout,
                callBudget,
                payFor,
                watchFor,
                inquiryIntervals);
    }

    QPayMerchant merchant() {
        return new QPayMerchant(bankId, merchantId);
    }

    /** Whose books the facts are from: {@code qpay/QIB.MERCHANT1/live}. */
    Account books() {
        return new Account("qpay/" + bankId + "." + merchantId + "/" + (live ? "live" : "sandbox"));
    }

    @Override
    public String toString() {
        return "QPaySettings[live=" + live + ", address=" + address + ", bankId=" + bankId + ", merchantId="
                + merchantId + ", secretKeys=" + secretKeys.size() + " [redacted], partialRefunds=" + partialRefunds
                + ", brokenAfter=" + brokenAfter + ", connectTimeout=" + connectTimeout + ", callBudget=" + callBudget
                + ", payFor=" + payFor + ", watchFor=" + watchFor + ", inquiryIntervals=" + inquiryIntervals + "]";
    }

    private static void requireReachable(URI address, boolean live) {
        require(
                address.getHost() != null
                        && address.getRawQuery() == null
                        && address.getRawFragment() == null
                        && address.getRawUserInfo() == null,
                "QPay's address has a host and a path, and nothing after it");
        require(
                "https".equals(address.getScheme())
                        || (!live && "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost())),
                "QPay's address begins with https; only in sandbox mode it may be http on this machine");
        require(!live || !STAGING.getHost().equals(address.getHost()), "live mode does not use QPay's staging system");
    }

    private static void requireBetween(String what, Duration value, Duration least, Duration most) {
        requireNonNull(value, what);
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "QPay's " + what + " is between " + least + " and " + most);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
