package sandbox.stripe.payment;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a try to pay did not succeed, in Stripe's words.
 *
 * @param code the error's code, {@code card_declined} for most
 * @param declineCode the issuer's reason, absent where the code says it all
 * @param message for the customer
 * @param adviceCode what the network advises, absent where it does not
 */
public record Decline(String code, Optional<String> declineCode, String message, Optional<String> adviceCode) {
    public static final String AUTHENTICATION_FAILED = "payment_intent_authentication_failure";

    private static final Set<String> CODES_OF_THEIR_OWN = Set.of(
            "expired_card",
            "incorrect_cvc",
            "processing_error",
            "incorrect_number",
            "incorrect_zip",
            AUTHENTICATION_FAILED);

    private static final Map<String, String> MESSAGES = Map.of(
            "insufficient_funds",
            "Your card has insufficient funds.",
            "expired_card",
            "Your card has expired.",
            "incorrect_cvc",
            "Your card's security code is incorrect.",
            "incorrect_number",
            "Your card number is incorrect.",
            "processing_error",
            "An error occurred while processing your card. Try again in a little bit.",
            AUTHENTICATION_FAILED,
            "We could not authenticate your payment method. Choose another one and try again.",
            "testmode_decline",
            "Your card was declined. Test mode takes test cards only.");

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("insufficient_funds", "try_again_later"),
            Map.entry("generic_decline", "try_again_later"),
            Map.entry("processing_error", "try_again_later"),
            Map.entry("card_velocity_exceeded", "try_again_later"),
            Map.entry("expired_card", "do_not_try_again"),
            Map.entry("lost_card", "do_not_try_again"),
            Map.entry("stolen_card", "do_not_try_again"),
            Map.entry("fraudulent", "do_not_try_again"),
            Map.entry("testmode_decline", "do_not_try_again"),
            Map.entry("incorrect_cvc", "confirm_card_data"),
            Map.entry("incorrect_number", "confirm_card_data"));

    /** The decline that Stripe's tables list under this word, be it a code or a decline code. */
    public static Decline of(String word) {
        var ownCode = CODES_OF_THEIR_OWN.contains(word);
        return new Decline(
                ownCode ? word : "card_declined",
                ownCode ? Optional.empty() : Optional.of(word),
                MESSAGES.getOrDefault(word, "Your card was declined."),
                Optional.ofNullable(ADVICE.get(word)));
    }

    /** The one word that tells this decline from the others. */
    public String word() {
        return declineCode.orElse(code);
    }

    public boolean isBlockedAsFraud() {
        return word().equals("fraudulent");
    }

    public boolean isAuthenticationFailure() {
        return code.equals(AUTHENTICATION_FAILED);
    }
}
