package io.mizan.idempotency;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * What was answered, to be given again byte for byte.
 *
 * @param status of HTTP
 * @param mediaType of the body
 * @param location of what was made; empty if nothing was
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content
public record Answer(int status, String mediaType, String location, byte[] body) {

    byte[] toBytes() {
        var bytes = new ByteArrayOutputStream(body.length + 200);
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(status);
            out.writeUTF(mediaType);
            out.writeUTF(location);
            out.write(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static Answer fromBytes(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Answer(in.readInt(), in.readUTF(), in.readUTF(), in.readAllBytes());
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Answer answer
                && status == answer.status
                && mediaType.equals(answer.mediaType)
                && location.equals(answer.location)
                && Arrays.equals(body, answer.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(status, mediaType, location, Arrays.hashCode(body));
    }

    /** Without the body, which may hold an order's secret. */
    @Override
    public String toString() {
        return "Answer[" + status + ", " + body.length + " bytes]";
    }
}
