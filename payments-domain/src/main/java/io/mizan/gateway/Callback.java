package io.mizan.gateway;

import io.mizan.id.AttemptId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A message that a provider sends us on its own account: as it came, as it was judged, and as it was read. */
public final class Callback {
    private Callback() {}

    /**
     * As it came.
     *
     * @param headers names in lower case; only the first value of each
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
    }

    /** What a genuine one says. */
    public sealed interface Reading {
        /** @param mark the attempt that it says it belongs to, by the mark that we put on everything we create */
        record Relevant(Optional<AttemptId> mark, Observation observation) implements Reading {}

        /** It is about something that we do not act on. */
        record Irrelevant(String reason) implements Reading {}
    }
}
