package io.mizan.gateways.btcpay;

import static io.mizan.gateways.settings.Requirements.require;
import static io.mizan.gateways.settings.Requirements.requireBase;
import static io.mizan.gateways.settings.Requirements.requireBetween;
import static io.mizan.gateways.settings.Requirements.requireIntervals;
import static io.mizan.gateways.settings.Requirements.requireOneOrTwo;
import static java.util.Objects.requireNonNull;

import io.mizan.fact.Account;
import io.mizan.gateways.settings.CallTimes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How this deployment uses a BTCPay Server. Whatever is impossible is refused here, in a sentence that quotes no secret.
 *
 * @param storeId of the merchant's store; part of every fact's identity, so it never changes. 1 to 60 letters and digits
 * @param apiKey of the Greenfield API, limited to that store
 * @param webhookSecrets of the webhook: one, or two while they are being rotated
 * @param apiBase where the server is, without {@code /api/v1}: https, or in sandbox mode http to this machine
 * @param currencies those that the server has a rate for
 * @param speedPolicy how many confirmations settle an invoice: {@code HighSpeed} 0, {@code MediumSpeed} 1,
 *     {@code LowMediumSpeed} 2, {@code LowSpeed} 6
 * @param payoutMethod in which refunds are paid out
 * @param monitoring how long after its expiry an invoice notices a late payment. Default 24 h
 * @param times of its calls
 * @param payFor how long an invoice is payable. Default 15 minutes, for as long as its rate is promised
 * @param inquiryIntervals the waits before the first, second, … inquiry; the last repeats; each at least 1 s
 */
record BtcPaySettings(
        boolean live,
        String storeId,
        String apiKey,
        List<String> webhookSecrets,
        URI apiBase,
        Set<String> currencies,
        String speedPolicy,
        String payoutMethod,
        Duration monitoring,
        CallTimes times,
        Duration payFor,
        List<Duration> inquiryIntervals) {
    static final Set<String> DEFAULT_CURRENCIES = Set.of("QAR", "USD", "EUR", "GBP", "KWD", "JPY");
    static final String DEFAULT_SPEED_POLICY = "MediumSpeed";
    static final String DEFAULT_PAYOUT_METHOD = "BTC-CHAIN";
    static final Duration DEFAULT_MONITORING = Duration.ofDays(1);
    static final Duration DEFAULT_PAY_FOR = Duration.ofMinutes(15);
    static final List<Duration> DEFAULT_INQUIRY_INTERVALS = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6));

    /**
     * How long a transaction that no block takes stays among those that wait for one: 14 days, the default of Bitcoin
     * Core's {@code -mempoolexpiry}.
     */
    private static final Duration LONGEST_UNCONFIRMED = Duration.ofDays(14);

    private static final Set<String> SPEEDS = Set.of("HighSpeed", "MediumSpeed", "LowMediumSpeed", "LowSpeed");

    BtcPaySettings {
        webhookSecrets = List.copyOf(webhookSecrets);
        currencies = Set.copyOf(currencies);
        inquiryIntervals = List.copyOf(inquiryIntervals);
        require(storeId.matches("[A-Za-z0-9]{1,60}"), "the BTCPay store is 1 to 60 letters and digits");
        require(apiKey.matches("[!-~]{1,200}"), "the BTCPay API key is 1 to 200 plain characters");
        requireOneOrTwo("secret of the webhook", webhookSecrets);
        webhookSecrets.forEach(secret -> require(
                secret.length() >= 8 && secret.length() <= 200,
                "the secret of a BTCPay webhook is 8 to 200 characters"));
        requireBase("BTCPay Server", apiBase, live);
        requireNonNull(times, "times");
        currencies.forEach(code -> require(code.matches("[A-Z]{3}"), "a currency is three capitals"));
        require(
                SPEEDS.contains(speedPolicy),
                "the speed policy is one of " + SPEEDS.stream().sorted().toList());
        require(payoutMethod.matches("[A-Za-z0-9-]{1,40}"), "a payout method is written like BTC-CHAIN");
        requireBetween("monitoring", monitoring, Duration.ofHours(1), Duration.ofDays(30));
        requireBetween("time to pay", payFor, Duration.ofMinutes(5), Duration.ofDays(1));
        requireIntervals(inquiryIntervals);
    }

    /** Everything that has a default at its default. */
    static BtcPaySettings standard(
            boolean live, String storeId, String apiKey, List<String> webhookSecrets, URI apiBase) {
        return new BtcPaySettings(
                live,
                storeId,
                apiKey,
                webhookSecrets,
                apiBase,
                DEFAULT_CURRENCIES,
                DEFAULT_SPEED_POLICY,
                DEFAULT_PAYOUT_METHOD,
                DEFAULT_MONITORING,
                CallTimes.STANDARD,
                DEFAULT_PAY_FOR,
                DEFAULT_INQUIRY_INTERVALS);
    }

    BtcPaySettings with(CallTimes others) {
        return new BtcPaySettings(
                live,
                storeId,
                apiKey,
                webhookSecrets,
                apiBase,
                currencies,
                speedPolicy,
                payoutMethod,
                monitoring,
                others,
                payFor,
                inquiryIntervals);
    }

    /** As long as a late payment may be noticed, and as long as one that was noticed may yet be confirmed. */
    Duration watchFor() {
        return payFor.plus(monitoring).plus(LONGEST_UNCONFIRMED);
    }

    /** Whose books the facts are from: {@code btcpay/STORE1/sandbox}. */
    Account books() {
        return Account.of("btcpay", storeId, live);
    }

    @Override
    public String toString() {
        return "BtcPaySettings[live=" + live + ", storeId=" + storeId + ", apiKey=[redacted], webhookSecrets="
                + webhookSecrets.size() + " [redacted], apiBase=" + apiBase + ", currencies=" + currencies
                + ", speedPolicy=" + speedPolicy + ", payoutMethod=" + payoutMethod + ", monitoring=" + monitoring
                + ", times=" + times + ", payFor=" + payFor + ", inquiryIntervals=" + inquiryIntervals + "]";
    }
}
