package io.mizan.gateways.razorpay;

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
 * @param life by default a checkout that was opened in the last moment may be looked at for 30 minutes and still be paid, and an
 *     attempt on which nobody has paid, or everybody in vain, counts as never paid 2 hours after its opening
 * @param times of its calls
 * @param patience how long we show the way to the checkout, which Razorpay never closes: 12 minutes to 24 hours; and how
 *     long an attempt is asked about after that
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
        FormLife life,
        CallTimes times,
        Patience patience) {
    static final URI API_BASE = URI.create("https://api.razorpay.com");
    static final String MERCHANT_NAME = "Mizan";
    static final Duration HOLD_FOR = Duration.ofDays(3);
    static final FormLife LIFE = new FormLife(Duration.ofMinutes(30), Duration.ofHours(2));

    /** A payment that failed may still be authorized three days later, and what nobody collects goes back after that. */
    static final Patience PATIENCE = new Patience(
            Duration.ofHours(1),
            Duration.ofDays(4),
            List.of(
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1)));

    /** The least that Razorpay takes for the time in which it collects by itself. */
    private static final Duration LEAST_TO_PAY = Duration.ofMinutes(12);

    RazorpaySettings {
        keySecrets = List.copyOf(keySecrets);
        webhookSecrets = List.copyOf(webhookSecrets);
        require(account.matches("acc_[A-Za-z0-9]{10,20}"), "the Razorpay account is written like acc_00000000000001");
        require(
                keyId.matches((live ? "rzp_live_" : "rzp_test_") + "[A-Za-z0-9]{8,40}"),
                live
                        ? "this is live mode: the id of the Razorpay key begins with rzp_live_"
                        : "this is the sandbox: the id of the Razorpay key begins with rzp_test_");
        requireSecrets("key secret", keySecrets);
        requireSecrets("webhook secret", webhookSecrets);
        require(
                webhookSecrets.stream().noneMatch(keySecrets::contains),
                "the secret of a Razorpay key and that of the webhook are two different ones");
        require(
                merchantName.strip().length() >= 1 && merchantName.length() <= 60,
                "the merchant's name on Razorpay's checkout is 1 to 60 characters");
        requireBase("API", apiBase, live);
        requireBetween("time to hold", holdFor, LEAST_TO_PAY, Duration.ofDays(5));
        requireNonNull(times, "times");
        patience.requirePayForBetween(LEAST_TO_PAY, Duration.ofDays(1));
        life.requireOutlasts(patience, LEAST_TO_PAY, LIFE.page());
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
                LIFE,
                CallTimes.STANDARD,
                PATIENCE);
    }

    RazorpaySettings with(CallTimes others) {
        return with(uniqueReceipts, others);
    }

    RazorpaySettings withoutUniqueReceipts() {
        return with(false, times);
    }

    private RazorpaySettings with(boolean unique, CallTimes others) {
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
                life,
                others,
                patience);
    }

    /** Whose books the facts are from: {@code razorpay/acc_00000000000001/sandbox}. */
    Account books() {
        return Account.of("razorpay", account, live);
    }

    @Override
    public String toString() {
        return "RazorpaySettings[live=" + live + ", account=" + account + ", keyId=" + keyId + ", keySecrets="
                + keySecrets.size() + " [redacted], webhookSecrets=" + webhookSecrets.size() + " [redacted], apiBase="
                + apiBase + ", uniqueReceipts=" + uniqueReceipts + ", holdFor=" + holdFor + ", patience=" + patience
                + "]";
    }

    private static void requireSecrets(String what, List<String> secrets) {
        requireOneOrTwo(what, secrets);
        secrets.forEach(secret -> require(secret.matches("[!-~]{8,200}"), "a Razorpay " + what + " is too short"));
    }
}
