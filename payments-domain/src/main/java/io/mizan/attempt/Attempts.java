package io.mizan.attempt;

import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The attempts of all orders. */
@ApplicationScoped
public class Attempts {
    private final EntityManager entities;

    /** For the proxy of the container only. */
    protected Attempts() {
        this(null);
    }

    @Inject
    public Attempts(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public Optional<AttemptSnapshot> find(AttemptId id) {
        return Optional.ofNullable(entities.find(PaymentAttempt.class, id.value()))
                .map(PaymentAttempt::snapshot);
    }

    /** In the order of their numbers; bounded by the limit of attempts for one order. */
    @Transactional
    public List<AttemptSnapshot> ofOrder(OrderId order) {
        return managedOfOrder(order).stream().map(PaymentAttempt::snapshot).toList();
    }

    /** The same as entities, for whoever holds the order's lock. */
    public List<PaymentAttempt> managedOfOrder(OrderId order) {
        return entities.createQuery(
                        "select a from PaymentAttempt a where a.orderId = :order order by a.number",
                        PaymentAttempt.class)
                .setParameter("order", order.value())
                .getResultList();
    }

    /** Adds an attempt and writes it at once, so that plain SQL in the same transaction can refer to it. */
    public PaymentAttempt add(NewAttempt begun) {
        var attempt = new PaymentAttempt(begun);
        entities.persist(attempt);
        entities.flush();
        return attempt;
    }
}
