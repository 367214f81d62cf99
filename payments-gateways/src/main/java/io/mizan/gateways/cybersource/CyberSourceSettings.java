package io.mizan.gateways.cybersource;

import static io.mizan.gateways.settings.Requirements.require;
import static io.mizan.gateways.settings.Requirements.requireBase;
import static io.mizan.gateways.settings.Requirements.requireBetween;
import static io.mizan.gateways.settings.Requirements.requireOneOrTwo;
import static java.util.Objects.requireNonNull;

import io.mizan.fact.Account;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.FormLife;
import io.mizan.gateways.settings.Patience;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How this deployment uses CyberSource. Whatever is impossible is refused here, in a sentence that quotes no secret.
 *
 * @param live live mode; otherwise sandbox mode, where CyberSource's test environment is the standard
 * @param profile of Secure Acceptance, whose page the customer sees
 * @param api the REST interface
 * @param notificationKeys the keys of REST webhooks by their ids, in base64; none if there are no such webhooks
 * @param messageKeys which open webhooks that are encrypted; none if they are not
 * @param dealings what the account and its profile are set to
 * @param times how long everything takes
 */
record CyberSourceSettings(
        boolean live,
        Profile profile,
        Api api,
        Map<String, String> notificationKeys,
        MessageKeys messageKeys,
        Dealings dealings,
        Times times) {
    static final URI LIVE_PAGE = URI.create("https://secureacceptance.cybersource.com/pay");
    static final URI TEST_PAGE = URI.create("https://testsecureacceptance.cybersource.com/pay");
    static final URI LIVE_API = URI.create("https://api.cybersource.com");
    static final URI TEST_API = URI.create("https://apitest.cybersource.com");

    private static final Set<String> TEST_HOSTS = Set.of(TEST_PAGE.getHost(), TEST_API.getHost());
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
            requireOneOrTwo("security key of the profile", keys);
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
     * @param applications as its search names them
     */
    public record Dealings(
            Set<String> currencies,
            boolean multipleCaptures,
            boolean retriesOnPage,
            String arabic,
            Applications applications) {
        public static final Set<String> DEFAULT_CURRENCIES =
                Set.of("AED", "BHD", "EUR", "GBP", "JPY", "KWD", "OMR", "QAR", "SAR", "USD");
        public static final String DEFAULT_ARABIC = "ar-xn";
        public static final Dealings STANDARD =
                new Dealings(DEFAULT_CURRENCIES, false, false, DEFAULT_ARABIC, Applications.STANDARD);

        public Dealings {
            currencies = Set.copyOf(currencies);
            require(!currencies.isEmpty(), "CyberSource needs a currency");
            currencies.forEach(currency -> require(
                    isMoney(currency), "a currency of CyberSource's is a code of ISO 4217 with 0 to 3 decimals"));
            requireNonNull(applications, "applications");
            require(arabic.matches("[a-z]{2}-[a-z]{2}"), "a locale of CyberSource's is written like ar-xn");
        }

        private static boolean isMoney(String code) {
            return Currency.getAvailableCurrencies().stream()
                    .filter(known -> known.getCurrencyCode().equals(code))
                    .anyMatch(known -> known.getDefaultFractionDigits() >= 0 && known.getDefaultFractionDigits() <= 3);
        }
    }

    /**
     * What the search calls the services that give money back; by which names is known from integrators alone.
     *
     * @param credit a refund. Default {@code ics_credit}
     * @param reversal of an authorization. Default {@code ics_auth_reversal}
     */
    public record Applications(String credit, String reversal) {
        public static final Applications STANDARD = new Applications("ics_credit", "ics_auth_reversal");

        public Applications {
            var names = List.of(Transaction.AUTHORIZATION, Transaction.BILL, credit, reversal);
            names.forEach(name -> require(
                    name.matches("[a-z][a-z0-9_]{1,39}"), "an application of CyberSource's is named like ics_credit"));
            require(
                    names.stream().distinct().count() == names.size(),
                    "each application of CyberSource's has its own name");
        }
    }

    /**
     * How long everything takes.
     *
     * @param calls of its calls
     * @param patience by default the way to the page is shown for 15 minutes, at least 5: the form carries the time of its
     *     signing, and CyberSource takes it for about as long. It is asked after 30 s, 1, 5 and 15 minutes, and each hour:
     *     searches show a transaction some seconds after it happened
     * @param life by default a page may be paid for 20 minutes after its form was posted, and an attempt without any transaction
     *     counts as never paid an hour after its opening; no source confirms either
     * @param noticeTolerance how old a signed REST webhook may be. Default 5 minutes; 1 minute to 1 day
     */
    record Times(CallTimes calls, Patience patience, FormLife life, Duration noticeTolerance) {
        private static final Duration PAGE_LIFE = Duration.ofMinutes(20);

        static final Times STANDARD = new Times(
                CallTimes.STANDARD,
                new Patience(
                        Duration.ofMinutes(15),
                        Duration.ofDays(3),
                        List.of(
                                Duration.ofSeconds(30),
                                Duration.ofMinutes(1),
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(15),
                                Duration.ofHours(1))),
                new FormLife(PAGE_LIFE, Duration.ofMinutes(60)),
                Duration.ofMinutes(5));

        Times {
            requireNonNull(calls, "calls");
            life.requireOutlasts(patience, Duration.ofMinutes(5), PAGE_LIFE);
            requireBetween("tolerance of webhooks", noticeTolerance, Duration.ofMinutes(1), Duration.ofDays(1));
        }

        Times with(CallTimes others) {
            return new Times(others, patience, life, noticeTolerance);
        }
    }

    /** Without encrypted webhooks. */
    CyberSourceSettings(
            boolean live,
            Profile profile,
            Api api,
            Map<String, String> notificationKeys,
            Dealings dealings,
            Times times) {
        this(live, profile, api, notificationKeys, new MessageKeys(List.of()), dealings, times);
    }

    CyberSourceSettings {
        requireBase("page", profile.page(), live);
        requireBase("interface", api.base(), live);
        require(
                !(live
                        && Stream.of(profile.page(), api.base())
                                .map(URI::getHost)
                                .anyMatch(TEST_HOSTS::contains)),
                "this is live mode, and an address is that of CyberSource's test environment");
        notificationKeys = Map.copyOf(notificationKeys);
        notificationKeys.forEach((id, key) -> {
            require(id.matches("[0-9A-Za-z-]{8,64}"), "a key of CyberSource's webhooks has an id");
            require(isBase64(key), "a key of CyberSource's webhooks is written in base64");
        });
        requireNonNull(messageKeys, "messageKeys");
        requireNonNull(dealings, "dealings");
        requireNonNull(times, "times");
    }

    /** Whose books the facts are from: {@code cybersource/example_mid_001/live}. */
    Account books() {
        return Account.of("cybersource", api.merchantId(), live);
    }

    @Override
    public String toString() {
        return "CyberSourceSettings[" + books().value() + ", " + profile.page() + ", " + api.base() + ", [redacted]]";
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length >= 8;
        } catch (IllegalArgumentException quotesTheSecret) {
            return false;
        }
    }
}
