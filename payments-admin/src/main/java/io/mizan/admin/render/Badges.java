package io.mizan.admin.render;

import io.mizan.attempt.PaymentState;
import io.mizan.casework.CaseState;
import io.mizan.money.Money;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderStatus;

/** States as badges. */
public final class Badges {
    private final Words words;

    public Badges(Words words) {
        this.words = words;
    }

    /** @param captured in all, against the amount of the order: too much is no payment either, and no part of one */
    public Badge of(OrderStatus status, Money amount, Money captured) {
        if (status == OrderStatus.PARTIALLY_PAID && captured.compareTo(amount) > 0) {
            return new Badge(words.text("order.status.overpaid"), Tone.BAD);
        }
        var tone =
                switch (status) {
                    case PAID -> Tone.GOOD;
                    case PENDING, AUTHORIZED -> Tone.WAITING;
                    case PARTIALLY_PAID -> Tone.BAD;
                    case CANCELED, EXPIRED -> Tone.QUIET;
                };
        return new Badge(words.text("order.status." + status.code()), tone);
    }

    public Badge of(Fulfilment fulfilment) {
        var tone =
                switch (fulfilment) {
                    case FULFILLED -> Tone.GOOD;
                    case REVOKED -> Tone.BAD;
                    case UNFULFILLED -> Tone.QUIET;
                };
        return new Badge(words.text("order.fulfilment." + fulfilment.code()), tone);
    }

    public Badge of(PaymentState state) {
        var tone =
                switch (state) {
                    case CAPTURED -> Tone.GOOD;
                    case CREATED, PENDING, REQUIRES_ACTION, AUTHORIZED -> Tone.WAITING;
                    case FAILED -> Tone.BAD;
                    case CANCELED, EXPIRED -> Tone.QUIET;
                };
        return new Badge(words.text("attempt.state." + state.code()), tone);
    }

    public Badge of(CaseState state) {
        return new Badge(
                words.text("case.state." + state.code()), state == CaseState.RESOLVED ? Tone.QUIET : Tone.WAITING);
    }
}
