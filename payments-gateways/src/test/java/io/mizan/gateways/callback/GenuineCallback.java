package io.mizan.gateways.callback;

import io.mizan.gateway.Callback;

/** A message as genuine as one provider sends it, with an adapter's ears for it. */
public interface GenuineCallback {
    Callback.Raw raw();

    Callback.Verdict judged(Callback.Raw raw);

    /** @throws IllegalArgumentException if it is not what the provider writes */
    Callback.Reading read(byte[] body, String proof);

    /** Makes or checks the signature and nothing else, with the same key over the same bytes: nobody can do with less. */
    Object bareSignature();
}
