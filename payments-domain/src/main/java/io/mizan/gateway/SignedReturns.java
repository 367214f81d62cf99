package io.mizan.gateway;

import java.util.Optional;

/**
 * The gateway sends the customer's browser back with a message that it has signed: evidence like a callback. The browser
 * is the customer's, so the message may come twice, late, never, with its fields in another order, or to the address of
 * another attempt.
 */
public interface SignedReturns {
    /**
     * Judges what the browser posted to the address of {@code target}. Cheap, and without any call. A message that is
     * not of this very attempt is forged, however good its signature.
     *
     * @return empty if nothing signed is in it: the customer came back, and that is all
     */
    Optional<Callback.Verdict> verifyReturn(Callback.Raw posted, Target target);

    /**
     * Reads one that was genuine when it came. Pure: the same bytes and target give the same reading.
     *
     * @throws IllegalArgumentException if the bytes are not what this provider writes
     */
    Callback.Reading readReturn(byte[] body, String proof, Target target);
}
