package sandbox.sadad.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import sandbox.form.FormFields;

/**
 * The checksum of Web Checkout 1.1, as the provider's plugin for PHP makes it: the fields in their order as JSON, hashed with
 * a salt and encrypted under the merchant's secret.
 */
final class EncryptedChecksum {
    static final String NAME = "checksumhash";
    private static final IvParameterSpec FIRST_BLOCK = new IvParameterSpec("@@@@&&&&####$$$$".getBytes(UTF_8));

    private final String secret;
    private final SecretKeySpec key;

    EncryptedChecksum(String secret, String merchantId) {
        this.secret = secret;
        this.key = new SecretKeySpec(Arrays.copyOf((secret + merchantId).getBytes(UTF_8), 16), "AES");
    }

    String of(FormFields form, String salt) {
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal((hash(form, salt) + salt).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of every Java", e);
        }
    }

    boolean isOf(FormFields form) {
        try {
            var decrypted = new String(
                    cipher(Cipher.DECRYPT_MODE).doFinal(Base64.getDecoder().decode(form.text(NAME))), UTF_8);
            return decrypted.length() == 68
                    && MessageDigest.isEqual(
                            hash(form, decrypted.substring(64)).getBytes(UTF_8),
                            decrypted.substring(0, 64).getBytes(UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(mode, key, FIRST_BLOCK);
        return cipher;
    }

    private String hash(FormFields form, String salt) throws GeneralSecurityException {
        var text = written(form) + "|" + salt;
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    private String written(FormFields form) {
        var data = new LinkedHashMap<String, Object>();
        var lines = new TreeMap<String, JsonObjectBuilder>();
        form.without(NAME).byName().forEach((name, value) -> {
            if (name.startsWith("productdetail[")) {
                data.put("productdetail", lines);
                var parts = name.split("[\\[\\]]+", -1);
                lines.computeIfAbsent(parts[1], number -> Json.createObjectBuilder())
                        .add(parts[2], value.strip());
            } else {
                data.put(name, value.strip());
            }
        });
        return likePhp(json(data, lines));
    }

    private String json(Map<String, Object> data, Map<String, JsonObjectBuilder> lines) {
        var list = Json.createArrayBuilder();
        new ArrayList<>(lines.values()).forEach(list::add);
        var fields = Json.createObjectBuilder();
        data.forEach((name, value) -> {
            if (value instanceof String text) {
                fields.add(name, text);
            } else {
                fields.add(name, list);
            }
        });
        return Json.createObjectBuilder()
                .add("postData", fields)
                .add("secretKey", secret)
                .build()
                .toString();
    }

    /** PHP escapes slashes, and everything beyond ASCII. */
    private static String likePhp(String json) {
        var text = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '/') {
                text.append("\\/");
            } else if (c > 0x7f) {
                text.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
