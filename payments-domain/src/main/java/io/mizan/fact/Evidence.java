package io.mizan.fact;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One message that carried a fact.
 *
 * @param sourceRef the stored event, command or decision that it came with
 * @param messageRef how the provider names the message; empty if it has no name
 * @param sha256 of the message's raw bytes; empty for decisions of ours
 * @param proof whose signature, or whose authenticated answer
 * @param effectiveAt when it happened, as the provider states it
 * @param detail what it said beside, without secrets or personal data
 */
public record Evidence(
        Source source,
        String sourceRef,
        String messageRef,
        String messageType,
        String sha256,
        String proof,
        Optional<Instant> effectiveAt,
        Map<String, String> detail,
        Instant receivedAt) {
    /** The proof of what an adapter makes here, such as a signed form: nobody was called, and nobody else knows of it. */
    public static final String MADE_BY_US = "made by us";

    public boolean isMadeByUs() {
        return proof.equals(MADE_BY_US);
    }

    /** How a message reached us. */
    public enum Source {
        /** The gateway called us, and its signature was good. */
        WEBHOOK,
        /** The gateway's answer when we asked how things stand. */
        INQUIRY,
        /** The gateway's answer to something that we told it to do. */
        ANSWER,
        /** The customer's browser brought it, signed by the gateway. */
        SIGNED_RETURN,
        /** We decided it. */
        DECISION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
