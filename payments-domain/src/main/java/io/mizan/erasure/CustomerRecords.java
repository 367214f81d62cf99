package io.mizan.erasure;

import io.mizan.casework.Cases;
import io.mizan.customer.People;
import io.mizan.id.OrderId;
import io.mizan.idempotency.Idempotency;
import io.mizan.inbox.WebhookInbox;
import io.mizan.intake.FactIntake;
import io.mizan.intake.OrderVisit;
import io.mizan.sql.Sql;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Everything personal that is kept about the customer of an order: the person, the raw bodies of the callbacks, the words
 * that people wrote into its cases, the hashes of the addresses that it came from, and the kept answers about it. It goes in
 * one transaction, under the order's lock.
 */
@ApplicationScoped
public class CustomerRecords {
    private final Sql sql;
    private final FactIntake intake;
    private final People people;
    private final WebhookInbox inbox;
    private final Idempotency idempotency;
    private final Cases cases;

    /** For the proxy of the container only. */
    protected CustomerRecords() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public CustomerRecords(
            Sql sql, FactIntake intake, People people, WebhookInbox inbox, Idempotency idempotency, Cases cases) {
        this.sql = sql;
        this.intake = intake;
        this.people = people;
        this.inbox = inbox;
        this.idempotency = idempotency;
        this.cases = cases;
    }

    /**
     * Erases the customer of an order; a repeat changes nothing.
     *
     * @param actor whose decision it was, for the timeline
     * @return whether there was something to erase
     */
    public boolean erase(OrderId order, String actor) {
        return intake.visit(order, visit -> {
            boolean loses = visit.order().loseCustomer(visit.now());
            if (loses) {
                forget(visit);
                visit.tell(TimelineKind.CUSTOMER_ERASED, actor, Optional.empty(), Map.of());
            }
            return loses;
        });
    }

    /** Erases a person with their orders. @return how many orders lost their customer */
    int erase(UUID person, String actor) {
        return (int)
                ordersOf(person).stream().filter(order -> erase(order, actor)).count();
    }

    private void forget(OrderVisit visit) {
        var order = visit.order().id();
        visit.order().snapshot().person().ifPresent(people::erase);
        inbox.forgetBodies(order);
        idempotency.forgetAnswers(order);
        cases.forgetWords(order);
        sql.update("UPDATE orders SET address_hash = NULL WHERE id = ?", order.value());
        sql.update("UPDATE payment_attempt SET address_hash = NULL WHERE order_id = ?", order.value());
    }

    private List<OrderId> ordersOf(UUID person) {
        return sql.list(
                "SELECT id FROM orders WHERE person_id = ? ORDER BY id", row -> new OrderId(row.id("id")), person);
    }
}
