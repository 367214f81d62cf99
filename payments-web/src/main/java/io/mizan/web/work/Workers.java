package io.mizan.web.work;

import io.mizan.access.Mode;
import io.mizan.chain.ChainChecks;
import io.mizan.dispatch.CommandDispatcher;
import io.mizan.erasure.EraseCustomers;
import io.mizan.intake.InboxWorker;
import io.mizan.intake.WorkIsDue;
import io.mizan.reconciliation.ExpireOrders;
import io.mizan.reconciliation.ReconcileAttempts;
import io.mizan.sql.Claim;
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
    private static final int PARALLEL = 8;

    /** Those of one payment come together, and one visit takes in all that are about its order. */
    private static final int EVENTS_TOGETHER = 8;

    @Resource
    ManagedExecutorService executor;

    @Inject
    InboxWorker inbox;

    @Inject
    CommandDispatcher dispatcher;

    @Inject
    ReconcileAttempts reconciler;

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

    private Worker events;
    private Worker commands;
    private Worker inquiries;
    private Worker orderExpiries;
    private Worker chainChecks;
    private Worker erasures;

    @PostConstruct
    void create() {
        events = worker("events", inbox::claimDue, EVENTS_TOGETHER, inbox::work);
        commands = worker("commands", dispatcher::claimDue, dispatcher::sendClaimed);
        inquiries = worker("inquiries", reconciler::claimDue, reconciler::work);
        orderExpiries = worker("expiries", expiries::claimDue, expiries::work);
        chainChecks = worker("chain_checks", checks::claimDue, checks::work);
        erasures = worker("erasures", erasing::claimDue, erasing::work);
    }

    Worker events() {
        return events;
    }

    Worker commands() {
        return commands;
    }

    Worker inquiries() {
        return inquiries;
    }

    Worker orderExpiries() {
        return orderExpiries;
    }

    Worker chainChecks() {
        return chainChecks;
    }

    Worker erasures() {
        return erasures;
    }

    List<Worker> all() {
        return List.of(events, commands, inquiries, orderExpiries, chainChecks, erasures);
    }

    void nudge(@Observes WorkIsDue due) {
        switch (due) {
            case EVENTS -> events.nudge();
            case COMMANDS -> commands.nudge();
            case INQUIRIES -> inquiries.nudge();
        }
    }

    private Worker worker(String name, Supplier<List<Claim>> claimDue, Consumer<Claim> work) {
        return worker(name, claimDue, 1, claims -> claims.forEach(work));
    }

    private Worker worker(String name, Supplier<List<Claim>> claimDue, int together, Consumer<List<Claim>> work) {
        // A worker's age is told in real time: the sandbox clock may jump.
        return new Worker(
                new NamedQueue(name, onTime(claimDue), together, work), executor, PARALLEL, Clock.systemUTC());
    }

    /** In a sandbox, what is due depends on how far its clock was moved since the last look. */
    private Supplier<List<Claim>> onTime(Supplier<List<Claim>> claimDue) {
        if (mode != Mode.SANDBOX) {
            return claimDue;
        }
        return () -> {
            sandboxTime.read();
            return claimDue.get();
        };
    }

    private record NamedQueue(String name, Supplier<List<Claim>> due, int together, Consumer<List<Claim>> worked)
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
