package io.mizan.gateways.qpay;

import io.mizan.gateways.callback.CallbackFuzz;

class QPayFuzzTest extends CallbackFuzz {
    QPayFuzzTest() {
        super(new QPayCallback());
    }
}
