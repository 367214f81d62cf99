package sandbox.qpay.payment;

/** QPay's status codes that the simulator gives, with the messages for people. */
public final class Statuses {
    public static final String PAID = "0000";
    public static final String CANCELED = "2996";
    public static final String FAILED = "3000";
    public static final String RISK = "4100";
    public static final String NO_SUCH_PAYMENT = "8106";

    private Statuses() {}

    static String message(String status) {
        return switch (status) {
            case PAID -> "Payment Processed Successfully";
            case CANCELED -> "Payment cancelled by customer";
            case RISK -> "Payment rejected by risk rule";
            default -> "Payment Failed";
        };
    }

    /** What somebody means who asks for a decline: a code of QPay's, or a word. */
    static String declined(String wanted) {
        return wanted.matches("[0-9]{4}") && !wanted.equals(PAID) ? wanted : wanted.contains("fraud") ? RISK : FAILED;
    }
}
