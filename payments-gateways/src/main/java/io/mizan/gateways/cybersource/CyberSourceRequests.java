package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Refunding.RefundIntent;
import io.mizan.gateway.Target;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.gateways.json.JsonText;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Writes what we ask of the REST interface: equal intents give equal bytes. It takes no idempotency key, so that every
 * request bears a code by which it alone is found again.
 */
final class CyberSourceRequests {
    /** Kind of reference: an approved sale or authorization. */
    static final String PAYMENT = "payment";
    /** Kind of reference: what was captured of an authorization. */
    static final String CAPTURE = "capture";

    static final String REFUND = "refund";

    static final String SEARCHES = "/tss/v2/searches";
    private static final String TRANSACTIONS = "/tss/v2/transactions/";
    private static final Pattern ID = Pattern.compile("[0-9]{10,26}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,50}");
    private static final int MOST_FOUND = 100;

    private final CyberSourceAmounts amounts;

    CyberSourceRequests(CyberSourceAmounts amounts) {
        this.amounts = amounts;
    }

    /**
     * The path and body of a request, as {@link GatewayRequest#content()} keeps them: the path, a line feed, the body.
     *
     * @param on the transaction that it is done to
     * @param code by which it is found again
     */
    record Content(String path, String body, String on, String code, Money amount) {
        private static final Pattern PATH =
                Pattern.compile("/pts/v2/(?:payments|captures)/([0-9]{10,26})/(?:captures|reversals|refunds)");

        static Content of(GatewayRequest request) {
            int lineFeed = request.content().indexOf('\n');
            var path = PATH.matcher(request.content().substring(0, Math.max(0, lineFeed)));
            if (!path.matches()) {
                throw new IllegalArgumentException("not a request of the CyberSource adapter");
            }
            var body = request.content().substring(lineFeed + 1);
            var json = JsonDocument.parse(body.getBytes(UTF_8));
            var subject = request.operation() == Operation.VOID ? "reversalInformation" : "orderInformation";
            var details = json.requiredObject(subject).requiredObject("amountDetails");
            return new Content(
                    path.group(),
                    body,
                    path.group(1),
                    json.requiredObject("clientReferenceInformation").requiredText("code"),
                    CyberSourceAmounts.fromCyberSource(
                            details.requiredText("totalAmount"), details.requiredText("currency")));
        }
    }

    GatewayRequest capture(Target target, Money amount, String idempotencyKey) {
        var body = body(idempotencyKey).add("orderInformation", details(amount));
        return request(Operation.CAPTURE, "/pts/v2/payments/" + required(target) + "/captures", body, idempotencyKey);
    }

    /**
     * An authorization is released as a whole: CyberSource takes no other amount than the bank agreed to.
     *
     * @param held that amount
     */
    GatewayRequest release(Target target, Money held, String idempotencyKey) {
        var body = body(idempotencyKey).add("reversalInformation", details(held));
        return request(Operation.VOID, "/pts/v2/payments/" + required(target) + "/reversals", body, idempotencyKey);
    }

    /** Of what was captured by itself under the capture, of a sale under the sale. */
    GatewayRequest refund(Target target, RefundIntent intent, String idempotencyKey) {
        var body = body(intent.reference()).add("orderInformation", details(intent.amount()));
        var path = target.ref(CAPTURE)
                .map(capture -> "/pts/v2/captures/" + checked(capture))
                .orElseGet(() -> "/pts/v2/payments/" + required(target));
        return request(Operation.REFUND, path + "/refunds", body, idempotencyKey);
    }

    /** All transactions with that code, of as many days as have passed. */
    static byte[] search(String code, Instant since, Instant now) {
        long days = Math.max(7, Duration.between(since, now).toDays() + 2);
        return JsonText.object()
                .add("save", false)
                .add("name", "mizan")
                .add("timezone", "UTC")
                .add(
                        "query",
                        "clientReferenceInformation.code:" + code + " AND submitTimeUtc:[NOW/DAY-" + days
                                + "DAYS TO NOW/DAY+1DAY}")
                .add("offset", 0)
                .add("limit", MOST_FOUND)
                .add("sort", "submitTimeUtc:desc")
                .build()
                .toString()
                .getBytes(UTF_8);
    }

    static String details(String transaction) {
        return TRANSACTIONS + checked(transaction);
    }

    /** A code of at most 50 characters; a key that is none becomes one that is as good. */
    static String code(String key) {
        return CODE.matcher(key).matches() ? key : Digests.sha256(key).substring(0, 40);
    }

    /** Into a path goes nothing but digits. */
    static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id of CyberSource's");
        }
        return id;
    }

    private static JsonObjectBuilder body(String key) {
        return JsonText.object()
                .add(
                        "clientReferenceInformation",
                        JsonText.object()
                                .add("code", code(key))
                                .add("transactionId", Digests.sha256(key).substring(0, 30)));
    }

    private JsonObjectBuilder details(Money amount) {
        return JsonText.object()
                .add(
                        "amountDetails",
                        JsonText.object()
                                .add("totalAmount", amounts.toCyberSource(amount))
                                .add("currency", amount.currencyCode()));
    }

    private static GatewayRequest request(Operation operation, String path, JsonObjectBuilder body, String key) {
        return new GatewayRequest(operation, key, path + '\n' + body.build());
    }

    private static String required(Target target) {
        return checked(target.ref(PAYMENT)
                .orElseThrow(() -> new IllegalStateException(target.attempt() + " has no payment that we know of")));
    }
}
