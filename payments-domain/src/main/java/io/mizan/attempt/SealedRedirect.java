package io.mizan.attempt;

import static java.util.Objects.requireNonNull;

/**
 * Where an attempt is paid, as it is kept: it holds the token by which the browser comes back, and fields that are signed.
 * {@link Redirects} opens it.
 */
public final class SealedRedirect {
    private final byte[] bytes;

    SealedRedirect(byte[] bytes) {
        this.bytes = requireNonNull(bytes, "bytes").clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "[sealed]";
    }
}
