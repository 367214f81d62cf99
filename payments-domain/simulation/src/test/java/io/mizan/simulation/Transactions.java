package io.mizan.simulation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional.TxType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;

/** Does what a container does for {@code @Transactional}, with transactions of the entity manager. One thread only. */
final class Transactions {
    private final EntityManagerFactory factory;
    private final Fate fate;
    private final Deque<EntityManager> open = new ArrayDeque<>();

    Transactions(EntityManagerFactory factory, Fate fate) {
        this.factory = factory;
        this.fate = fate;
    }

    Object in(TxType type, Callable<Object> work) throws Exception {
        return switch (type) {
            case REQUIRED -> open.isEmpty() ? inNew(work) : work.call();
            case REQUIRES_NEW -> inNew(work);
            case NEVER -> {
                if (!open.isEmpty()) {
                    throw new IllegalStateException("a transaction is open where none may be");
                }
                yield work.call();
            }
            case SUPPORTS -> work.call();
            case MANDATORY, NOT_SUPPORTED -> throw new UnsupportedOperationException(type.name());
        };
    }

    private Object inNew(Callable<Object> work) throws Exception {
        if (open.isEmpty()) {
            fate.between();
        }
        var entities = factory.createEntityManager();
        open.push(entities);
        try {
            entities.getTransaction().begin();
            var answer = work.call();
            entities.getTransaction().commit();
            return answer;
        } finally {
            open.pop();
            end(entities);
        }
    }

    private static void end(EntityManager entities) {
        try {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
        } finally {
            entities.close();
        }
    }

    boolean isActive() {
        return !open.isEmpty();
    }

    /** The entity manager of whatever transaction is open. */
    EntityManager entities() {
        return (EntityManager) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {EntityManager.class},
                (proxy, method, arguments) -> {
                    if (open.isEmpty()) {
                        throw new IllegalStateException(method.getName() + " without a transaction");
                    }
                    try {
                        return method.invoke(open.peek(), arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    TransactionSynchronizationRegistry registry() {
        return (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                Transactions.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().equals("getTransactionStatus")) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return isActive() ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION;
                });
    }
}
