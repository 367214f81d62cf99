package io.mizan.gateways.square;

import static java.util.Objects.requireNonNull;

import io.mizan.fact.Account;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How this deployment uses Square. Whatever is impossible is refused here, in a sentence that quotes no secret.
 *
 * @param live live mode. Square's tokens do not tell their environment, so that the address decides
 * @param location the location that sells, such as {@code L88917AVBK2S5}; part of every fact's identity
 * @param currency the one currency of that location
 * @param accessToken 8 to 500 characters
 * @param signatureKeys of the webhook subscription: one, or two while they are being rotated
 * @param notificationUrl the address of the webhook exactly as registered at Square: it is part of what is signed
 * @param apiBase where Square's API is: https, or in sandbox mode http to this machine
 * @param callBudget for one operation in all, however many calls it takes; above {@code connectTimeout}, at most 30 s
 * @param payFor how long a page is payable; Square ends none by itself, we close it. 10 minutes to 24 hours
 * @param watchFor how long a closed attempt is still asked about. 1 hour to 30 days
 * @param inquiryIntervals the waits before the first, second, … inquiry; the last repeats; each at least 1 s
 */
record SquareSettings(
        boolean live,
        String location,
        String currency,
        String accessToken,
        List<String> signatureKeys,
        URI notificationUrl,
        URI apiBase,
        Duration connectTimeout,
        Duration callBudget,
        Duration payFor,
        Duration watchFor,
        List<Duration> inquiryIntervals) {
    static final URI PRODUCTION = URI.create("https://connect.squareup.com");
    static final URI SANDBOX = URI.create("https://connect.squareupsandbox.com");
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    static final Duration CALL_BUDGET = Duration.ofSeconds(8);
    static final Duration PAY_FOR = Duration.ofHours(1);
    static final Duration WATCH_FOR = Duration.ofDays(3);
    static final List<Duration> INQUIRY_INTERVALS = List.of(
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1));

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    SquareSettings {
        signatureKeys = List.copyOf(signatureKeys);
        inquiryIntervals = List.copyOf(inquiryIntervals);
        requireNonNull(notificationUrl, "notificationUrl");
        require(location.matches("[A-Za-z0-9]{1,50}"), "the Square location is 1 to 50 letters and digits");
        require(
                SquareAmounts.CURRENCIES.contains(currency),
                "the currency of the Square location is one of " + String.join(", ", SquareAmounts.CURRENCIES));
        require(accessToken.matches("[!-~]{8,500}"), "the Square access token is missing");
        require(
                signatureKeys.size() == 1 || signatureKeys.size() == 2,
                "Square needs one webhook signature key, or two during a rotation");
        signatureKeys.forEach(key -> require(key.matches("[!-~]{8,200}"), "a Square signature key is too short"));
        requireReachable(apiBase, live);
        requireBetween("connect time-out", connectTimeout, Duration.ofMillis(50), Duration.ofSeconds(10));
        requireBetween("call budget", callBudget, connectTimeout.plusMillis(1), Duration.ofSeconds(30));
        requireBetween("time to pay", payFor, Duration.ofMinutes(10), Duration.ofDays(1));
        requireBetween("time to watch", watchFor, Duration.ofHours(1), Duration.ofDays(30));
        require(!inquiryIntervals.isEmpty(), "Square needs at least one inquiry interval");
        inquiryIntervals.forEach(
                interval -> requireBetween("inquiry interval", interval, Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    /** Whose books the facts are from: {@code square/L88917AVBK2S5/sandbox}. */
    Account books() {
        return new Account("square/" + location + "/" + (live ? "live" : "sandbox"));
    }

    @Override
    public String toString() {
        return "SquareSettings[live=" + live + ", location=" + location + ", currency=" + currency
                + ", accessToken=[redacted], signatureKeys=" + signatureKeys.size() + " [redacted], notificationUrl="
                + notificationUrl + ", apiBase=" + apiBase + "]";
    }

    private static void requireReachable(URI base, boolean live) {
        require(
                base.getHost() != null
                        && base.getRawQuery() == null
                        && base.getRawFragment() == null
                        && base.getRawUserInfo() == null
                        && !base.getRawPath().endsWith("/"),
                "the address of Square's API has no slash at its end");
        require(
                "https".equals(base.getScheme())
                        || (!live && "http".equals(base.getScheme()) && THIS_MACHINE.contains(base.getHost())),
                "the address of Square's API begins with https; only in sandbox mode it may be http on this machine");
        require(
                !live || !SANDBOX.getHost().equals(base.getHost()),
                "this is live mode, and the address of Square's API is that of its sandbox");
        require(
                live || !PRODUCTION.getHost().equals(base.getHost()),
                "this is the sandbox, and the address of Square's API is that of its production");
    }

    private static void requireBetween(String what, Duration value, Duration least, Duration most) {
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "Square's " + what + " is between " + least + " and " + most);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
