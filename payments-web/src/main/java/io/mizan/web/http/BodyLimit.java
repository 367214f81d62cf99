package io.mizan.web.http;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body into memory, up to a bound that is there before anything else is looked at. */
public final class BodyLimit {
    private BodyLimit() {}

    /**
     * @param declared what {@code Content-Length} says, -1 if nothing
     * @throws MizanException {@code BODY_TOO_LARGE} as soon as that is known
     */
    public static byte[] read(InputStream body, long declared, int most) throws IOException {
        if (declared > most) {
            throw tooLarge(most);
        }
        var bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLarge(most);
        }
        return bytes;
    }

    private static MizanException tooLarge(int most) {
        return new MizanException(ErrorCode.BODY_TOO_LARGE, "A body has at most " + most / 1024 + " KiB here.");
    }
}
