package io.mizan.testbed;

import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a person's phone does (RFC 6238), written apart from what it is to be compared with. */
public record AuthenticatorApp(String base32) {
    public static AuthenticatorApp with(String typed) {
        return new AuthenticatorApp(typed.replace(" ", ""));
    }

    public String code() {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret(), "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(System.currentTimeMillis() / 30_000)
                    .array());
            int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException failure) {
            throw new AssertionError(failure);
        }
    }

    private byte[] secret() {
        var bits = base32.chars()
                .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
                .mapToObj(value ->
                        String.format("%5s", Integer.toBinaryString(value)).replace(' ', '0'))
                .collect(joining());
        var bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }
}
