package io.mizan.gateways.stripe;

import static io.mizan.gateways.settings.Requirements.require;
import static io.mizan.gateways.settings.Requirements.requireBase;
import static java.util.Objects.requireNonNull;

import io.mizan.fact.Account;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.Patience;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How this deployment uses Stripe. Whatever is impossible is refused here, in a sentence that quotes no secret.
 *
 * @param live live mode; otherwise sandbox mode, which takes test keys only
 * @param account the merchant's account, such as {@code acct_1Abc}; part of every fact's identity, so it never changes.
 *     1 to 60 letters, digits and {@code _}
 * @param secretKey {@code sk_live_…} or {@code rk_live_…} in live mode, {@code sk_test_…} or {@code rk_test_…} otherwise
 * @param webhookSecrets of the endpoint, {@code whsec_…}: one, or several while they are being rotated; 1 to 5
 * @param apiBase where Stripe's API is: https, or in sandbox mode http to this machine. Default {@link #STRIPE}
 * @param times of its calls
 * @param patience by default a page is payable for 60 minutes: Stripe demands 30 from the moment of its opening, and an
 *     opening is retried for some minutes; 45 minutes to 24 hours
 */
record StripeSettings(
        boolean live,
        String account,
        String secretKey,
        List<String> webhookSecrets,
        URI apiBase,
        CallTimes times,
        Patience patience) {
    /** Of a sandbox that was told none: whichever the key is of. */
    static final String ANY_ACCOUNT = "acct_sandbox";

    static final URI STRIPE = URI.create("https://api.stripe.com");
    static final Patience PATIENCE = new Patience(
            Duration.ofHours(1),
            Duration.ofDays(1),
            List.of(
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(6)));

    StripeSettings {
        requireNonNull(account, "account");
        requireNonNull(secretKey, "secretKey");
        webhookSecrets = List.copyOf(webhookSecrets);
        requireNonNull(times, "times");
        require(account.matches("[A-Za-z0-9_]{1,60}"), "the Stripe account is 1 to 60 letters, digits and _");
        var mode = live ? "live" : "test";
        require(
                secretKey.matches("(sk|rk)_" + mode + "_[A-Za-z0-9_]{1,200}"),
                "the Stripe secret key of this mode begins with sk_" + mode + "_ or rk_" + mode + "_");
        require(
                !webhookSecrets.isEmpty() && webhookSecrets.size() <= 5,
                "Stripe needs one webhook signing secret, or up to five during a rotation");
        webhookSecrets.forEach(secret ->
                require(secret.matches("whsec_[!-~]{8,200}"), "a Stripe webhook signing secret begins with whsec_"));
        requireBase("API", apiBase, live);
        patience.requirePayForBetween(Duration.ofMinutes(45), Duration.ofDays(1));
    }

    /** Everything that has a default at its default. */
    static StripeSettings standard(boolean live, String account, String secretKey, List<String> webhookSecrets) {
        return new StripeSettings(live, account, secretKey, webhookSecrets, STRIPE, CallTimes.STANDARD, PATIENCE);
    }

    StripeSettings at(URI base) {
        return new StripeSettings(live, account, secretKey, webhookSecrets, base, times, patience);
    }

    StripeSettings with(CallTimes others) {
        return new StripeSettings(live, account, secretKey, webhookSecrets, apiBase, others, patience);
    }

    /** Whose books the facts are from: {@code stripe/acct_1Abc/sandbox}. */
    Account books() {
        return Account.of("stripe", account, live);
    }

    @Override
    public String toString() {
        return "StripeSettings[live=" + live + ", account=" + account + ", secretKey=[redacted], webhookSecrets="
                + webhookSecrets.size() + " [redacted], apiBase=" + apiBase + ", times=" + times
                + ", patience=" + patience + "]";
    }
}
