package io.mizan.gateways.sadad;

import io.mizan.gateways.callback.CallbackFuzz;

class SadadFuzzTest extends CallbackFuzz {
    SadadFuzzTest() {
        super(new SadadCallback());
    }
}
