package sandbox.square.book;

import static sandbox.square.book.SquareJson.array;
import static sandbox.square.book.SquareJson.money;
import static sandbox.square.book.SquareJson.object;
import static sandbox.square.book.SquareJson.over;
import static sandbox.square.book.SquareJson.time;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import sandbox.square.SquareAccount;

/** Square's documents, as they are made and as they become. Pure: nothing is kept here. */
final class Documents {
    /** Square's cut, told some time after the payment. */
    private static final long FEE_PERCENT = 3;

    private Documents() {}

    static JsonObject order(String id, NewLink wanted, SquareAccount account, Instant now) {
        var order = object().add("id", id)
                .add("location_id", account.location())
                .add("source", object().add("name", "Payment link"))
                .add("state", "DRAFT")
                .add("version", 1)
                .add("line_items", wanted.lines())
                .add("total_money", money(wanted.total(), account.currency()))
                .add("created_at", time(now))
                .add("updated_at", time(now));
        wanted.reference().ifPresent(reference -> order.add("reference_id", reference));
        if (!wanted.metadata().isEmpty()) {
            var metadata = object();
            wanted.metadata().forEach(metadata::add);
            order.add("metadata", metadata);
        }
        return order.build();
    }

    static JsonObject link(String id, String order, String url, NewLink wanted, Instant now) {
        var options = object();
        wanted.redirectUrl().ifPresent(address -> options.add("redirect_url", address));
        var link = object().add("id", id)
                .add("version", 1)
                .add("order_id", order)
                .add("url", url)
                .add("long_url", url)
                .add("created_at", time(now))
                .add("checkout_options", options);
        wanted.note().ifPresent(note -> link.add("payment_note", note));
        return link.build();
    }

    /** Of a checkout whose card was submitted; what the issuer said comes on top. */
    static JsonObject payment(String id, Checkout checkout, JsonObject amount, SquareAccount account, Instant now) {
        var payment = object().add("id", id)
                .add("source_type", "CARD")
                .add("amount_money", amount)
                .add("total_money", amount)
                .add("order_id", checkout.id())
                .add("location_id", account.location())
                .add("created_at", time(now))
                .add("updated_at", time(now));
        checkout.link()
                .flatMap(link -> SquareJson.text(link, "payment_note"))
                .ifPresent(note -> payment.add("note", note));
        return payment.build();
    }

    static JsonObject declined(JsonObject payment, JsonObject card, String code) {
        var error = object().add("category", "PAYMENT_METHOD_ERROR")
                .add("code", code)
                .add("detail", "Authorization error: '" + code + "'");
        return over(payment)
                .add("status", "FAILED")
                .add(
                        "card_details",
                        object().add("status", "FAILED").add("card", card).add("errors", array().add(error)))
                .build();
    }

    static JsonObject completed(JsonObject payment, JsonObject card, Instant now) {
        return over(payment)
                .add("status", "COMPLETED")
                .add(
                        "card_details",
                        object().add("status", "CAPTURED")
                                .add("card", card)
                                .add("card_payment_timeline", object().add("captured_at", time(now))))
                .build();
    }

    /** As it was before it was completed. */
    static JsonObject approved(JsonObject payment) {
        return over(payment)
                .add("status", "APPROVED")
                .add("card_details", object().add("status", "AUTHORIZED"))
                .build();
    }

    /** Given up by Square after the issuer approved it. */
    static JsonObject canceled(JsonObject payment, Instant now) {
        return over(payment)
                .add("updated_at", time(now.plusSeconds(1)))
                .add("status", "CANCELED")
                .add("card_details", object().add("status", "VOIDED"))
                .build();
    }

    static JsonObject withFee(JsonObject payment, Instant now) {
        var amount = payment.getJsonObject("amount_money");
        var fee = minor(amount) * FEE_PERCENT / 100;
        return over(payment)
                .add(
                        "processing_fee",
                        array().add(object().add("type", "INITIAL")
                                .add("effective_at", time(now))
                                .add("amount_money", money(fee, amount.getString("currency")))))
                .build();
    }

    static JsonObject tender(String payment, JsonObject amount) {
        return object().add("id", payment)
                .add("payment_id", payment)
                .add("type", "CARD")
                .add("amount_money", amount)
                .build();
    }

    static JsonObject refund(
            String id, String payment, JsonObject amount, Optional<String> reason, SquareAccount account, Instant now) {
        var refund = object().add("id", id)
                .add("status", "PENDING")
                .add("payment_id", payment)
                .add("order_id", SquareIds.order())
                .add("location_id", account.location())
                .add("amount_money", amount)
                .add("created_at", time(now))
                .add("updated_at", time(now));
        reason.ifPresent(why -> refund.add("reason", why));
        return refund.build();
    }

    static JsonObject refunded(JsonObject payment, JsonObject refund, Instant now) {
        var amount = refund.getJsonObject("amount_money");
        return over(payment)
                .add("refunded_money", money(refundedSoFar(payment) + minor(amount), amount.getString("currency")))
                .add("refund_ids", with(payment, "refund_ids", refund.getString("id")))
                .add("updated_at", time(now))
                .build();
    }

    /** @throws SquareError if Square would not give that back */
    static void requireRefundable(JsonObject payment, long amount, String currency) {
        var paid = payment.getJsonObject("amount_money");
        if (!payment.getString("status").equals("COMPLETED")) {
            throw SquareError.invalid("PAYMENT_NOT_REFUNDABLE", "This payment took no money.");
        }
        if (!currency.equals(paid.getString("currency"))) {
            throw SquareError.invalid("CURRENCY_MISMATCH", "The payment was in another currency.");
        }
        if (amount < 1 || refundedSoFar(payment) + amount > minor(paid)) {
            throw SquareError.invalid("REFUND_AMOUNT_INVALID", "The refund is more than is left of the payment.");
        }
    }

    private static long refundedSoFar(JsonObject payment) {
        return payment.containsKey("refunded_money") ? minor(payment.getJsonObject("refunded_money")) : 0;
    }

    private static long minor(JsonObject money) {
        return money.getJsonNumber("amount").longValueExact();
    }

    private static JsonArrayBuilder with(JsonObject document, String name, String more) {
        var list = array();
        if (document.containsKey(name)) {
            document.getJsonArray(name).forEach(list::add);
        }
        return list.add(more);
    }
}
