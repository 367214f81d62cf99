package sandbox.cybersource.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import sandbox.form.FormFields;
import sandbox.signature.Hmac;

/** Forms that say which of their fields are signed, and in which order. The secret is a text. */
public final class SignedForm {
    private static final String SIGNATURE = "signature";
    private static final String NAMES = "signed_field_names";
    private static final String SOMEBODY_ELSES_SECRET = "not_the_merchants_secret";

    private SignedForm() {}

    /** With the list of all its fields, and the signature over them. */
    public static FormFields signed(FormFields fields, String secret, boolean forged) {
        var listed = fields.with(NAMES, String.join(",", fields.byName().keySet()) + "," + NAMES);
        return listed.with(SIGNATURE, of(listed, names(listed), forged ? SOMEBODY_ELSES_SECRET : secret));
    }

    /** Whether every field stands in one of the two lists, those that are signed are there, and the signature is good. */
    public static boolean isWhole(FormFields form, String secret) {
        var listed = new HashSet<>(names(form));
        listed.addAll(List.of(form.text("unsigned_field_names").split(",", -1)));
        listed.add(SIGNATURE);
        return listed.containsAll(form.byName().keySet())
                && form.byName().keySet().containsAll(names(form))
                && MessageDigest.isEqual(
                        of(form, names(form), secret).getBytes(UTF_8),
                        form.text(SIGNATURE).getBytes(UTF_8));
    }

    private static List<String> names(FormFields form) {
        return List.of(form.text(NAMES).split(",", -1));
    }

    private static String of(FormFields form, List<String> names, String secret) {
        return Hmac.base64(
                secret.getBytes(UTF_8),
                names.stream().map(name -> name + "=" + form.text(name)).collect(joining(",")));
    }
}
