package io.mizan.gateways.btcpay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateways.callback.CallbackFuzz;

class BtcPayFuzzTest extends CallbackFuzz {
    private static final String REFUND =
            "{\"deliveryId\":\"DLV1\",\"originalDeliveryId\":\"DLV1\",\"type\":\"InvoiceRefund\",\"timestamp\":1772356530,"
                    + "\"storeId\":\"STORE1\",\"invoiceId\":\"INV1\",\"pullPaymentId\":\"PP1\",\"metadata\":{\"orderId\":\"att_1\"}}";

    BtcPayFuzzTest() {
        super(new BtcPayCallback(), REFUND.getBytes(UTF_8));
    }
}
