package io.mizan.gateways.square;

import io.mizan.gateways.callback.CallbackFuzz;

class SquareFuzzTest extends CallbackFuzz {
    SquareFuzzTest() {
        super(new SquareCallback());
    }
}
