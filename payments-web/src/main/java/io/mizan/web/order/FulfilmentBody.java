package io.mizan.web.order;

import io.mizan.order.Fulfilment;
import io.mizan.web.json.Members;
import java.util.List;

/** {@code {"status": "fulfilled", "note": "handed over"}} */
record FulfilmentBody(Fulfilment status, String note) {
    private static final int LONGEST_NOTE = 200;

    static FulfilmentBody read(Members body) {
        body.shape(List.of("status"), List.of("note"));
        return new FulfilmentBody(
                body.value("status", FulfilmentBody::status),
                body.optionalText("note", LONGEST_NOTE).orElse(""));
    }

    private static Fulfilment status(String code) {
        if (code.equals(Fulfilment.FULFILLED.code())) {
            return Fulfilment.FULFILLED;
        }
        if (code.equals(Fulfilment.REVOKED.code())) {
            return Fulfilment.REVOKED;
        }
        throw new IllegalArgumentException("it is fulfilled or revoked");
    }
}
