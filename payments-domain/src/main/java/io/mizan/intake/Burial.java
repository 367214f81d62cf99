package io.mizan.intake;

import io.mizan.casework.CaseKind;
import io.mizan.casework.Cases;
import io.mizan.casework.Finding;
import io.mizan.id.EventId;
import io.mizan.inbox.WebhookInbox;
import io.mizan.sql.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;

/** Gives a callback up, or takes it up again, and its case with it: none may be dead without a person who is told. */
@ApplicationScoped
class Burial {
    private final WebhookInbox inbox;
    private final Cases cases;

    /** For the proxy of the container only. */
    protected Burial() {
        this(null, null);
    }

    @Inject
    Burial(WebhookInbox inbox, Cases cases) {
        this.inbox = inbox;
        this.cases = cases;
    }

    /** @throws io.mizan.sql.ClaimLost if it is worked, or a successor owns it */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void bury(Claim claim, String why) {
        inbox.failed(claim, why, Optional.empty());
        cases.open(
                Optional.empty(),
                new Finding(
                        CaseKind.DEAD_EVENT,
                        new EventId(claim.id()).toString(),
                        Optional.empty(),
                        Map.of("attempts", Integer.toString(claim.attempts()))));
    }

    /** @return false if it was worked meanwhile, or may not be */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean undo(EventId event) {
        boolean due = inbox.workAgain(event);
        if (due) {
            cases.clear(CaseKind.DEAD_EVENT, event.toString());
        }
        return due;
    }
}
