package io.mizan.web.work;

import static java.lang.System.Logger.Level.ERROR;

import io.mizan.access.Mode;
import io.mizan.chain.ChainChecks;
import io.mizan.command.Commands;
import io.mizan.dispatch.CommandDispatcher;
import io.mizan.dispatch.DispatchSettings;
import io.mizan.erasure.EraseCustomers;
import io.mizan.erasure.Erasures;
import io.mizan.inbox.WebhookInbox;
import io.mizan.intake.InboxSettings;
import io.mizan.intake.InboxWorker;
import io.mizan.intake.WorkIsDue;
import io.mizan.reconciliation.DueRows;
import io.mizan.reconciliation.ExpireOrders;
import io.mizan.reconciliation.ReconcileAttempts;
import io.mizan.reconciliation.ReconciliationSettings;
import io.mizan.sql.Claim;
import io.mizan.sql.DueQueue;
import io.mizan.sql.Sql;
import io.mizan.time.SandboxTime;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The workers of this instance. */
@ApplicationScoped
public class Workers {
    private static final System.Logger LOG = System.getLogger("mizan.work");
    private static final int PARALLEL = 8;

    /** Those of one payment come together, and one visit takes in all that are about its order. */
    private static final int EVENTS_TOGETHER = 8;

    @Resource
    ManagedExecutorService executor;

    @Inject
    InboxWorker inbox;

    @Inject
    InboxSettings inboxes;

    @Inject
    CommandDispatcher dispatcher;

    @Inject
    DispatchSettings dispatches;

    @Inject
    ReconcileAttempts reconciler;

    @Inject
    ReconciliationSettings reconciliation;

    @Inject
    ExpireOrders expiries;

    @Inject
    ChainChecks checks;

    @Inject
    EraseCustomers erasing;

    @Inject
    SandboxTime sandboxTime;

    @Inject
    Mode mode;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    private Worker events;
    private Worker commands;
    private Worker inquiries;
    private List<Worker> all;

    @PostConstruct
    void create() {
        events = worker("events", WebhookInbox.QUEUE, inbox::claimDue, inboxes.batch(), EVENTS_TOGETHER, inbox::work);
        commands =
                worker("commands", Commands.QUEUE, dispatcher::claimDue, dispatches.batch(), dispatcher::sendClaimed);
        inquiries =
                worker("inquiries", DueRows.INQUIRIES, reconciler::claimDue, reconciliation.batch(), reconciler::work);
        all = List.of(
                events,
                commands,
                inquiries,
                worker("expiries", DueRows.EXPIRIES, expiries::claimDue, reconciliation.batch(), expiries::work),
                worker("chain_checks", ChainChecks.QUEUE, checks::claimDue, 1, checks::work),
                worker("erasures", Erasures.QUEUE, erasing::claimDue, 1, erasing::work));
    }

    List<Worker> all() {
        return all;
    }

    /**
     * Wakes those that have something to do, whatever nudges were lost. Never throws, not even an error: a timer that throws
     * twice is taken away by the container.
     */
    void look() {
        try {
            readSandboxTime();
            var due = DueQueue.due(sql, all.stream().map(Worker::source).toList(), clock.instant());
            for (var worker : all) {
                if (due.contains(worker.source())) {
                    worker.nudge();
                } else {
                    worker.rest();
                }
            }
        } catch (RuntimeException | Error failure) {
            LOG.log(ERROR, "event=work.look_failed", failure);
        }
    }

    void nudge(@Observes WorkIsDue due) {
        switch (due) {
            case EVENTS -> events.nudge();
            case COMMANDS -> commands.nudge();
            case INQUIRIES -> inquiries.nudge();
        }
    }

    private Worker worker(
            String name, DueQueue source, Supplier<List<Claim>> claimDue, int batch, Consumer<Claim> work) {
        return worker(name, source, claimDue, batch, 1, claims -> claims.forEach(work));
    }

    private Worker worker(
            String name,
            DueQueue source,
            Supplier<List<Claim>> claimDue,
            int batch,
            int together,
            Consumer<List<Claim>> work) {
        // A worker's age is told in real time: the sandbox clock may jump.
        return new Worker(
                new NamedQueue(name, source, onTime(claimDue), batch, together, work),
                executor,
                PARALLEL,
                Clock.systemUTC());
    }

    private Supplier<List<Claim>> onTime(Supplier<List<Claim>> claimDue) {
        return () -> {
            readSandboxTime();
            return claimDue.get();
        };
    }

    /** In a sandbox, what is due depends on how far its clock was moved since the last look. */
    private void readSandboxTime() {
        if (mode == Mode.SANDBOX) {
            sandboxTime.read();
        }
    }

    private record NamedQueue(
            String name,
            DueQueue source,
            Supplier<List<Claim>> due,
            int batch,
            int together,
            Consumer<List<Claim>> worked)
            implements Queue {
        @Override
        public List<Claim> claimDue() {
            return due.get();
        }

        @Override
        public void work(List<Claim> claims) {
            worked.accept(claims);
        }
    }
}
