package io.mizan.gateway;

import static java.util.Objects.requireNonNull;

import io.mizan.fact.Fact;
import java.util.List;
import java.util.Optional;

/**
 * What one verified message of a provider says, in our words.
 *
 * @param facts in no particular order; empty if it says nothing new about money
 * @param refs every id of the provider that it mentions for the attempt
 * @param redirect where the customer can pay, if it says so
 * @param unlisted every status in it that no table of ours lists, with what bears it: {@code payment/on_hold}. Nothing is
 *     concluded from one, and a person has to hear of it
 */
public record Observation(
        List<Fact> facts, List<ProviderRef> refs, Optional<Redirect> redirect, Message message, List<String> unlisted) {
    public Observation {
        facts = List.copyOf(facts);
        refs = List.copyOf(refs);
        unlisted = List.copyOf(unlisted);
        requireNonNull(redirect, "redirect");
        requireNonNull(message, "message");
    }

    /** One of which every status is listed. */
    public Observation(List<Fact> facts, List<ProviderRef> refs, Optional<Redirect> redirect, Message message) {
        this(facts, refs, redirect, message, List.of());
    }

    public Observation withUnlisted(List<String> statuses) {
        return new Observation(facts, refs, redirect, message, statuses);
    }

    /** Whether it says all that it was asked for. */
    public boolean isClear() {
        return unlisted.isEmpty();
    }

    /**
     * The message itself, as evidence.
     *
     * @param ref how the provider names it: an event's or a request's id; empty if it has none
     * @param type {@code checkout.session.completed}, or what was asked
     * @param sha256 of the raw bytes, lower-case hex
     * @param proof why we believe it: the fingerprint of the secret that signed it, or that it answered our own call
     */
    public record Message(String ref, String type, String sha256, String proof) {
        private static final String OWN_CALL = "answer to our authenticated call";

        /** What answered a call of ours, which proves it. */
        public static Message answering(String asked, String ref, String sha256) {
            return new Message(ref, asked, sha256, OWN_CALL);
        }

        /** What answered a call of ours, where the provider does not name its answers. */
        public static Message answering(String asked, String sha256) {
            return answering(asked, "", sha256);
        }
    }
}
