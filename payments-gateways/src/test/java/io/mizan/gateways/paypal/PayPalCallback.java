package io.mizan.gateways.paypal;

import io.mizan.gateway.Callback;
import io.mizan.gateways.callback.GenuineCallback;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

public final class PayPalCallback implements GenuineCallback {
    private final SignedMessages.Signed signed = SignedMessages.all().get(0);
    private final PayPalSignature signature = PayPalSignatureTest.signature(List.of(SignedMessages.WEBHOOK_ID));
    private final PayPalReader reader = new PayPalReader(PayPalObjects.BOOKS, Duration.ofHours(3));
    private final PublicKey key = SignedMessages.signer();

    @Override
    public Callback.Raw raw() {
        return new Callback.Raw(signed.headers(), signed.body());
    }

    @Override
    public Callback.Verdict judged(Callback.Raw raw) {
        var verdict = signature.judge(raw.headers(), raw.body());
        if (verdict instanceof PayPalSignature.Verdict.Good good) {
            return new Callback.Verdict.Genuine("WH-1", "event", Optional.empty(), good.certificate());
        }
        return verdict instanceof PayPalSignature.Verdict.Bad bad
                ? new Callback.Verdict.Forged(bad.reason())
                : new Callback.Verdict.Undecided("undecided");
    }

    @Override
    public Callback.Reading read(byte[] message, String proof) {
        return reader.event(message, proof);
    }

    @Override
    public Object bareSignature() {
        try {
            var rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(key);
            rsa.update(signed.message().getBytes(StandardCharsets.UTF_8));
            return rsa.verify(Base64.getDecoder().decode(signed.signature()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
