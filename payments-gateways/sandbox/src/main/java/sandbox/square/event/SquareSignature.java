package sandbox.square.event;

import java.nio.charset.StandardCharsets;
import sandbox.signature.Hmac;

/** {@code x-square-hmacsha256-signature}: HMAC-SHA256 over the registered address and the body, in base64. */
final class SquareSignature {
    private SquareSignature() {}

    static String of(String key, String address, String body) {
        return Hmac.base64(key.getBytes(StandardCharsets.UTF_8), address + body);
    }
}
