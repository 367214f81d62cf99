package io.mizan.gateways.sadad;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateways.form.Form;
import io.mizan.gateways.signature.ConstantTime;
import io.mizan.gateways.signature.Secrets;
import io.mizan.gateways.signature.Sha;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hash of Web Checkout 1.1, in both directions {@code checksumhash}: SHA-256 over the fields as JSON, in the very order in
 * which they stand, with the secret and four salted characters behind them; encrypted by AES under the same secret.
 *
 * <p>The JSON is PHP's, to the letter. Names and quotes keep its values apart, as version 2.1 does not.
 */
final class SadadChecksum {
    private static final String SALT_LETTERS =
            "AbcDE123IJKLMN67QRSTUVWXYZaBCdefghijklmn123opq45rs67tuv89wxyz0FGH45OP89";
    private static final int SALT = 4;
    private static final int HASH = 64;
    private static final byte[] FIRST_BLOCK = "@@@@&&&&####$$$$".getBytes(US_ASCII);
    private static final Pattern LINE = Pattern.compile("productdetail\\[(\\d{1,3})]\\[(\\w{1,40})]");

    private final Secrets secrets;
    private final String merchantId;
    private final boolean encodedSecret;

    SadadChecksum(Secrets secrets, String merchantId, boolean encodedSecret) {
        this.secrets = secrets;
        this.merchantId = merchantId;
        this.encodedSecret = encodedSecret;
    }

    /** Its salt is taken from what it signs, so that the same form is signed the same however often. */
    String sign(Form form) {
        var secret = secrets.current();
        var digest = Sha.sha256(secret, form.encode().getBytes(UTF_8));
        var salt = new StringBuilder(SALT);
        for (int i = 0; i < SALT; i++) {
            salt.append(SALT_LETTERS.charAt(Byte.toUnsignedInt(digest[i]) % SALT_LETTERS.length()));
        }
        return sign(form, secret, salt.toString());
    }

    String sign(Form form, byte[] secret, String salt) {
        var text = hash(form, secret, salt) + salt;
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE, secret).doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    /** The fingerprint of the secret that made the hash in the form; empty if none of ours did. */
    Optional<String> signer(Form form) {
        var told = form.value(SadadHash.OF_ANSWER).orElse("");
        return secrets.whichFits(secret -> decrypted(told, secret)
                .filter(text -> ConstantTime.equal(hash(form, secret, text.substring(HASH)), text.substring(0, HASH)))
                .isPresent());
    }

    private Optional<String> decrypted(String told, byte[] secret) {
        try {
            var text = new String(
                    cipher(Cipher.DECRYPT_MODE, secret)
                            .doFinal(Base64.getDecoder().decode(told)),
                    US_ASCII);
            return Optional.of(text).filter(it -> it.length() == HASH + SALT);
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] secret) throws GeneralSecurityException {
        var written = new String(secret, UTF_8);
        var text = (encodedSecret ? encoded(written) : written).concat(merchantId);
        var key = Arrays.copyOf(text.getBytes(UTF_8), FIRST_BLOCK.length);
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(FIRST_BLOCK));
        return cipher;
    }

    /** As PHP's {@code urlencode}, which has no mercy on asterisks. */
    private static String encoded(String secret) {
        return URLEncoder.encode(secret, UTF_8).replace("*", "%2A");
    }

    private static String hash(Form form, byte[] secret, String salt) {
        var text = json(form, new String(secret, UTF_8)) + "|" + salt;
        return HexFormat.of().formatHex(Sha.sha256(text.getBytes(UTF_8)));
    }

    /** Lines of products stand together, as a list, where the first of them stood. */
    static String json(Form form, String secret) {
        var members = new ArrayList<String>();
        var lines = lines(form);
        boolean linesStand = false;
        for (var field : form.fields()) {
            if (LINE.matcher(field.name()).matches()) {
                if (!linesStand) {
                    members.add("\"productdetail\":" + lines);
                    linesStand = true;
                }
            } else if (!field.name().equals(SadadHash.OF_ANSWER)) {
                members.add(member(field.name(), field.value()));
            }
        }
        return "{\"postData\":{" + String.join(",", members) + "},\"secretKey\":" + quoted(secret) + "}";
    }

    private static String lines(Form form) {
        var lines = new ArrayList<String>();
        var line = new ArrayList<String>();
        var number = "";
        for (var field : form.fields()) {
            var parts = LINE.matcher(field.name());
            if (parts.matches()) {
                if (!parts.group(1).equals(number) && !line.isEmpty()) {
                    lines.add("{" + String.join(",", line) + "}");
                    line.clear();
                }
                number = parts.group(1);
                line.add(member(parts.group(2), field.value()));
            }
        }
        lines.add("{" + String.join(",", line) + "}");
        return "[" + String.join(",", lines) + "]";
    }

    private static String member(String name, String value) {
        return quoted(name) + ":" + quoted(value.strip());
    }

    /** As PHP writes it: a slash with a backslash before it, and nothing but ASCII. */
    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\', '/' -> quoted.append('\\').append(c);
                case '\b' -> quoted.append("\\b");
                case '\f' -> quoted.append("\\f");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default ->
                    quoted.append(
                            c < ' ' || c > '~' + 1 ? "\\u" + HexFormat.of().toHexDigits(c) : c);
            }
        }
        return quoted.append('"').toString();
    }
}
