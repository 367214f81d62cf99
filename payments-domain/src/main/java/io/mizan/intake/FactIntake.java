package io.mizan.intake;

import io.mizan.cardtesting.TryDeclined;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.halt.HaltPoint;
import io.mizan.id.OrderId;
import io.mizan.sql.LockConflicts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The one door. A visitor holds the order's lock, records what is new, and leaves; on leaving, states, amounts,
 * postings, timeline, cases, merchant events and follow-up commands are brought in line with the whole set of facts,
 * and all of it commits together or not at all.
 */
@ApplicationScoped
public class FactIntake {
    private final LockedVisits visits;
    private final Event<WorkIsDue> nudges;
    private final Event<TryDeclined> declines;

    /** For the proxy of the container only. */
    protected FactIntake() {
        this(null, null, null);
    }

    @Inject
    public FactIntake(LockedVisits visits, Event<WorkIsDue> nudges, Event<TryDeclined> declines) {
        this.visits = visits;
        this.nudges = nudges;
        this.declines = declines;
    }

    /**
     * Visits an order under its lock. Conflicts of locks repeat the visit as a whole, so it must have no effect outside
     * the database.
     *
     * @throws MizanException {@link ErrorCode#NOT_FOUND} if there is no such order
     */
    public <T> T visit(OrderId order, Function<OrderVisit, T> work) {
        var left = LockConflicts.retrying(() -> visits.visit(order, work));
        HaltPoint.VISIT_COMMITTED.pass();
        if (left.commandsPlanned()) {
            nudges.fire(WorkIsDue.COMMANDS);
        }
        if (left.eventsWoken()) {
            nudges.fire(WorkIsDue.EVENTS);
        }
        left.tryDeclined().ifPresent(declines::fire);
        return left.answer();
    }

    /** As {@link #visit(OrderId, Function)}, without an answer. */
    public void enter(OrderId order, Consumer<OrderVisit> work) {
        visit(order, visit -> {
            work.accept(visit);
            return null;
        });
    }

    /**
     * What a visit would change. It is done to its end and rolled back, so this is what would be and not a guess at it.
     *
     * @throws MizanException {@link ErrorCode#NOT_FOUND} if there is no such order
     */
    public Changes rehearse(OrderId order, Consumer<OrderVisit> work) {
        return LockConflicts.retrying(() -> {
            try {
                visits.rehearse(order, visit -> {
                    work.accept(visit);
                    return null;
                });
            } catch (LockedVisits.Rehearsed done) {
                return done.changes();
            }
            throw new IllegalStateException("a rehearsal ends in being rolled back");
        });
    }
}
