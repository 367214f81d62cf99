package io.mizan.checkout;

import io.mizan.customer.People;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.OrderId;
import io.mizan.intake.FactIntake;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderSnapshot;
import io.mizan.order.Orders;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** The merchant tells whether it has delivered. That is apart from the money and never refused for it. */
@ApplicationScoped
public class ReportFulfilment {

    private final FactIntake intake;
    private final Orders orders;
    private final People people;

    /** For the proxy of the container only. */
    protected ReportFulfilment() {
        this(null, null, null);
    }

    @Inject
    public ReportFulfilment(FactIntake intake, Orders orders, People people) {
        this.intake = intake;
        this.orders = orders;
        this.people = people;
    }

    /**
     * Notes it on the order and its timeline; a repeat changes nothing.
     *
     * @param note what the merchant adds, at most 200 characters; may be empty. It stays on the timeline, also when the
     *     customer is erased
     * @throws MizanException if the note says who the customer is
     */
    public OrderSnapshot report(OrderId id, Fulfilment told, String note, String actor) {
        requireNobodyNamed(id, note);
        intake.enter(id, visit -> {
            if (visit.order().report(told) != told) {
                visit.tell(
                        TimelineKind.FULFILMENT_REPORTED,
                        actor,
                        Optional.empty(),
                        Map.of("fulfilment", told.code(), "note", note));
            }
        });
        return orders.find(id).orElseThrow();
    }

    private void requireNobodyNamed(OrderId id, String note) {
        if (people.isNamedIn(note, orders.find(id).flatMap(OrderSnapshot::person))) {
            throw MizanException.of(
                    ErrorCode.INVALID_FIELD,
                    "note",
                    "'note' says who the customer is. It is kept for ever; leave people out of it.");
        }
    }
}
