package io.mizan.gateways.sadad;

import io.mizan.gateways.json.JsonDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A webhook of SADAD's. It is only a reason to ask: number, status and amount stand next to each other in the text that is
 * hashed, so that one genuine message reads in several ways, and nothing in it says which was meant.
 *
 * @param reference ours, if it is about a checkout
 * @param transaction in SADAD's words
 */
record SadadWebhook(
        String reference,
        String transaction,
        String merchantId,
        boolean test,
        String hash,
        Map<String, String> values) {
    private static final List<String> HASHED = List.of(
            "invoiceNumber",
            "isTestMode",
            "merchantId",
            "message",
            "transactionNumber",
            "transactionStatus",
            "txnAmount",
            "websiteRefNo");

    /** @throws IllegalArgumentException if it is no webhook of SADAD's */
    static SadadWebhook of(byte[] body) {
        var json = JsonDocument.parse(body);
        var values = new LinkedHashMap<String, String>();
        HASHED.forEach(name -> json.scalar(name).ifPresent(value -> values.put(name, value)));
        return new SadadWebhook(
                values.getOrDefault("websiteRefNo", ""),
                json.scalar("transactionNumber")
                        .filter(number -> number.matches("SD[0-9]{6,20}"))
                        .orElseThrow(() -> new IllegalArgumentException("no transaction")),
                values.getOrDefault("merchantId", ""),
                values.getOrDefault("isTestMode", "").equals("1"),
                json.requiredText(SadadHash.OF_ANSWER),
                values);
    }

    /** The ways in which the amount may have been written when it was hashed: a float is printed in several. */
    List<Map<String, String>> readings() {
        return Optional.ofNullable(values.get("txnAmount"))
                .filter(amount -> amount.matches("[0-9]{1,12}(\\.[0-9]{1,6})?"))
                .map(BigDecimal::new)
                .map(amount -> List.of(
                        values,
                        with(amount.stripTrailingZeros().toPlainString()),
                        with(amount.setScale(2, RoundingMode.HALF_UP).toPlainString())))
                .orElse(List.of(values));
    }

    private Map<String, String> with(String amount) {
        var changed = new LinkedHashMap<>(values);
        changed.put("txnAmount", amount);
        return changed;
    }
}
