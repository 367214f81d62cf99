package sandbox.stripe.payment;

import java.util.Optional;

/**
 * What the customer paid with, as far as anybody may know it afterwards.
 *
 * @param id {@code pm_…}
 * @param card absent for a bank debit
 * @param holder the name that the customer typed
 */
public record PaymentMethod(String id, Optional<Card> card, Optional<String> holder) {
    /** The bank whose account every bank debit of the simulator is taken from. */
    public static final String BANK = "STRIPE TEST BANK";

    public static final String BANK_LAST_FOUR = "6789";
    public static final String BANK_DEBIT = "us_bank_account";

    public String type() {
        return card.isPresent() ? "card" : BANK_DEBIT;
    }

    public static PaymentMethod bankDebit(String id, Optional<String> holder) {
        return new PaymentMethod(id, Optional.empty(), holder);
    }

    /**
     * A card without its number.
     *
     * @param expiryYear four digits
     * @param cvcPassed whether the issuer found the CVC right
     */
    public record Card(String brand, String lastFour, int expiryMonth, int expiryYear, boolean cvcPassed) {}
}
