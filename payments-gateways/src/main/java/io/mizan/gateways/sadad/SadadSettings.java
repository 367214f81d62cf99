package io.mizan.gateways.sadad;

import static java.util.Objects.requireNonNull;

import io.mizan.fact.Account;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How this deployment uses SADAD. Whatever is impossible is refused here, in a sentence that quotes no secret.
 *
 * @param live live mode; otherwise sandbox mode. At SADAD the secret decides it: the test key of the same merchant
 * @param page where browsers post a checkout: https, or in sandbox mode http to this machine. Default {@link #PAGE}
 * @param apiBase where the interface is, likewise. Default {@link #LIVE_API} or {@link #SANDBOX_API}, by mode
 * @param account who we are
 * @param secrets what we share with SADAD
 * @param version of Web Checkout that the account speaks. Default 2.1
 * @param brokenAfter how long after its opening an attempt without any transaction counts as never paid. Default 60
 *     minutes, which no source confirms; more than {@code payFor} and {@link #PAGE_LIFE} together, at most 1 day
 * @param connectTimeout for a connection. Default 1 s, at least 50 ms
 * @param callBudget for all calls of one question together. Default 8 s, above {@code connectTimeout} and at most 30 s
 * @param payFor how long we show the way to the page. Default 30 minutes, at least 5
 * @param watchFor how long an attempt that can take no more money is still asked about. Default 7 days, at least 1 h
 * @param inquiryIntervals the waits before the first, second, … inquiry; the last repeats, and is what a payment waits that
 *     its bank confirms only the next day. Default 1, 2, 5, 10, 20 and 30 minutes, and 1 h; each at least 1 s
 */
public record SadadSettings(
        boolean live,
        URI page,
        URI apiBase,
        Merchant account,
        Secrets secrets,
        Version version,
        Duration brokenAfter,
        Duration connectTimeout,
        Duration callBudget,
        Duration payFor,
        Duration watchFor,
        List<Duration> inquiryIntervals) {
    public static final URI PAGE = URI.create("https://sadadqa.com/webpurchase");
    public static final URI LIVE_API = URI.create("https://api-s.sadad.qa/api");
    public static final URI SANDBOX_API = URI.create("https://api-sandbox.sadad.qa/api");
    /**
     * How long after its form was posted we reckon with a payment on the page; no source tells, and the form may be posted in
     * the last moment that we show it.
     */
    public static final Duration PAGE_LIFE = Duration.ofMinutes(20);

    public static final Duration DEFAULT_BROKEN_AFTER = Duration.ofMinutes(60);
    public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(1);
    public static final Duration DEFAULT_CALL_BUDGET = Duration.ofSeconds(8);
    public static final Duration DEFAULT_PAY_FOR = Duration.ofMinutes(30);
    public static final Duration DEFAULT_WATCH_FOR = Duration.ofDays(7);
    public static final List<Duration> DEFAULT_INQUIRY_INTERVALS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    /** How forms are signed, ours and those that come back. */
    public enum Version {
        /** A hash over values without separators. */
        V2_1("2.1"),
        /** An encrypted hash over JSON. */
        V1_1("1.1");

        private final String written;

        Version(String written) {
            this.written = written;
        }

        /** As SADAD writes it. */
        public String written() {
            return written;
        }

        /** @throws IllegalArgumentException if there is no such version */
        public static Version of(String written) {
            for (var version : values()) {
                if (version.written.equals(written)) {
                    return version;
                }
            }
            throw new IllegalArgumentException("SADAD's Web Checkout is of version 2.1 or 1.1");
        }
    }

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * @param merchantId seven digits; part of every fact's identity, so it never changes
     * @param website the domain that is registered at SADAD, without scheme
     * @param email of the merchant, for the form demands one; the customer's is never sent
     * @param mobile of the merchant, digits only, likewise
     */
    public record Merchant(String merchantId, String website, String email, String mobile) {
        public Merchant {
            require(merchantId.matches("[0-9]{7}"), "SADAD's merchant id is seven digits");
            require(
                    website.matches("[a-z0-9.-]{3,100}(:[0-9]{2,5})?"),
                    "the website registered at SADAD is a domain without scheme");
            require(email.matches("[!-?A-~]{1,60}@[a-z0-9.-]{3,60}"), "SADAD's form needs an e-mail address of yours");
            require(mobile.matches("[0-9]{8,15}"), "SADAD's form needs a mobile number of yours, in digits");
        }
    }

    /**
     * @param keys of the mode: one, or the new and the old one while they change; the first signs
     * @param api for the interface, where SADAD gave another than the first of the keys
     * @param prefix what goes before the token in the header {@code Authorization}: nothing, or {@code Bearer}
     */
    public record Secrets(List<String> keys, String api, String prefix) {
        public Secrets {
            keys = List.copyOf(keys);
            require(
                    !keys.isEmpty() && keys.size() <= 2,
                    "SADAD needs one secret key, or the new and the old one while they change");
            keys.forEach(key ->
                    require(key.matches("[!-~]{8,64}"), "a secret key of SADAD's is 8 to 64 printable characters"));
            require(api.matches("[!-~]{8,200}"), "SADAD's interface needs its secret key");
            require(prefix.matches("[A-Za-z]{0,20}"), "the word before SADAD's token is made of letters");
        }

        @Override
        public String toString() {
            return keys.size() + " [redacted]";
        }
    }

    public SadadSettings {
        requireReachable("page", page, live);
        requireReachable("interface", apiBase, live);
        requireNonNull(account, "account");
        requireNonNull(secrets, "secrets");
        requireNonNull(version, "version");
        inquiryIntervals = List.copyOf(inquiryIntervals);
        requireBetween("time after which it is broken", brokenAfter, PAGE_LIFE, Duration.ofDays(1));
        requireBetween("connect time-out", connectTimeout, Duration.ofMillis(50), Duration.ofSeconds(10));
        requireBetween("call budget", callBudget, connectTimeout.plusMillis(1), Duration.ofSeconds(30));
        requireBetween("time to pay", payFor, Duration.ofMinutes(5), brokenAfter);
        require(
                payFor.plus(PAGE_LIFE).compareTo(brokenAfter) < 0,
                "SADAD's time after which it is broken exceeds the time to pay by more than " + PAGE_LIFE);
        requireBetween("time to watch", watchFor, Duration.ofHours(1), Duration.ofDays(30));
        require(!inquiryIntervals.isEmpty(), "SADAD needs at least one inquiry interval");
        inquiryIntervals.forEach(
                interval -> requireBetween("inquiry interval", interval, Duration.ofSeconds(1), Duration.ofDays(1)));
    }

    /** Everything that has a default at its default. */
    public static SadadSettings standard(boolean live, Merchant account, Secrets secrets) {
        return new SadadSettings(
                live,
                PAGE,
                live ? LIVE_API : SANDBOX_API,
                account,
                secrets,
                Version.V2_1,
                DEFAULT_BROKEN_AFTER,
                DEFAULT_CONNECT_TIMEOUT,
                DEFAULT_CALL_BUDGET,
                DEFAULT_PAY_FOR,
                DEFAULT_WATCH_FOR,
                DEFAULT_INQUIRY_INTERVALS);
    }

    public SadadSettings at(URI otherPage, URI otherApi) {
        return new SadadSettings(
                live,
                otherPage,
                otherApi,
                account,
                secrets,
                version,
                brokenAfter,
                connectTimeout,
                callBudget,
                payFor,
                watchFor,
                inquiryIntervals);
    }

    public SadadSettings withTimeouts(Duration connect, Duration call) {
        return new SadadSettings(
                live,
                page,
                apiBase,
                account,
                secrets,
                version,
                brokenAfter,
                connect,
                call,
                payFor,
                watchFor,
                inquiryIntervals);
    }

    public SadadSettings speaking(Version other) {
        return new SadadSettings(
                live,
                page,
                apiBase,
                account,
                secrets,
                other,
                brokenAfter,
                connectTimeout,
                callBudget,
                payFor,
                watchFor,
                inquiryIntervals);
    }

    /** Whose books the facts are from: {@code sadad/1234567/live}. */
    Account books() {
        return new Account("sadad/" + account.merchantId() + "/" + (live ? "live" : "sandbox"));
    }

    private static void requireReachable(String what, URI address, boolean live) {
        require(
                address.getHost() != null
                        && address.getRawQuery() == null
                        && address.getRawFragment() == null
                        && address.getRawUserInfo() == null
                        && !address.getRawPath().endsWith("/"),
                "the address of SADAD's " + what + " has a host and a path, and no slash at its end");
        require(
                "https".equals(address.getScheme())
                        || (!live && "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost())),
                "the address of SADAD's " + what
                        + " begins with https; only in sandbox mode it may be http on this machine");
        require(
                !live || !SANDBOX_API.getHost().equals(address.getHost()),
                "this is live mode, and the address of SADAD's " + what + " is that of its sandbox");
    }

    private static void requireBetween(String what, Duration value, Duration least, Duration most) {
        requireNonNull(value, what);
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "SADAD's " + what + " is between " + least + " and " + most);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
