package io.mizan.gateways.qpay;

import static io.mizan.failure.FailureCategory.AUTHENTICATION;
import static io.mizan.failure.FailureCategory.CANCELED_BY_CUSTOMER;
import static io.mizan.failure.FailureCategory.DUPLICATE;
import static io.mizan.failure.FailureCategory.FRAUD_SUSPECTED;
import static io.mizan.failure.FailureCategory.GATEWAY_ERROR;
import static io.mizan.failure.FailureCategory.ISSUER_DECLINED;
import static io.mizan.failure.FailureCategory.VALIDATION;
import static io.mizan.gateways.settings.Requirements.require;

import io.mizan.failure.FailureCategory;
import io.mizan.gateways.http.UnlistedCodes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * QPay's status codes in neutral words. Its guide names no reason of an issuer; the messages beside the codes are for
 * people and are never read here.
 *
 * @param pending statuses of a payment that is under way and that the guide does not name, of four digits. Default
 *     {@code 1220}, which one integrator saw
 * @param refusing families of statuses that the guide does not name and by which a payment is refused, {@code x} for any digit.
 *     Default {@code 2xxx} and {@code 3xxx}
 */
record QPayCodes(Set<String> pending, Set<String> refusing) {
    static final String PAID = "0000";

    /** QPay knows no payment of this number. Soon after the page was opened that only means that nobody has paid yet. */
    static final String NO_SUCH_PAYMENT = "8106";

    /** How the codes begin by which a message is refused that QPay could not read or would not believe. */
    private static final String MESSAGE_ERROR = "EZConnect-";

    private static final Logger LOG = Logger.getLogger(QPayCodes.class.getName());
    private static final UnlistedCodes UNLISTED_CODES = new UnlistedCodes(LOG, Level.WARNING, "qpay.code.unlisted");
    private static final Map<String, Status> PAYMENTS = new HashMap<>();
    private static final Map<String, Status> REFUNDS = new HashMap<>();

    static {
        moved(PAYMENTS, Meaning.DONE, PAID);
        put(PAYMENTS, Meaning.CANCELED, CANCELED_BY_CUSTOMER, "2996");
        put(PAYMENTS, Meaning.REFUSED, ISSUER_DECLINED, "3000");
        put(PAYMENTS, Meaning.REFUSED, FRAUD_SUSPECTED, "4100");
        put(PAYMENTS, Meaning.REFUSED, VALIDATION, "5019 8108");
        put(PAYMENTS, Meaning.REFUSED, AUTHENTICATION, "8200 8201");
        put(PAYMENTS, Meaning.UNDECIDED, VALIDATION, NO_SUCH_PAYMENT);
        put(PAYMENTS, Meaning.UNDECIDED, GATEWAY_ERROR, "8300 9001");

        moved(REFUNDS, Meaning.DONE, "0000");
        moved(REFUNDS, Meaning.UNDER_WAY, "5002");
        put(REFUNDS, Meaning.REFUSED, ISSUER_DECLINED, "5003");
        put(REFUNDS, Meaning.REFUSED, VALIDATION, "5004 5006 5008 5011 5012 5018 5019 8106 8107 8108");
        put(REFUNDS, Meaning.REFUSED, GATEWAY_ERROR, "5013");
        put(REFUNDS, Meaning.REFUSED, AUTHENTICATION, "8200 8201");
        put(REFUNDS, Meaning.UNDECIDED, DUPLICATE, "5015");
        put(REFUNDS, Meaning.UNDECIDED, GATEWAY_ERROR, "1220 5007 8300 9001");

        for (var codes : List.of(PAYMENTS, REFUNDS)) {
            put(codes, Meaning.REFUSED, VALIDATION, messageErrors("01 02 03 04 12 13 14 15 16 17 18 19"));
            put(codes, Meaning.REFUSED, AUTHENTICATION, messageErrors("05 06 07 08 09 10"));
        }
    }

    static final QPayCodes STANDARD = new QPayCodes(Set.of("1220"), Set.of("2xxx", "3xxx"));

    QPayCodes {
        pending = Set.copyOf(pending);
        refusing = Set.copyOf(refusing);
        pending.forEach(code -> {
            require(code.matches("[0-9]{4}"), "a status of QPay's has four digits");
            require(!PAYMENTS.containsKey(code), "a status that QPay's guide names keeps its meaning");
        });
        refusing.forEach(family -> require(
                family.matches("[0-9][0-9x]{3}"),
                "statuses of QPay's are written in four digits, x for any but the first"));
    }

    /** What a status comes to. */
    enum Meaning {
        /** The money moved. */
        DONE,
        /** It will move, or a bank will say no. */
        UNDER_WAY,
        /** The customer went back. */
        CANCELED,
        /** It will not move by this request. */
        REFUSED,
        /** Nothing is known from this: ask, or let a person look. */
        UNDECIDED
    }

    /**
     * @param category why it did not go through; empty if it did or still may
     * @param unlisted the guide does not name the code
     */
    record Status(String code, Meaning meaning, Optional<FailureCategory> category, boolean unlisted) {}

    /**
     * What became of a payment. An unlisted code of the families of refusals is a refusal, and so is one of the message errors;
     * any other decides nothing. Each is logged, so that somebody adds it here.
     */
    Status ofPayment(String code) {
        if (pending.contains(code)) {
            return new Status(code, Meaning.UNDECIDED, Optional.of(GATEWAY_ERROR), false);
        }
        return listed(PAYMENTS, code)
                .orElseGet(() -> isRefusal(code)
                        ? unlisted(code, Meaning.REFUSED, ISSUER_DECLINED)
                        : unlisted(code, Meaning.UNDECIDED, GATEWAY_ERROR));
    }

    /** What became of a refund. An unlisted code decides nothing, for money may have moved. */
    static Status ofRefund(String code) {
        return listed(REFUNDS, code).orElseGet(() -> unlisted(code, Meaning.UNDECIDED, GATEWAY_ERROR));
    }

    private static Optional<Status> listed(Map<String, Status> codes, String code) {
        return Optional.ofNullable(codes.get(code))
                .or(() -> code.startsWith(MESSAGE_ERROR)
                        ? Optional.of(unlisted(code, Meaning.REFUSED, VALIDATION))
                        : Optional.empty());
    }

    private boolean isRefusal(String code) {
        return refusing.stream().anyMatch(family -> code.matches(family.replace("x", "[0-9]")));
    }

    private static Status unlisted(String code, Meaning meaning, FailureCategory category) {
        UNLISTED_CODES.tell(code);
        return new Status(code, meaning, Optional.of(category), true);
    }

    private static String messageErrors(String numbers) {
        return MESSAGE_ERROR + "00" + numbers.replace(" ", " " + MESSAGE_ERROR + "00");
    }

    private static void moved(Map<String, Status> codes, Meaning meaning, String code) {
        codes.put(code, new Status(code, meaning, Optional.empty(), false));
    }

    private static void put(Map<String, Status> codes, Meaning meaning, FailureCategory category, String listed) {
        for (var code : listed.split(" ", -1)) {
            codes.put(code, new Status(code, meaning, Optional.of(category), false));
        }
    }
}
