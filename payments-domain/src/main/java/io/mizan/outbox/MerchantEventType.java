package io.mizan.outbox;

/** What a merchant is told. */
public enum MerchantEventType {
    ORDER_PAID("order.paid"),
    ORDER_PAYMENT_FAILED("order.payment_failed"),
    ORDER_EXPIRED("order.expired");

    private final String code;

    MerchantEventType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
