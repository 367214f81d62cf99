package io.mizan.gateways.http;

import static java.util.Objects.requireNonNull;

import io.mizan.gateway.GatewayResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The access token under which an account's calls are made (OAuth 2.0 client credentials, RFC 6749 section 4.4), shared
 * by all threads: however many want it at once, it is fetched once.
 *
 * <p>It is fetched anew ahead of its end, by whoever comes first, while the others go on with the one that still holds.
 * A fetch that failed is never remembered: the next caller tries again.
 */
public final class Tokens {
    private static final Duration LONGEST_AHEAD = Duration.ofSeconds(60);

    private final Source source;
    private final Clock clock;
    private final AtomicReference<Held> held = new AtomicReference<>();
    private final AtomicReference<CompletableFuture<Grant>> flight = new AtomicReference<>();

    /** Asks the provider for a token. Bounded in time, since others wait for it. */
    @FunctionalInterface
    public interface Source {
        Grant fetch();
    }

    /** What a token's fetching comes to. */
    public sealed interface Grant {
        /**
         * @param token never logged, never stored
         * @param validFor as the provider said, counted from now
         */
        record Issued(String token, Duration validFor) implements Grant {
            public Issued {
                requireNonNull(token, "token");
                requireNonNull(validFor, "validFor");
            }

            @Override
            public String toString() {
                return "Issued[token=[redacted], validFor=" + validFor + "]";
            }
        }

        /** @param why what a call that needed the token comes to; it was never sent */
        record NotIssued(GatewayResult why) implements Grant {}
    }

    private record Held(Grant.Issued grant, Instant renewFrom, Instant until) {
        static Held of(Grant.Issued grant, Instant now) {
            var tenth = grant.validFor().dividedBy(10);
            var ahead = tenth.compareTo(LONGEST_AHEAD) < 0 ? tenth : LONGEST_AHEAD;
            var until = now.plus(grant.validFor());
            return new Held(grant, until.minus(ahead), until);
        }

        boolean isFresh(Instant now) {
            return now.isBefore(renewFrom);
        }
    }

    public Tokens(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /** A token that holds by the clock, or why there is none. */
    public Grant current() {
        var now = clock.instant();
        var known = known(now);
        if (known.isEmpty()) {
            return fetched();
        }
        var still = known.get();
        if (still.isFresh(now)) {
            return still.grant;
        }
        var mine = new CompletableFuture<Grant>();
        if (!flight.compareAndSet(null, mine)) {
            return still.grant; // somebody is at it
        }
        return fly(mine) instanceof Grant.Issued renewed ? renewed : still.grant;
    }

    /**
     * Forgets a token that the provider refused before its time, as it does when the secret was changed. A late refusal
     * of an earlier token does not throw away the one that has replaced it.
     */
    public void invalidate(String refused) {
        held.updateAndGet(known -> known != null && known.grant.token().equals(refused) ? null : known);
    }

    private Optional<Held> known(Instant now) {
        return Optional.ofNullable(held.get()).filter(it -> now.isBefore(it.until));
    }

    /** By this thread, or by the one that is at it already. */
    private Grant fetched() {
        var mine = new CompletableFuture<Grant>();
        var others = flight.compareAndExchange(null, mine);
        return others == null ? fly(mine) : others.join();
    }

    /** One that is fresh already came from a flight that landed between the look for it and this one's start. */
    private Grant fly(CompletableFuture<Grant> mine) {
        try {
            var now = clock.instant();
            var grant = known(now)
                    .filter(it -> it.isFresh(now))
                    .<Grant>map(Held::grant)
                    .orElseGet(this::fetch);
            mine.complete(grant);
            return grant;
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            flight.set(null);
        }
    }

    private Grant fetch() {
        var grant = source.fetch();
        if (grant instanceof Grant.Issued issued) {
            held.set(Held.of(issued, clock.instant()));
        }
        return grant;
    }
}
