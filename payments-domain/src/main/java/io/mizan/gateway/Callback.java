package io.mizan.gateway;

import io.mizan.id.AttemptId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A message that a provider sends us on its own account: as it came, as it was judged, and as it was read. */
public final class Callback {
    private Callback() {}

    /**
     * As it came.
     *
     * @param headers names in lower case; of one that came several times all values, with commas between (RFC 9110,
     *     section 5.3), so that a second signature is never passed over
     * @param body the raw bytes, for signatures are made over bytes and not over what they mean
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on and read once, never compared
    public record Raw(Map<String, String> headers, byte[] body) {
        public Raw {
            headers = Map.copyOf(headers);
        }
    }

    /** Whether to believe it. Decided before any database work, on the raw bytes. */
    public sealed interface Verdict {
        /**
         * The signature is good.
         *
         * @param eventId how the provider names the message; the body's SHA-256 where it does not
         * @param sentAt when the provider says it happened
         * @param proof the fingerprint of the secret that signed it
         */
        record Genuine(String eventId, String type, Optional<Instant> sentAt, String proof) implements Verdict {}

        /** Genuine, but of another account or of the other mode: kept and never applied. */
        record Foreign(String eventId, String type, Optional<Instant> sentAt, String proof, String reason)
                implements Verdict {}

        /** Nothing that it says is believed. {@code reason} is one of a few fixed words, for the counter. */
        record Forged(String reason) implements Verdict {}

        /**
         * Nobody can tell now, for what the signature is checked with is out of reach: the provider is asked to send
         * it again, and nothing is stored.
         */
        record Undecided(String reason) implements Verdict {}
    }

    /** What a genuine one says. */
    public sealed interface Reading {
        /** @param mark the attempt that it says it belongs to, by the mark that we put on everything we create */
        record Relevant(Optional<AttemptId> mark, Observation observation) implements Reading {}

        /**
         * Something happened to an attempt and the message does not say what, or cannot be trusted to: asking is due at
         * once.
         *
         * @param mark as in {@link Relevant}
         * @param refs every id of the provider that it mentions
         * @param reason one of a few fixed words, for the timeline
         */
        record Hint(Optional<AttemptId> mark, List<ProviderRef> refs, String reason) implements Reading {
            public Hint {
                refs = List.copyOf(refs);
            }
        }

        /** It is about something that we do not act on. */
        record Irrelevant(String reason) implements Reading {}
    }
}
