package io.mizan.gateways.square.wire;

import io.mizan.gateways.json.JsonDocument;

/**
 * Square's {@code Money}.
 *
 * @param amount in the smallest unit of the currency
 * @param currency ISO 4217, upper case
 */
public record Amount(long amount, String currency) {
    static Amount of(JsonDocument money) {
        return new Amount(money.requiredNumber("amount"), money.requiredText("currency"));
    }
}
