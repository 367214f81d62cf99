package sandbox.paypal;

/** The one merchant account that the simulator plays. */
public final class PayPalAccount {
    public static final String GATEWAY = "paypal";
    /** Below it lies everything that is below PayPal's own hosts. */
    public static final String PATH = "/paypal";

    /** Who pays: there is one payer. */
    public static final String PAYER = "SIMPAYER00001";

    private PayPalAccount() {}
}
