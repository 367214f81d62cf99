package sandbox.qpay;

/**
 * The one merchant that there is, and its secret.
 *
 * @param bankId the acquiring bank
 */
public record QPayAccount(String bankId, String merchantId, String secretKey) {
    public static final String GATEWAY = "qpay";
    /** Where everything of it lies in this process. */
    public static final String PATH = "/qpay";

    @Override
    public String toString() {
        return "QPayAccount[" + bankId + ", " + merchantId + ", [redacted]]";
    }
}
