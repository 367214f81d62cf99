package io.mizan.cardtesting;

import static java.lang.System.Logger.Level.WARNING;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.sql.LockConflicts;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stops a key when nearly all of its latest tries were declined. Looked for after a decline, so that what succeeds costs
 * nothing; a stop ends by itself or when somebody ends it, and tries from before its end never count again.
 */
@ApplicationScoped
public class CardTestingBreaker {
    private static final System.Logger LOG = System.getLogger("mizan.cardtesting");

    private final CardTries tries;
    private final KeyStops stops;
    private final CardTestingSettings settings;
    private final StaffAudit audit;
    private final Event<BreakerNews> news;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected CardTestingBreaker() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public CardTestingBreaker(
            CardTries tries,
            KeyStops stops,
            CardTestingSettings settings,
            StaffAudit audit,
            Event<BreakerNews> news,
            Clock clock) {
        this.tries = tries;
        this.stops = stops;
        this.settings = settings;
        this.audit = audit;
        this.news = news;
        this.clock = clock;
    }

    /**
     * Lets attempts to pay orders of a key begin, or refuses them.
     *
     * @throws MizanException {@code CARD_TESTING_SUSPECTED} while the key is stopped
     */
    public void requireClosed(UUID apiKey, Instant now) {
        stops.latestEnd(apiKey).filter(end -> end.isAfter(now)).ifPresent(end -> {
            news.fire(BreakerNews.ATTEMPT_REFUSED);
            throw new MizanException(
                            ErrorCode.CARD_TESTING_SUSPECTED,
                            "Nearly all of the latest payments with this key were declined; new ones begin later.")
                    .retryAfter(Duration.between(now, end));
        });
    }

    /** Never fails: whoever told it is done with its own work. */
    void look(@Observes TryDeclined declined) {
        try {
            look(declined.apiKey());
        } catch (RuntimeException failure) {
            LOG.log(WARNING, "event=card_testing.not_looked key=" + declined.apiKey(), failure);
        }
    }

    private void look(UUID apiKey) {
        var now = clock.instant();
        var from = now.minus(settings.window());
        var since = stops.latestEnd(apiKey).filter(from::isBefore).orElse(from);
        var tally = tries.latest(apiKey, since, settings.tries());
        if (since.isAfter(now) || !settings.areSuspicious(tally)) {
            return;
        }
        var stop = new KeyStop(apiKey, now, now.plus(settings.pause()), tally.declined(), tally.tries());
        boolean isNew = LockConflicts.retrying(() -> stops.stop(stop));
        if (isNew) {
            LOG.log(
                    WARNING,
                    "event=card_testing.key_stopped key=" + apiKey + " declined=" + tally.declined() + " tries="
                            + tally.tries() + " until=" + stop.endsAt());
            news.fire(BreakerNews.KEY_STOPPED);
        }
    }

    /** The keys that are stopped now. */
    public List<KeyStop> stopped() {
        return stops.at(clock.instant());
    }

    /**
     * Lets a key go on before its time.
     *
     * @param hint its visible beginning, for the audit
     */
    @Transactional
    public void release(UUID apiKey, String hint, StaffMember who) {
        if (stops.end(apiKey, who.id(), clock.instant())) {
            audit.record(who, StaffAct.KEY_RELEASED, hint, Map.of("key", apiKey.toString()));
            news.fire(BreakerNews.KEY_RELEASED);
        }
    }
}
