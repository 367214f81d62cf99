package sandbox.stripe.payment;

import java.util.Optional;

/**
 * One line of a checkout.
 *
 * @param id {@code li_…}
 * @param unitAmount price of one, in the session's smallest unit
 */
public record LineItem(
        String id,
        String priceId,
        String productId,
        String name,
        Optional<String> description,
        long unitAmount,
        long quantity) {
    public long total() {
        return Math.multiplyExact(unitAmount, quantity);
    }
}
