package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.mizan.gateways.cybersource.CyberSourceSettings.SecurityKey;
import io.mizan.gateways.form.Form;
import io.mizan.gateways.signature.ConstantTime;
import io.mizan.gateways.signature.Hmac;
import io.mizan.gateways.signature.Secrets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The signature of Secure Acceptance: HMAC-SHA256, in base64, over {@code name=value} with commas between, for the fields
 * and in the order that the field {@code signed_field_names} says. Values as they are, commas in them too.
 */
final class FormSignature {
    static final String SIGNATURE = "signature";
    static final String SIGNED_NAMES = "signed_field_names";

    private final List<SecurityKey> keys;
    private final Secrets secrets;

    FormSignature(List<SecurityKey> keys) {
        this.keys = List.copyOf(keys);
        this.secrets = Secrets.texts(keys.stream().map(SecurityKey::secret).toList());
    }

    /**
     * The form with its signature, under the key that it names: the one of the time when it was prepared.
     *
     * @throws IllegalStateException if we have that key no more
     */
    Form signed(Form form) {
        var access = form.value("access_key").orElseThrow();
        var key = keys.stream()
                .filter(it -> it.access().equals(access))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the form names an access key that is no longer ours"));
        return form.with(SIGNATURE, of(key.secret(), text(form, names(form))));
    }

    /** The fingerprint of the secret that signed it; empty if none of ours did. */
    Optional<String> signer(SignedReply reply) {
        return secrets.whichFits(secret -> ConstantTime.equal(of(secret, reply.text()), reply.signature()));
    }

    boolean isOurs(String accessKey) {
        return keys.stream().anyMatch(key -> key.access().equals(accessKey));
    }

    static String of(String secret, String text) {
        return of(secret.getBytes(UTF_8), text);
    }

    /** The names in the order in which they are signed. */
    static List<String> names(Form form) {
        return List.of(form.value(SIGNED_NAMES).orElse("").split(",", -1));
    }

    /** @throws IllegalArgumentException if a field that is said to be signed is not there */
    static String text(Form form, List<String> names) {
        return names.stream()
                .map(name -> name + "="
                        + form.value(name)
                                .orElseThrow(() -> new IllegalArgumentException("a signed field is not there")))
                .collect(joining(","));
    }

    private static String of(byte[] secret, String text) {
        return Base64.getEncoder().encodeToString(Hmac.sha256(secret, text.getBytes(UTF_8)));
    }
}
