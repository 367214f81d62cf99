package io.mizan.gateways.square;

import static io.mizan.gateways.settings.Requirements.require;
import static io.mizan.gateways.settings.Requirements.requireBase;
import static io.mizan.gateways.settings.Requirements.requireBetween;
import static io.mizan.gateways.settings.Requirements.requireOneOrTwo;
import static java.util.Objects.requireNonNull;

import io.mizan.fact.Account;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.gateways.settings.Patience;
import java.net.URI;
import java.time.Duration;
import java.util.List;

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
 * @param least the least amount that the location takes, in its currency's smallest unit; a number from 1 to 999999. Default
 *     {@link SquareAmounts#leastOf}
 * @param keyLife how long Square certainly keeps an idempotency key. Default and most 1 day, at least 1 hour: whoever relies on
 *     a key that is forgotten gives the same money back twice
 * @param times of its calls
 * @param patience how long a page is payable: Square ends none by itself, we close it. 10 minutes to 24 hours
 */
record SquareSettings(
        boolean live,
        String location,
        String currency,
        String accessToken,
        List<String> signatureKeys,
        URI notificationUrl,
        URI apiBase,
        String least,
        Duration keyLife,
        CallTimes times,
        Patience patience) {
    static final URI PRODUCTION = URI.create("https://connect.squareup.com");
    static final URI SANDBOX = URI.create("https://connect.squareupsandbox.com");
    static final Duration DEFAULT_KEY_LIFE = Duration.ofDays(1);
    static final Patience PATIENCE = new Patience(
            Duration.ofHours(1),
            Duration.ofDays(3),
            List.of(
                    Duration.ofSeconds(20),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1)));

    SquareSettings {
        signatureKeys = List.copyOf(signatureKeys);
        requireNonNull(notificationUrl, "notificationUrl");
        require(location.matches("[A-Za-z0-9]{1,50}"), "the Square location is 1 to 50 letters and digits");
        require(
                SquareAmounts.CURRENCIES.contains(currency),
                "the currency of the Square location is one of " + String.join(", ", SquareAmounts.CURRENCIES));
        require(accessToken.matches("[!-~]{8,500}"), "the Square access token is missing");
        requireOneOrTwo("webhook signature key", signatureKeys);
        signatureKeys.forEach(key -> require(key.matches("[!-~]{8,200}"), "a Square signature key is too short"));
        requireBase("API", apiBase, live);
        require(
                !live || !SANDBOX.getHost().equals(apiBase.getHost()),
                "this is live mode, and the address of Square's API is that of its sandbox");
        require(
                live || !PRODUCTION.getHost().equals(apiBase.getHost()),
                "this is the sandbox, and the address of Square's API is that of its production");
        require(least.matches("[1-9][0-9]{0,5}"), "the least amount at Square is a number from 1 to 999999");
        requireBetween("life of an idempotency key", keyLife, Duration.ofHours(1), DEFAULT_KEY_LIFE);
        requireNonNull(times, "times");
        patience.requirePayForBetween(Duration.ofMinutes(10), Duration.ofDays(1));
    }

    SquareAmounts amounts() {
        return new SquareAmounts(currency, Long.parseLong(least));
    }

    /** Whose books the facts are from: {@code square/L88917AVBK2S5/sandbox}. */
    Account books() {
        return Account.of("square", location, live);
    }

    @Override
    public String toString() {
        return "SquareSettings[live=" + live + ", location=" + location + ", currency=" + currency
                + ", accessToken=[redacted], signatureKeys=" + signatureKeys.size() + " [redacted], notificationUrl="
                + notificationUrl + ", apiBase=" + apiBase + "]";
    }
}
