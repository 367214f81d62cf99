package sandbox.paypal.order;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * With what a payer wants to pay, and so what becomes of it when the order is completed.
 *
 * @param kind how it ends
 * @param code the issue, or the processor's response code; empty if it works
 */
public record Funding(Kind kind, String code) {
    /** What completing comes to. */
    public enum Kind {
        WORKS,
        /** An e-check: the money comes days later, or not at all. */
        PENDING,
        /** Refused with an issue; where it is the payer's, the payer may choose something else. */
        REFUSED,
        /** A card that its issuer declines: the order is completed, and its capture is declined. */
        DECLINED
    }

    public static final Funding BALANCE = new Funding(Kind.WORKS, "");
    public static final Funding E_CHECK = new Funding(Kind.PENDING, "ECHECK");
    public static final Funding REFUSED = new Funding(Kind.REFUSED, "INSTRUMENT_DECLINED");

    /** PayPal's own triggers, in the name of the holder of a guest's card ("Card testing, rejection triggers"). */
    private static final Map<String, String> HOLDERS = Map.of(
            "CCREJECT-REFUSED", "0500",
            "CCREJECT-SF", "9500",
            "CCREJECT-EC", "5400",
            "CCREJECT-IRC", "5180",
            "CCREJECT-IF", "5120",
            "CCREJECT-LS", "9520",
            "CCREJECT-IA", "1330",
            "CCREJECT-BANK_ERROR", "5100",
            "CCREJECT-CVV_F", "00N7");

    /** Issues of the payer, which other means may mend ("Orders v2", capture); the others leave the order as it is. */
    private static final Set<String> PAYERS = Set.of(
            "INSTRUMENT_DECLINED",
            "REDIRECT_PAYER_FOR_ALTERNATE_FUNDING",
            "PAYER_ACTION_REQUIRED",
            "PAYER_CANNOT_PAY",
            "PAYER_ACCOUNT_RESTRICTED",
            "PAYER_ACCOUNT_LOCKED_OR_CLOSED",
            "TRANSACTION_REFUSED",
            "TRANSACTION_LIMIT_EXCEEDED");

    public static Funding card(String holder) {
        return Optional.ofNullable(HOLDERS.get(holder.strip().toUpperCase(Locale.ROOT)))
                .map(code -> new Funding(Kind.DECLINED, code))
                .orElse(BALANCE);
    }

    /** Completing is refused with that issue. */
    public static Funding refused(String issue) {
        return new Funding(Kind.REFUSED, issue.toUpperCase(Locale.ROOT));
    }

    boolean isForThePayerToMend() {
        return kind == Kind.REFUSED && PAYERS.contains(code);
    }
}
