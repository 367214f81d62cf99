package io.mizan.checkout;

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

    /** For the proxy of the container only. */
    protected ReportFulfilment() {
        this(null, null);
    }

    @Inject
    public ReportFulfilment(FactIntake intake, Orders orders) {
        this.intake = intake;
        this.orders = orders;
    }

    /**
     * Notes it on the order and its timeline; a repeat changes nothing.
     *
     * @param note what the merchant adds, without personal data, at most 200 characters; may be empty
     */
    public OrderSnapshot report(OrderId id, Fulfilment told, String note, String actor) {
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
}
