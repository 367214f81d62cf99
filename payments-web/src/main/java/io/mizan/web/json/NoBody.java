package io.mizan.web.json;

import java.util.List;

/** For acts that say all by their address: no body, or an empty object. */
public final class NoBody {
    private NoBody() {}

    /** @throws io.mizan.failure.MizanException if there is more */
    public static void check(byte[] raw) {
        if (raw.length > 0) {
            StrictJson.read(raw, body -> body.shape(List.of(), List.of()));
        }
    }
}
