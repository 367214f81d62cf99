package io.mizan.web.attempt;

import io.mizan.money.Money;
import io.mizan.web.json.Members;
import io.mizan.web.json.MoneyBody;
import io.mizan.web.order.Reference;
import java.util.List;
import java.util.Optional;

/**
 * {@code {"reference": "cap-1", "amount": {"minor": 25000, "currency": "QAR"}}}
 *
 * @param amount absent for all that is authorized
 */
record CaptureBody(String reference, Optional<Money> amount) {
    static CaptureBody read(Members body) {
        body.shape(List.of("reference"), List.of("amount"));
        return new CaptureBody(
                body.value("reference", Reference::read), body.optionalObject("amount", MoneyBody::read));
    }
}
