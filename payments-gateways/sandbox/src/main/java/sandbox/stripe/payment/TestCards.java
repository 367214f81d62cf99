package sandbox.stripe.payment;

import static java.util.Map.entry;

import java.util.Map;

/**
 * The card numbers that Stripe publishes for testing, and how each behaves. Any other number is declined, as it is in
 * Stripe's test mode: a real card must never seem to work here.
 */
final class TestCards {
    private static final Verdict CHALLENGE = Verdict.APPROVED.afterChallenge();

    private static final Map<String, Verdict> VERDICTS = Map.ofEntries(
            // they simply pay: Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay
            entry("4242424242424242", Verdict.APPROVED),
            entry("4000056655665556", Verdict.APPROVED),
            entry("5555555555554444", Verdict.APPROVED),
            entry("2223003122003222", Verdict.APPROVED),
            entry("5200828282828210", Verdict.APPROVED),
            entry("5105105105105100", Verdict.APPROVED),
            entry("378282246310005", Verdict.APPROVED),
            entry("371449635398431", Verdict.APPROVED),
            entry("6011111111111117", Verdict.APPROVED),
            entry("3056930009020004", Verdict.APPROVED),
            entry("3566002020360505", Verdict.APPROVED),
            entry("6200000000000005", Verdict.APPROVED),
            // the issuer says no
            entry("4000000000000002", Verdict.declined("generic_decline")),
            entry("4000000000009995", Verdict.declined("insufficient_funds")),
            entry("4000000000009987", Verdict.declined("lost_card")),
            entry("4000000000009979", Verdict.declined("stolen_card")),
            entry("4000000000000069", Verdict.declined("expired_card")),
            entry("4000000000000127", Verdict.declined("incorrect_cvc")),
            entry("4000000000000119", Verdict.declined("processing_error")),
            entry("4000000000006975", Verdict.declined("card_velocity_exceeded")),
            entry("4000000000000341", Verdict.declined("generic_decline")),
            // the customer has to authenticate
            entry("4000002500003155", CHALLENGE),
            entry("4000002760003184", CHALLENGE),
            entry("4000000000003220", CHALLENGE),
            entry("4000000000003055", Verdict.APPROVED),
            entry("4000008400001629", Verdict.declined("generic_decline").afterChallenge()),
            entry("4000008260003178", Verdict.declined("insufficient_funds").afterChallenge()),
            // risk
            entry("4100000000000019", Verdict.declined("fraudulent")),
            entry("4000000000004954", Verdict.APPROVED.atRisk("highest")),
            entry("4000000000009235", Verdict.APPROVED.atRisk("elevated")),
            entry("4000000000000101", Verdict.APPROVED),
            // they pay; what is special about them happens after the payment
            entry("4000000000000259", Verdict.APPROVED),
            entry("4000000000002685", Verdict.APPROVED),
            entry("4000000000001976", Verdict.APPROVED),
            entry("4000000000005423", Verdict.APPROVED),
            entry("4000000404000079", Verdict.APPROVED),
            entry("4000000000007726", Verdict.APPROVED),
            entry("4000000000005126", Verdict.APPROVED),
            entry("4000000000000077", Verdict.APPROVED));

    /** The card whose CVC the issuer finds wrong without declining it. */
    private static final String CVC_CHECK_FAILS = "4000000000000101";

    /** Its refunds are under way for a while. */
    private static final String REFUND_WAITS = "7726";

    private TestCards() {}

    static Verdict verdictOn(String number) {
        return VERDICTS.getOrDefault(number, Verdict.declined("testmode_decline"));
    }

    static boolean refundWaits(PaymentMethod method) {
        return method.card()
                .map(PaymentMethod.Card::lastFour)
                .filter(REFUND_WAITS::equals)
                .isPresent();
    }

    static boolean passesCvcCheck(String number) {
        return !number.equals(CVC_CHECK_FAILS);
    }
}
