package io.mizan.simulation;

import io.mizan.explanation.Actor;
import io.mizan.explanation.Dossiers;
import io.mizan.explanation.Explanation;
import io.mizan.id.OrderId;
import io.mizan.invariant.InvariantChecker;
import io.mizan.invariant.Violation;
import io.mizan.invariant.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/** Looks after each move whether what must always be true is, and whether everybody is told what should happen next. */
final class Auditor {
    /** Reading what an advice needs takes as long as the check. */
    private static final int LOOKS_BETWEEN_ADVICE = 4;

    private final Stage stage;
    private final Server server;
    private final Books books;
    private final Merchant merchant;
    private final Misfortune misfortune;
    private final Chronicle chronicle;
    private final InvariantChecker checker;
    private final Map<OrderId, Long> versionsSeen = new HashMap<>();
    private long changesSeen = -1;
    private int looks;

    Auditor(
            Stage stage,
            SimulatedClock clock,
            Server server,
            Books books,
            Merchant merchant,
            Misfortune misfortune,
            Chronicle chronicle) {
        this.stage = stage;
        this.server = server;
        this.books = books;
        this.merchant = merchant;
        this.misfortune = misfortune;
        this.chronicle = chronicle;
        this.checker = new InvariantChecker(stage.reading(), stage.vault(), clock);
    }

    /**
     * Looks at what changed since it looked last.
     *
     * @throws AssertionError if something is not as it must be
     */
    void look() {
        if (stage.changes() != changesSeen) {
            changesSeen = stage.changes();
            check(When.ALWAYS);
            if (++looks % LOOKS_BETWEEN_ADVICE == 0) {
                misfortune.whileCalm(this::askForAdvice);
            }
        }
    }

    /** Looks at everything, now that nobody is at work any more. */
    void lookAtRest() {
        versionsSeen.clear();
        check(When.AT_REST);
        misfortune.whileCalm(this::askForAdvice);
    }

    private void check(When when) {
        var found = new ArrayList<Violation>();
        books.read().forEach((order, version) -> {
            if (!version.equals(versionsSeen.put(order, version))) {
                found.addAll(checker.order(order, when));
            }
        });
        checker.outsideOrders(when, found::add);
        if (!found.isEmpty()) {
            throw new AssertionError(found.toString());
        }
    }

    /** Somebody may open the order's page now, and must read what should happen next (invariant 10). */
    private void askForAdvice() {
        for (var order : merchant.orders()) {
            var advice = Explanation.of(server.bean(Dossiers.class).find(order).orElseThrow())
                    .next();
            chronicle.see("advice " + advice.situation());
            if (advice.actor() != Actor.NOBODY && advice.by().isEmpty()) {
                throw new AssertionError("nobody knows until when: " + advice);
            }
        }
    }
}
