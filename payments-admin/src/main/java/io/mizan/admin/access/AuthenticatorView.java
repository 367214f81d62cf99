package io.mizan.admin.access;

import io.nayuki.qrcodegen.QrCode;
import java.util.Optional;

/**
 * Setting up an authenticator app.
 *
 * @param required whether whoever looks may do nothing else before
 * @param secret what the app needs, once somebody began
 * @param refusal why the last code was not accepted
 */
public record AuthenticatorView(boolean required, Optional<Secret> secret, Optional<String> refusal) {
    private static final int QUIET_ZONE = 4;

    /**
     * The secret, in the three ways in which it gets into an app.
     *
     * @param text for typing
     * @param address for a tap on the same phone
     * @param size of the code for a camera, in modules
     * @param path that code as the path of an SVG, one unit a module
     */
    public record Secret(String text, String address, int size, String path) {
        public static Secret of(String text, String address) {
            var code = QrCode.encodeText(address, QrCode.Ecc.MEDIUM);
            return new Secret(text, address, code.size + 2 * QUIET_ZONE, drawn(code));
        }
    }

    private static String drawn(QrCode code) {
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_ZONE)
                            .append(' ')
                            .append(y + QUIET_ZONE)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
