package sandbox.square.book;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order with its link and everything that was paid and given back: Square's own documents.
 *
 * @param link absent once it was deleted
 * @param redirectUrl where the customer goes after paying
 * @param payments declined ones too, oldest first
 */
public record Checkout(
        JsonObject order,
        Optional<JsonObject> link,
        String linkId,
        Optional<String> redirectUrl,
        Optional<String> challengedCard,
        List<JsonObject> payments,
        List<JsonObject> refunds) {
    public String id() {
        return order.getString("id");
    }

    public Optional<String> reference() {
        return SquareJson.text(order, "reference_id");
    }

    public long minor() {
        return order.getJsonObject("total_money").getJsonNumber("amount").longValueExact();
    }

    public String currency() {
        return order.getJsonObject("total_money").getString("currency");
    }

    /** The payment that took money. */
    public Optional<JsonObject> paid() {
        return payments.stream()
                .filter(payment -> payment.getString("status").equals("COMPLETED"))
                .findFirst();
    }

    public boolean isPayable() {
        return link.isPresent() && paid().isEmpty() && !isCanceled();
    }

    public boolean isCanceled() {
        return order.getString("state").equals("CANCELED");
    }

    /** Why the last card was declined; absent if there was none, or a later one worked. */
    public Optional<String> lastDecline() {
        return payments.stream()
                .reduce((earlier, later) -> later)
                .filter(payment -> payment.getString("status").equals("FAILED"))
                .map(payment -> payment.getJsonObject("card_details")
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getString("code"));
    }

    /** Every name by which a rule may mean this checkout. */
    public Set<String> names() {
        var names = new HashSet<>(Set.of(id(), linkId));
        reference().ifPresent(names::add);
        names.addAll(SquareJson.metadata(order).values());
        payments.forEach(payment -> names.add(payment.getString("id")));
        return names;
    }
}
