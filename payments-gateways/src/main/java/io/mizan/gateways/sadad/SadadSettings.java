package io.mizan.gateways.sadad;

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
import java.util.List;
import java.util.stream.Stream;

/**
 * How this deployment uses SADAD. Whatever is impossible is refused here, in a sentence that quotes no secret.
 *
 * @param live live mode; otherwise sandbox mode. At SADAD the secret decides it: the test key of the same merchant
 * @param page where browsers post a checkout: https, or in sandbox mode http to this machine. Default {@link #PAGE}
 * @param apiBase where the interface is, likewise. Default {@link #LIVE_API} or {@link #SANDBOX_API}, by mode
 * @param account who we are
 * @param secrets what we share with SADAD
 * @param dealings how SADAD treats the account
 * @param life by default a page may be paid for 20 minutes after its form was posted, and an attempt without any transaction
 *     counts as never paid an hour after its opening; no source confirms either
 * @param times of its calls
 * @param patience by default the way to the page is shown for 30 minutes, at least 5; an attempt is watched for 7 days and
 *     asked about after 1, 2, 5, 10, 20 and 30 minutes, and each hour, which is what a payment waits that its bank confirms
 *     only the next day
 */
record SadadSettings(
        boolean live,
        URI page,
        URI apiBase,
        Merchant account,
        Secrets secrets,
        Dealings dealings,
        FormLife life,
        CallTimes times,
        Patience patience) {
    static final URI PAGE = URI.create("https://sadadqa.com/webpurchase");
    static final URI LIVE_API = URI.create("https://api-s.sadad.qa/api");
    static final URI SANDBOX_API = URI.create("https://api-sandbox.sadad.qa/api");
    static final FormLife LIFE = new FormLife(Duration.ofMinutes(20), Duration.ofMinutes(60));
    static final Patience PATIENCE = new Patience(
            Duration.ofMinutes(30),
            Duration.ofDays(7),
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(20),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1)));

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

    /**
     * How SADAD treats the account.
     *
     * @param version of Web Checkout that the account speaks. Default 2.1
     * @param encodedSecret whether version 1.1 encrypts under the secret as it is written in an address, which makes a
     *     difference to one with {@code +} or {@code /}. Default false, as the vendor's plugin does
     * @param tokenLife how long a token of the interface is used. Default 10 minutes; 1 minute to 1 day
     */
    public record Dealings(Version version, boolean encodedSecret, Duration tokenLife) {
        public static final Dealings STANDARD = new Dealings(Version.V2_1, false, Duration.ofMinutes(10));

        public Dealings {
            requireNonNull(version, "version");
            requireBetween("life of a token", tokenLife, Duration.ofMinutes(1), Duration.ofDays(1));
        }

        Dealings speaking(Version other) {
            return new Dealings(other, encodedSecret, tokenLife);
        }
    }

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
            requireOneOrTwo("secret key", keys);
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

    SadadSettings {
        requireBase("page", page, live);
        requireBase("interface", apiBase, live);
        require(
                !(live && Stream.of(page, apiBase).map(URI::getHost).anyMatch(SANDBOX_API.getHost()::equals)),
                "this is live mode, and an address is that of SADAD's sandbox");
        requireNonNull(account, "account");
        requireNonNull(secrets, "secrets");
        requireNonNull(dealings, "dealings");
        requireNonNull(times, "times");
        life.requireOutlasts(patience, Duration.ofMinutes(5), LIFE.page());
    }

    /** Everything that has a default at its default. */
    static SadadSettings standard(boolean live, Merchant account, Secrets secrets) {
        return new SadadSettings(
                live,
                PAGE,
                live ? LIVE_API : SANDBOX_API,
                account,
                secrets,
                Dealings.STANDARD,
                LIFE,
                CallTimes.STANDARD,
                PATIENCE);
    }

    SadadSettings at(URI otherPage, URI otherApi) {
        return new SadadSettings(live, otherPage, otherApi, account, secrets, dealings, life, times, patience);
    }

    SadadSettings with(CallTimes others) {
        return new SadadSettings(live, page, apiBase, account, secrets, dealings, life, others, patience);
    }

    SadadSettings with(Dealings others) {
        return new SadadSettings(live, page, apiBase, account, secrets, others, life, times, patience);
    }

    /**
     * How long after an opening its transactions are looked for in SADAD's list: twice as long as we reckon with a payment,
     * for no source says how long a page can be paid. What is paid later still is told by its webhook.
     */
    Duration listed() {
        return life.brokenAfter().multipliedBy(2);
    }

    /** Whose books the facts are from: {@code sadad/1234567/live}. */
    Account books() {
        return Account.of("sadad", account.merchantId(), live);
    }
}
