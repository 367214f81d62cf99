package io.mizan.gatewayaccount;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A secret that was entered, or a stand-in for that of the environment while another takes its place.
 *
 * @param setting the name of the setting that it is a value of
 * @param keyName by which the provider knows it, where there is such a name; absent of a stand-in
 * @param sealed empty of a stand-in
 * @param by who entered it, or what took its place
 * @param until present of a retiring one
 */
record Secret(
        UUID id,
        String setting,
        Optional<String> keyName,
        State state,
        boolean ofEnvironment,
        Sealed sealed,
        String fingerprint,
        String by,
        Instant at,
        Optional<Instant> until) {
    enum State {
        /** Waits for a second person, and is good for nothing before. */
        PROPOSED,
        ACTIVE,
        /** Another took its place, and it is still believed for a while. */
        RETIRING,
        /** Its sealed bytes are deleted. */
        DESTROYED
    }

    /** @param masterKeyId of the master key under which it is */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(byte[] bytes, String masterKeyId) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    Secret {
        requireNonNull(id, "id");
        requireNonNull(state, "state");
    }

    static String context(UUID id) {
        return "gateway_secret/" + id;
    }

    boolean is(State other) {
        return state == other;
    }

    boolean retiresAfter(Instant now) {
        return is(State.RETIRING) && until.filter(end -> end.isAfter(now)).isPresent();
    }

    Secret active() {
        return became(State.ACTIVE, Optional.empty());
    }

    Secret retiring(Instant end) {
        return became(State.RETIRING, Optional.of(end));
    }

    Secret destroyed() {
        return became(State.DESTROYED, Optional.empty());
    }

    private Secret became(State next, Optional<Instant> end) {
        return new Secret(id, setting, keyName, next, ofEnvironment, sealed, fingerprint, by, at, end);
    }
}
