package sandbox.btcpay;

/** The one store that the simulator plays. */
final class BtcPayAccount {
    static final String GATEWAY = "btcpay";
    static final String PATH = "/btcpay";
    static final String PAYMENT_METHOD = "BTC-CHAIN";

    private BtcPayAccount() {}
}
