package io.mizan.gateways.qpay;

import static io.mizan.gateways.settings.Requirements.require;
import static io.mizan.gateways.settings.Requirements.requireOneOrTwo;
import static io.mizan.gateways.settings.Requirements.requireReachable;
import static java.util.Objects.requireNonNull;

import io.mizan.fact.Account;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.FormLife;
import io.mizan.gateways.settings.Patience;
import java.net.URI;
import java.time.Duration;
import java.util.List;

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
 * @param dealings what the guide leaves open
 * @param life by default a page may be paid for 20 minutes after its form was posted: by QPay's rule for certification "no such
 *     payment" is final 20 minutes after the customer was sent there. 40 minutes after its opening it means that nobody paid
 * @param times of its calls
 * @param patience by default the way to the page is shown for 15 minutes, at least 5; an attempt is watched for 7 days and
 *     asked about after 20 and 40 seconds, as soon as gateways that call us, and after 1, 2, 5, 10, 10 and 12 minutes, so
 *     that one falls a minute after that
 */
record QPaySettings(
        boolean live,
        URI address,
        String bankId,
        String merchantId,
        List<String> secretKeys,
        Dealings dealings,
        FormLife life,
        CallTimes times,
        Patience patience) {
    static final URI LIVE = URI.create("https://pg-api.qpay.gov.qa/qcb-pg/api/gateway/2.0");
    static final URI STAGING = URI.create("https://pguat.qcb.gov.qa/qcb-pg/api/gateway/2.0");
    static final FormLife LIFE = new FormLife(Duration.ofMinutes(20), Duration.ofMinutes(40));
    static final Patience PATIENCE = new Patience(
            Duration.ofMinutes(15),
            Duration.ofDays(7),
            List.of(
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(40),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(12)));

    /**
     * What the guide leaves open.
     *
     * @param partialRefunds whether the acquirer lets a part be refunded. Default true: the guide's own example does, and one
     *     integrator reports that it was refused
     * @param cancelFinal whether QPay's answer that a payment was cancelled ends the attempt. Default true, for another try
     *     needs another number; otherwise it is over when no page of it can be paid any more
     * @param codes statuses that the guide does not name
     */
    record Dealings(boolean partialRefunds, boolean cancelFinal, QPayCodes codes) {
        static final Dealings STANDARD = new Dealings(true, true, QPayCodes.STANDARD);
    }

    QPaySettings {
        requireNonNull(address, "address");
        requireNonNull(bankId, "bankId");
        requireNonNull(merchantId, "merchantId");
        secretKeys = List.copyOf(secretKeys);
        requireNonNull(dealings, "dealings");
        requireNonNull(times, "times");
        require(bankId.matches("[A-Za-z0-9]{1,20}"), "QPay's bank id is 1 to 20 letters and digits");
        require(merchantId.matches("[A-Za-z0-9_-]{1,50}"), "QPay's merchant id is 1 to 50 letters, digits, _ and -");
        requireOneOrTwo("secret key", secretKeys);
        secretKeys.forEach(secret ->
                require(secret.matches("[!-~]{16,64}"), "a secret key of QPay's is 16 to 64 printable characters"));
        requireReachable("gateway", address, live);
        require(!live || !STAGING.getHost().equals(address.getHost()), "live mode does not use QPay's staging system");
        life.requireOutlasts(patience, Duration.ofMinutes(5), LIFE.page());
    }

    /** Everything that has a default at its default. */
    static QPaySettings standard(boolean live, String bankId, String merchantId, List<String> secretKeys) {
        return new QPaySettings(
                live,
                live ? LIVE : STAGING,
                bankId,
                merchantId,
                secretKeys,
                Dealings.STANDARD,
                LIFE,
                CallTimes.STANDARD,
                PATIENCE);
    }

    QPaySettings at(URI other) {
        return new QPaySettings(live, other, bankId, merchantId, secretKeys, dealings, life, times, patience);
    }

    QPaySettings with(CallTimes others) {
        return new QPaySettings(live, address, bankId, merchantId, secretKeys, dealings, life, others, patience);
    }

    QPaySettings with(FormLife other, Patience otherPatience) {
        return new QPaySettings(live, address, bankId, merchantId, secretKeys, dealings, other, times, otherPatience);
    }

    QPaySettings with(Dealings others) {
        return new QPaySettings(live, address, bankId, merchantId, secretKeys, others, life, times, patience);
    }

    QPayMerchant merchant() {
        return new QPayMerchant(bankId, merchantId);
    }

    /** Whose books the facts are from: {@code qpay/QIB.MERCHANT1/live}. */
    Account books() {
        return Account.of("qpay", bankId + "." + merchantId, live);
    }

    @Override
    public String toString() {
        return "QPaySettings[live=" + live + ", address=" + address + ", bankId=" + bankId + ", merchantId="
                + merchantId + ", secretKeys=" + secretKeys.size() + " [redacted], dealings=" + dealings
                + ", life=" + life + ", times=" + times + ", patience=" + patience + "]";
    }
}
