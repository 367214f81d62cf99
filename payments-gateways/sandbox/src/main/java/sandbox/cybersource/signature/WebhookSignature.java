package sandbox.cybersource.signature;

import java.time.Instant;
import java.util.Base64;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.signature.Hmac;

/** {@code v-c-signature}, made anew for every sending. */
public final class WebhookSignature {
    private static final byte[] SOMEBODY_ELSES_KEY = new byte[32];

    private WebhookSignature() {}

    public static String of(CyberSourceAccount.Webhooks account, Instant at, String body, boolean forged) {
        var time = at.toEpochMilli();
        var key = forged ? SOMEBODY_ELSES_KEY : Base64.getDecoder().decode(account.key());
        return "t=" + time + ";keyId=" + account.keyId() + ";sig=" + Hmac.base64(key, time + "." + body);
    }
}
