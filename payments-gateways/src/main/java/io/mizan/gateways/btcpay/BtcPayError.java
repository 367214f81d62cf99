package io.mizan.gateways.btcpay;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.UnlistedCodes;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What BTCPay says when it refuses: an object with a code (400, 401, 403, 404), or an array of fields that are wrong
 * (422).
 *
 * @param code its own word; empty if the answer is none of BTCPay's
 */
record BtcPayError(String code) {
    private static final Logger LOG = Logger.getLogger(BtcPayError.class.getName());
    private static final UnlistedCodes UNLISTED_CODES = new UnlistedCodes(LOG, Level.WARNING, "btcpay.code.unlisted");
    private static final Map<String, FailureCategory> CATEGORIES = Map.ofEntries(
            Map.entry("non-refundable", FailureCategory.VALIDATION),
            Map.entry("invalid-state", FailureCategory.VALIDATION),
            Map.entry("invoice-not-found", FailureCategory.VALIDATION),
            Map.entry("payout-not-found", FailureCategory.VALIDATION),
            Map.entry("pullpayment-not-found", FailureCategory.VALIDATION),
            Map.entry("expired", FailureCategory.VALIDATION),
            Map.entry("not-started", FailureCategory.VALIDATION),
            Map.entry("archived", FailureCategory.VALIDATION),
            Map.entry("amount-too-low", FailureCategory.VALIDATION),
            Map.entry("payment-method-not-supported", FailureCategory.VALIDATION),
            Map.entry("old-revision", FailureCategory.VALIDATION),
            Map.entry("invalid-field", FailureCategory.VALIDATION),
            Map.entry("duplicate-destination", FailureCategory.DUPLICATE),
            Map.entry("overdraft", FailureCategory.INSUFFICIENT_FUNDS),
            Map.entry("rate-unavailable", FailureCategory.GATEWAY_ERROR),
            Map.entry("rate-failure", FailureCategory.GATEWAY_ERROR),
            Map.entry("unauthenticated", FailureCategory.AUTHENTICATION),
            Map.entry("missing-permission", FailureCategory.AUTHENTICATION));

    static BtcPayError in(HttpReply.Answered answer) {
        try {
            if (answer.text().stripLeading().startsWith("[")) {
                var fields =
                        JsonDocument.parse(("{\"fields\":" + answer.text() + "}").getBytes(StandardCharsets.UTF_8));
                return new BtcPayError(
                        fields.objects("fields").stream()
                                        .flatMap(field -> field.text("path").stream())
                                        .findFirst()
                                        .isPresent()
                                ? "invalid-field"
                                : "");
            }
            return new BtcPayError(
                    JsonDocument.parse(answer.body()).text("code").orElse(""));
        } catch (IllegalArgumentException unreadable) {
            return new BtcPayError("");
        }
    }

    boolean isNotFound() {
        return code.endsWith("-not-found");
    }

    /** A no of BTCPay's own; whatever else answers with a 4xx leaves it unknown. A missing rate may be there later. */
    GatewayResult result(int status) {
        LOG.log(Level.WARNING, "event=btcpay.refused status={0} code={1}", new Object[] {
            Integer.toString(status), Words.forLog(code)
        });
        if (code.isEmpty()) {
            return GatewayResult.Unknown.ofAnswer("http " + status + ": no error of BTCPay's");
        }
        var known = Optional.ofNullable(CATEGORIES.get(code));
        if (known.isEmpty()) {
            UNLISTED_CODES.tell(code);
        }
        var category = known.orElse(FailureCategory.VALIDATION);
        return category == FailureCategory.GATEWAY_ERROR
                ? GatewayResult.Retryable.ofAnswer(category)
                : new GatewayResult.Declined(category, Words.forLog(code), known.isEmpty());
    }
}
