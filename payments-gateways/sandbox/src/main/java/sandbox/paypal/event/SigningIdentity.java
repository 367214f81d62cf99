package sandbox.paypal.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import sandbox.clock.SimulatedClock;
import sandbox.paypal.PayPalAccount;
import sandbox.store.Thing;
import sandbox.store.Things;

/** The key that messages are signed with, its certificate, and the authority behind it: made once, and then kept. */
@ApplicationScoped
public class SigningIdentity {
    private static final String NAME = "messageverificationcerts.sandbox.paypal.com";
    private static final String AUTHORITY = "Simulated authority, not PayPal";
    private static final String KIND = "signing";
    private static final String ID = "identity";

    private final AtomicReference<Kept> known = new AtomicReference<>();

    @Inject
    Things things;

    @Inject
    SimulatedClock clock;

    /** Each in base64: the private key in PKCS #8, the certificates in DER. */
    private record Kept(String key, String certificate, String authority) {
        String text() {
            return String.join("\n", key, certificate, authority);
        }

        static Kept of(String text) {
            var lines = text.split("\n", -1);
            return new Kept(lines[0], lines[1], lines[2]);
        }
    }

    /** The signing certificate, PEM. */
    public String certificate() {
        return pem(kept().certificate);
    }

    /** The authority's certificate, PEM. */
    public String authority() {
        return pem(kept().authority);
    }

    String sign(String message) {
        return sign(message, key());
    }

    /** A good signature by somebody else. */
    String forge(String message) {
        return sign(message, newPair().getPrivate());
    }

    /** Made by the first who needs it, while the others wait. */
    private synchronized Kept kept() {
        if (known.get() == null) {
            known.set(Kept.of(things.find(PayPalAccount.GATEWAY, KIND, ID)
                    .orElseGet(this::made)
                    .body()));
        }
        return known.get();
    }

    private Thing made() {
        var authority = newPair();
        var signer = newPair();
        var made = new Kept(
                text(signer.getPrivate().getEncoded()),
                text(SelfMade.signer(NAME, signer.getPublic(), AUTHORITY, authority.getPrivate())),
                text(SelfMade.authority(AUTHORITY, authority.getPublic(), authority.getPrivate())));
        var thing = new Thing(
                PayPalAccount.GATEWAY, KIND, ID, ID, Optional.empty(), Optional.empty(), clock.now(), made.text());
        things.add(thing);
        return thing;
    }

    private PrivateKey key() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(kept().key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was written by this class", e);
        }
    }

    private static String sign(String message, PrivateKey key) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA256withRSA is part of every Java", e);
        }
    }

    private static KeyPair newPair() {
        try {
            var pairs = KeyPairGenerator.getInstance("RSA");
            pairs.initialize(2048);
            return pairs.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA is part of every Java", e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String pem(String der) {
        return "-----BEGIN CERTIFICATE-----\n" + der.replaceAll("(.{64})", "$1\n") + "\n-----END CERTIFICATE-----\n";
    }
}
