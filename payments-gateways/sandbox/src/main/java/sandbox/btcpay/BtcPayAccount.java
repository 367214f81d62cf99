package sandbox.btcpay;

import java.math.BigDecimal;

/** The one store that the simulator plays. */
final class BtcPayAccount {
    static final String GATEWAY = "btcpay";
    static final String PATH = "/btcpay";
    static final String PAYMENT_METHOD = "BTC-CHAIN";
    /** What one bitcoin costs, of any currency. */
    static final BigDecimal RATE = new BigDecimal("250000");

    private BtcPayAccount() {}
}
