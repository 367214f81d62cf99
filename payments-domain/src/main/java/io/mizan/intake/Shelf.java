package io.mizan.intake;

import io.mizan.attempt.ProviderRefs;
import io.mizan.fact.Account;
import io.mizan.gateway.ProviderRef;
import io.mizan.inbox.WebhookInbox;
import io.mizan.sql.Claim;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Where callbacks are put aside whose order is not known, until one of the ids that they mention turns out to be ours
 * (invariant 14). Whoever puts one aside writes its ids and then looks whose they are; whoever learns of an id writes it and
 * then looks for callbacks. Both look in the transaction in which they wrote, and wait for whoever is writing what they look
 * for: so one of them sees the other, and a death between two commits leaves nobody unread.
 */
@ApplicationScoped
class Shelf {
    private final WebhookInbox inbox;
    private final ProviderRefs refs;

    /** For the proxy of the container only. */
    protected Shelf() {
        this(null, null);
    }

    @Inject
    Shelf(WebhookInbox inbox, ProviderRefs refs) {
        this.inbox = inbox;
        this.refs = refs;
    }

    /** It bears no mark of ours. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void foreign(Claim claim, Account account, Collection<ProviderRef> mentioned) {
        inbox.ignored(claim, "foreign", account, mentioned);
        takeBackIfOurs(account, mentioned);
    }

    /**
     * It bears our mark.
     *
     * @param nextLook when it is looked at again all the same, if ever
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void ours(Claim claim, Account account, Collection<ProviderRef> mentioned, Optional<Instant> nextLook) {
        inbox.waits(claim, account, mentioned, nextLook);
        takeBackIfOurs(account, mentioned);
    }

    private void takeBackIfOurs(Account account, Collection<ProviderRef> mentioned) {
        mentioned.stream().filter(ref -> refs.isKnownOrBecoming(account, ref)).forEach(ref -> inbox.wake(account, ref));
    }
}
