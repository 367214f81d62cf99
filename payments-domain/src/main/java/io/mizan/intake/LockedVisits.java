package io.mizan.intake;

import io.mizan.attempt.Attempts;
import io.mizan.attempt.ProviderRefs;
import io.mizan.attempt.Redirects;
import io.mizan.cardtesting.CardTries;
import io.mizan.cardtesting.TryDeclined;
import io.mizan.casework.Cases;
import io.mizan.command.Commands;
import io.mizan.fact.Facts;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.Gateways;
import io.mizan.halt.HaltPoint;
import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.inbox.WebhookInbox;
import io.mizan.ledger.Ledger;
import io.mizan.order.Orders;
import io.mizan.outbox.Outbox;
import io.mizan.timeline.Timeline;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** The transaction of a visit: the lock first, then the work, then everything that follows from it. */
@ApplicationScoped
public class LockedVisits {
    private final Journals journals;
    private final Orders orders;

    /** For the proxy of the container only. */
    protected LockedVisits() {
        this.journals = null;
        this.orders = null;
    }

    @Inject
    @SuppressWarnings("TooManyParameters") // everything that one transaction must write together
    public LockedVisits(
            Orders orders,
            Attempts attempts,
            Commands commands,
            Facts facts,
            ProviderRefs refs,
            Redirects redirects,
            Ledger ledger,
            Timeline timeline,
            Cases cases,
            CardTries tries,
            Outbox outbox,
            WebhookInbox inbox,
            Gateways gateways,
            Ids ids,
            Clock clock) {
        this.orders = orders;
        this.journals = new Journals(
                attempts, commands, facts, refs, redirects, ledger, timeline, cases, tries, outbox, inbox, gateways,
                ids, clock);
    }

    /** What a visit left behind, besides its answer: what it changed, and what is due now. */
    record Left<T>(
            T answer,
            Changes changes,
            boolean commandsPlanned,
            boolean eventsWoken,
            Optional<TryDeclined> tryDeclined) {}

    /** A visit was done to its end, to see what it would change, and is rolled back by this. */
    static final class Rehearsed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Changes changes;

        Rehearsed(Changes changes) {
            super("a rehearsal is rolled back", null, false, false);
            this.changes = changes;
        }

        Changes changes() {
            return changes;
        }
    }

    /** @throws Rehearsed always, with what the visit would have changed; unless the visit itself failed */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> void rehearse(OrderId id, Function<OrderVisit, T> work) {
        throw new Rehearsed(inside(id, work).changes());
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> Left<T> visit(OrderId id, Function<OrderVisit, T> work) {
        var left = inside(id, work);
        HaltPoint.VISIT_WRITTEN.pass();
        return left;
    }

    private <T> Left<T> inside(OrderId id, Function<OrderVisit, T> work) {
        var order =
                orders.lock(id).orElseThrow(() -> new MizanException(ErrorCode.NOT_FOUND, "There is no such order."));
        var visit = new OrderVisit(order, journals);
        var answer = work.apply(visit);
        new Settling(visit, journals).settle();
        visit.writeStory();
        orders.write(order);
        return new Left<>(answer, visit.changes(), visit.plannedCommands(), visit.wokeEvents(), visit.tryDeclined());
    }
}
