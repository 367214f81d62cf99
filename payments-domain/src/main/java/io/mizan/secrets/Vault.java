package io.mizan.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals and opens values, and derives hashes and tokens, under one master key. Each purpose has a key of its own
 * (HMAC-SHA256 of its name under the master key, after NIST SP 800-108), so that nothing made for one is any use for
 * another.
 */
public class Vault {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte FORMAT = 1;

    private final SecureRandom random = new SecureRandom();
    private final MasterKey master;
    private final List<MasterKey> previous;

    /** Of the few purposes that there are: each is derived once. */
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    /** For the proxy of the container only. */
    protected Vault() {
        this(null);
    }

    public Vault(MasterKey master) {
        this(master, List.of());
    }

    /** @param previous master keys that sealed what still opens; nothing new is made under them */
    public Vault(MasterKey master, List<MasterKey> previous) {
        this.master = master;
        this.previous = List.copyOf(previous);
    }

    public String masterKeyId() {
        return master.id();
    }

    /**
     * Encrypts with AES-256-GCM under a fresh nonce.
     *
     * @param context what it belongs to, say {@code "webhook_event/" + id}: sealed bytes moved elsewhere do not open
     */
    public byte[] seal(byte[] plain, String context) {
        return seal(derived("seal"), plain, context);
    }

    /** @throws SealBroken if the bytes were changed, moved, or sealed under a master key that is not here */
    public byte[] open(byte[] sealed, String context) {
        try {
            return open(derived("seal"), sealed, context);
        } catch (SealBroken underThisKey) {
            return previous.stream()
                    .flatMap(key -> opened(key, sealed, context).stream())
                    .findFirst()
                    .orElseThrow(() -> underThisKey);
        }
    }

    private static Optional<byte[]> opened(MasterKey key, byte[] sealed, String context) {
        try {
            return Optional.of(open(derived(key, "seal"), sealed, context));
        } catch (SealBroken underThatKey) {
            return Optional.empty();
        }
    }

    /**
     * As {@link #open(byte[], String)}, for what has the name of its master key beside it.
     *
     * @param keyId of the master key that sealed it
     */
    public byte[] open(String keyId, byte[] sealed, String context) {
        var key = key(keyId).orElseThrow(() -> new SealBroken(null));
        return open(derived(key, "seal"), sealed, context);
    }

    /** Whether this is the master key, or one of before that is here. */
    public boolean knows(String keyId) {
        return key(keyId).isPresent();
    }

    private Optional<MasterKey> key(String keyId) {
        return Stream.concat(Stream.of(master), previous.stream())
                .filter(candidate -> candidate.id().equals(keyId))
                .findFirst();
    }

    /** A new 32-byte key, for one subject. */
    public byte[] newKey() {
        var key = new byte[MasterKey.LENGTH];
        random.nextBytes(key);
        return key;
    }

    /** As {@link #seal(byte[], String)}, under a subject's own key. */
    public byte[] sealWith(byte[] key, byte[] plain, String context) {
        return seal(key, plain, context);
    }

    /** As {@link #open(byte[], String)}, under a subject's own key. */
    public byte[] openWith(byte[] key, byte[] sealed, String context) {
        return open(key, sealed, context);
    }

    /** A keyed hash, to find a value again without being able to read it; lower-case hexadecimal, 64 characters. */
    public String hash(String purpose, String value) {
        return hash(derived("hash/" + purpose), value);
    }

    /** As {@link #hash(String, String)} made it under that master key; empty if it is not here. */
    public Optional<String> hash(String keyId, String purpose, String value) {
        return key(keyId).map(key -> hash(derived(key, "hash/" + purpose), value));
    }

    private static String hash(byte[] key, String value) {
        return HexFormat.of().formatHex(mac(key, value.getBytes(StandardCharsets.UTF_8)));
    }

    /** An unguessable 256-bit token that is the same whenever it is asked for; 43 characters fit for an address. */
    public String token(String purpose, String subject) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac(derived("token/" + purpose), subject.getBytes(StandardCharsets.UTF_8)));
    }

    private byte[] derived(String purpose) {
        return derived.computeIfAbsent(purpose, name -> derived(master, name));
    }

    private static byte[] derived(MasterKey key, String purpose) {
        return mac(key.bytes(), ("mizan/" + purpose).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }

    private byte[] seal(byte[] key, byte[] plain, String context) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(FORMAT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("AES-GCM is not to be had", failure);
        }
    }

    private static byte[] open(byte[] key, byte[] sealed, String context) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / Byte.SIZE || sealed[0] != FORMAT) {
            throw new SealBroken(null);
        }
        var buffer = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var encrypted = new byte[buffer.remaining()];
        buffer.get(encrypted);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(encrypted);
        } catch (GeneralSecurityException failure) {
            throw new SealBroken(failure);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Sealed bytes do not open: they were changed, moved, or belong to another master key. */
    public static final class SealBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SealBroken(Throwable cause) {
            super("sealed bytes do not open under this master key", cause);
        }
    }
}
