package io.mizan.order;

import io.mizan.id.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All orders. */
@ApplicationScoped
public class Orders {
    /** No lock of the provider's, which would read the lines too: most who lock an order do not look at them. */
    private static final String LOCKED = "SELECT * FROM orders WHERE id = ? FOR UPDATE";

    private final EntityManager entities;

    /** For the proxy of the container only. */
    protected Orders() {
        this(null);
    }

    @Inject
    public Orders(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    public Optional<OrderSnapshot> find(OrderId id) {
        return managed(id).map(Order::snapshot);
    }

    @Transactional
    public Optional<OrderSnapshot> byReference(String scope, String reference) {
        return managedByReference(scope, reference).map(Order::snapshot);
    }

    /** Newest first, by id, which sorts by time; the page after starts below the last id of this one. */
    @Transactional
    public List<OrderSnapshot> page(OrderQuery query) {
        var conditions = new ArrayList<String>();
        query.status().ifPresent(status -> conditions.add("o.status = :status"));
        query.reference().ifPresent(reference -> conditions.add("o.reference = :reference"));
        query.after().ifPresent(after -> conditions.add("o.id < :after"));
        var where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        var found = entities.createQuery("select o from PaymentOrder o" + where + " order by o.id desc", Order.class);
        query.status().ifPresent(status -> found.setParameter("status", status));
        query.reference().ifPresent(reference -> found.setParameter("reference", reference));
        query.after().ifPresent(after -> found.setParameter("after", after.value()));
        // The lines of the page's orders in one query more, not in one for each order.
        found.setHint("eclipselink.batch", "o.lines").setHint("eclipselink.batch.type", "IN");
        return found.setMaxResults(query.limit())
                .getResultStream()
                .map(Order::snapshot)
                .toList();
    }

    /**
     * Locks an order until the transaction ends; whoever held the lock raises the version with {@link #write}. Must be the
     * transaction's first statement: whatever was read before could be stale by the time the lock is granted.
     */
    public Optional<Order> lock(OrderId id) {
        if (entities.unwrap(Connection.class)
                == null) { // from here on everything is read on the one that holds the lock
            throw new IllegalStateException("an order is locked in a transaction");
        }
        List<?> locked = entities.createNativeQuery(LOCKED, Order.class)
                .setParameter(1, id.value().toString())
                .getResultList();
        return locked.stream().map(Order.class::cast).findFirst();
    }

    /**
     * Writes a locked order, its version raised also if nothing else of it changed. Now and not at the commit, so that a
     * conflict shows where it can still be told apart; and once, which raising the version at the lock would not be.
     */
    public void write(Order locked) {
        entities.lock(locked, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        entities.flush();
    }

    Optional<Order> managedByReference(String scope, String reference) {
        return entities.createQuery(
                        "select o from PaymentOrder o where o.referenceScope = :scope and o.reference = :reference",
                        Order.class)
                .setParameter("scope", scope)
                .setParameter("reference", reference)
                .getResultStream()
                .findFirst();
    }

    Optional<Order> managed(OrderId id) {
        return Optional.ofNullable(entities.find(Order.class, id.value()));
    }

    /** Adds an order and writes it at once, so that plain SQL in the same transaction can refer to it. */
    Order add(NewOrder placed) {
        var order = new Order(placed);
        entities.persist(order);
        entities.flush();
        return order;
    }
}
