package io.mizan.gateways.stripe;

import io.mizan.failure.FailureCategory;
import io.mizan.gateways.http.UnlistedCodes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Stripe's decline codes and the error codes of failed tries, in neutral words. */
final class StripeDeclines {
    private static final Logger LOG = Logger.getLogger(StripeDeclines.class.getName());
    private static final UnlistedCodes UNLISTED_CODES =
            new UnlistedCodes(LOG, Level.WARNING, "stripe.decline.unlisted");
    private static final Map<String, FailureCategory> CATEGORIES = new HashMap<>();

    static {
        all(
                FailureCategory.ISSUER_DECLINED,
                "card_declined generic_decline do_not_honor call_issuer approve_with_id issuer_not_available"
                        + " processing_error reenter_transaction try_again_later card_velocity_exceeded"
                        + " withdrawal_count_limit_exceeded pin_try_exceeded payment_intent_payment_attempt_failed"
                        + " payment_method_provider_decline could_not_process");
        all(
                FailureCategory.ISSUER_DECLINED_FINAL,
                "lost_card stolen_card pickup_card restricted_card invalid_account do_not_try_again"
                        + " revocation_of_authorization revocation_of_all_authorizations stop_payment_order"
                        + " no_action_taken not_permitted service_not_allowed transaction_not_allowed card_not_supported"
                        + " new_account_information_available testmode_decline card_decline_rate_limit_exceeded"
                        + " account_closed no_account bank_account_restricted debit_not_authorized");
        all(FailureCategory.INSUFFICIENT_FUNDS, "insufficient_funds balance_insufficient");
        all(FailureCategory.EXPIRED_CARD, "expired_card invalid_expiry_month invalid_expiry_year");
        all(
                FailureCategory.INCORRECT_CVC,
                "incorrect_cvc invalid_cvc incorrect_number invalid_number incorrect_zip incorrect_address"
                        + " incorrect_pin invalid_pin");
        all(
                FailureCategory.REQUIRES_ACTION,
                "authentication_required authentication_not_handled mobile_device_authentication_required"
                        + " offline_pin_required online_or_offline_pin_required payment_intent_authentication_failure");
        all(FailureCategory.FRAUD_SUSPECTED, "fraudulent merchant_blacklist security_violation");
        all(FailureCategory.DUPLICATE, "duplicate_transaction");
        all(FailureCategory.VALIDATION, "invalid_amount currency_not_supported");
        all(FailureCategory.CANCELED_BY_CUSTOMER, "payment_method_customer_decline");
        all(FailureCategory.EXPIRED, "payment_intent_payment_attempt_expired");
        all(FailureCategory.GATEWAY_ERROR, "payment_method_provider_timeout payment_method_not_available");
    }

    private StripeDeclines() {}

    /**
     * What a declined try comes to. A code that Stripe added since is an issuer's no, which is what most are; it is
     * logged, so that somebody adds it here.
     */
    static FailureCategory category(String code) {
        return known(code).orElseGet(() -> {
            UNLISTED_CODES.tell(code);
            return FailureCategory.ISSUER_DECLINED;
        });
    }

    static Optional<FailureCategory> known(String code) {
        return Optional.ofNullable(CATEGORIES.get(code));
    }

    private static void all(FailureCategory category, String codes) {
        for (var code : codes.split(" ", -1)) {
            CATEGORIES.put(code, category);
        }
    }
}
