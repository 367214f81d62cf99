package io.mizan.gateways.cybersource;

import static java.util.Objects.requireNonNull;

import io.mizan.fact.Account;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How this deployment uses CyberSource. Whatever is impossible is refused here, in a sentence that quotes no secret.
 *
 * @param live live mode; otherwise sandbox mode, where CyberSource's test environment is the standard
 * @param profile of Secure Acceptance, whose page the customer sees
 * @param api the REST interface
 * @param notificationKeys the keys of REST webhooks by their ids, in base64; none if there are no such webhooks
 * @param dealings what the account and its profile are set to
 * @param times how long everything takes
 */
public record CyberSourceSettings(
        boolean live, Profile profile, Api api, Map<String, String> notificationKeys, Dealings dealings, Times times) {
    public static final URI LIVE_PAGE = URI.create("https://secureacceptance.cybersource.com/pay");
    public static final URI TEST_PAGE = URI.create("https://testsecureacceptance.cybersource.com/pay");
    public static final URI LIVE_API = URI.create("https://api.cybersource.com");
    public static final URI TEST_API = URI.create("https://apitest.cybersource.com");

    private static final Set<String> TEST_HOSTS = Set.of(TEST_PAGE.getHost(), TEST_API.getHost());
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * The profile of Secure Acceptance.
     *
     * @param page where browsers post the form: https, or in sandbox mode http to this machine
     * @param id of the profile
     * @param keys under which its messages are signed: one, or the new and the old one while they change; the first signs
     * @param noticesTo where CyberSource's server posts what the browser brings back
     */
    public record Profile(URI page, String id, List<SecurityKey> keys, URI noticesTo) {
        public Profile {
            requireNonNull(page, "page");
            require(id.matches("[0-9A-Fa-f-]{36}"), "a profile of Secure Acceptance has an id of 36 characters");
            keys = List.copyOf(keys);
            require(
                    !keys.isEmpty() && keys.size() <= 2,
                    "CyberSource's profile needs one security key, or the new and the old one while they change");
            require(
                    noticesTo.toString().length() <= 255,
                    "CyberSource's server posts to an address of at most 255 characters");
        }
    }

    /**
     * A security key of Secure Acceptance.
     *
     * @param access its name, sent with each form
     * @param secret a text whose very characters are the key: it looks like hexadecimal and is not decoded
     */
    public record SecurityKey(String access, String secret) {
        public SecurityKey {
            require(access.matches("[0-9A-Za-z]{32}"), "an access key of Secure Acceptance has 32 letters and digits");
            require(
                    secret.matches("[!-~]{32,512}"),
                    "a secret key of Secure Acceptance has 32 to 512 printable characters");
        }

        @Override
        public String toString() {
            return access + " [redacted]";
        }
    }

    /**
     * The REST interface.
     *
     * @param base where it is: https, or in sandbox mode http to this machine
     * @param merchantId by which CyberSource knows the merchant; part of every fact's identity, so it never changes
     * @param keyId of the shared secret
     * @param secret in base64
     */
    public record Api(URI base, String merchantId, String keyId, String secret) {
        public Api {
            requireNonNull(base, "base");
            require(merchantId.matches("[A-Za-z0-9_.-]{1,60}"), "CyberSource needs the merchant id");
            require(keyId.matches("[0-9A-Za-z-]{8,64}"), "CyberSource's interface needs the id of its key");
            require(isBase64(secret), "the shared secret of CyberSource's interface is written in base64");
        }

        @Override
        public String toString() {
            return base + " " + merchantId + " [redacted]";
        }
    }

    /**
     * What the account and its profile are set to.
     *
     * @param currencies that its acquirer takes
     * @param multipleCaptures whether its processor takes several captures of one authorization; otherwise the first is final
     * @param retriesOnPage whether the profile lets a declined customer try again on CyberSource's page
     * @param arabic the locale that its page calls Arabic
     */
    public record Dealings(Set<String> currencies, boolean multipleCaptures, boolean retriesOnPage, String arabic) {
        public static final Set<String> DEFAULT_CURRENCIES =
                Set.of("AED", "BHD", "EUR", "GBP", "JPY", "KWD", "OMR", "QAR", "SAR", "USD");
        public static final String DEFAULT_ARABIC = "ar-xn";
        public static final Dealings STANDARD = new Dealings(DEFAULT_CURRENCIES, false, false, DEFAULT_ARABIC);

        public Dealings {
            currencies = Set.copyOf(currencies);
            require(!currencies.isEmpty(), "CyberSource needs a currency");
            currencies.forEach(currency -> require(
                    isMoney(currency), "a currency of CyberSource's is a code of ISO 4217 with 0 to 3 decimals"));
            require(arabic.matches("[a-z]{2}-[a-z]{2}"), "a locale of CyberSource's is written like ar-xn");
        }

        private static boolean isMoney(String code) {
            return Currency.getAvailableCurrencies().stream()
                    .filter(known -> known.getCurrencyCode().equals(code))
                    .anyMatch(known -> known.getDefaultFractionDigits() >= 0 && known.getDefaultFractionDigits() <= 3);
        }
    }

    /**
     * How long everything takes.
     *
     * @param connect for a connection. Default 1 s, at least 50 ms
     * @param call for all calls of one question together. Default 8 s, above {@code connect} and at most 30 s
     * @param payFor how long we show the way to the page, for the form carries the time of its signing and CyberSource takes
     *     it for about as long. Default 15 minutes, at least 5
     * @param brokenAfter how long after its opening an attempt without any transaction counts as never paid. Default 60
     *     minutes, which no source confirms; more than {@code payFor} and {@link #PAGE_LIFE} together, at most 1 day
     * @param watchFor how long an attempt that can take no more money is still asked about. Default 3 days, at least 1 h
     * @param noticeTolerance how old a signed REST webhook may be. Default 5 minutes; 1 minute to 1 day
     * @param inquiryIntervals the waits before the first, second, … inquiry; the last repeats. Default 30 s, 1, 5 and 15
     *     minutes, and 1 h: searches show a transaction some seconds after it happened. Each at least 1 s
     */
    public record Times(
            Duration connect,
            Duration call,
            Duration payFor,
            Duration brokenAfter,
            Duration watchFor,
            Duration noticeTolerance,
            List<Duration> inquiryIntervals) {
        /**
         * How long after its form was posted we reckon with a payment on the page; no source tells, and the form may be posted
         * in the last moment that we show it.
         */
        static final Duration PAGE_LIFE = Duration.ofMinutes(20);

        public static final Times STANDARD = new Times(
                Duration.ofSeconds(1),
                Duration.ofSeconds(8),
                Duration.ofMinutes(15),
                Duration.ofMinutes(60),
                Duration.ofDays(3),
                Duration.ofMinutes(5),
                List.of(
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1)));

        public Times {
            inquiryIntervals = List.copyOf(inquiryIntervals);
            requireBetween("connect time-out", connect, Duration.ofMillis(50), Duration.ofSeconds(10));
            requireBetween("call budget", call, connect.plusMillis(1), Duration.ofSeconds(30));
            requireBetween("time after which it is broken", brokenAfter, PAGE_LIFE, Duration.ofDays(1));
            requireBetween("time to pay", payFor, Duration.ofMinutes(5), brokenAfter);
            require(
                    payFor.plus(PAGE_LIFE).compareTo(brokenAfter) < 0,
                    "CyberSource's time after which it is broken exceeds the time to pay by more than " + PAGE_LIFE);
            requireBetween("time to watch", watchFor, Duration.ofHours(1), Duration.ofDays(30));
            requireBetween("tolerance of webhooks", noticeTolerance, Duration.ofMinutes(1), Duration.ofDays(1));
            require(!inquiryIntervals.isEmpty(), "CyberSource needs at least one inquiry interval");
            inquiryIntervals.forEach(interval ->
                    requireBetween("inquiry interval", interval, Duration.ofSeconds(1), Duration.ofDays(1)));
        }

        public Times withCalls(Duration connecting, Duration calling) {
            return new Times(connecting, calling, payFor, brokenAfter, watchFor, noticeTolerance, inquiryIntervals);
        }
    }

    public CyberSourceSettings {
        requireReachable("page", profile.page(), live);
        requireReachable("interface", api.base(), live);
        notificationKeys = Map.copyOf(notificationKeys);
        notificationKeys.forEach((id, key) -> {
            require(id.matches("[0-9A-Za-z-]{8,64}"), "a key of CyberSource's webhooks has an id");
            require(isBase64(key), "a key of CyberSource's webhooks is written in base64");
        });
        requireNonNull(dealings, "dealings");
        requireNonNull(times, "times");
    }

    /** Whose books the facts are from: {@code cybersource/example_mid_001/live}. */
    Account books() {
        return new Account("cybersource/" + api.merchantId() + "/" + (live ? "live" : "sandbox"));
    }

    @Override
    public String toString() {
        return "CyberSourceSettings[" + books().value() + ", " + profile.page() + ", " + api.base() + ", [redacted]]";
    }

    private static void requireReachable(String what, URI address, boolean live) {
        require(
                address.getHost() != null
                        && address.getRawQuery() == null
                        && address.getRawFragment() == null
                        && address.getRawUserInfo() == null
                        && !address.getRawPath().endsWith("/"),
                "the address of CyberSource's " + what + " has a host, and no slash at its end");
        require(
                "https".equals(address.getScheme())
                        || (!live && "http".equals(address.getScheme()) && THIS_MACHINE.contains(address.getHost())),
                "the address of CyberSource's " + what
                        + " begins with https; only in sandbox mode it may be http on this machine");
        require(
                !live || !TEST_HOSTS.contains(address.getHost()),
                "this is live mode, and the address of CyberSource's " + what + " is that of its test environment");
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length >= 8;
        } catch (IllegalArgumentException quotesTheSecret) {
            return false;
        }
    }

    private static void requireBetween(String what, Duration value, Duration least, Duration most) {
        requireNonNull(value, what);
        require(
                value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
                "CyberSource's " + what + " is between " + least + " and " + most);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
