package io.mizan.gateways.cybersource;

import io.mizan.gateways.form.Form;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What Secure Acceptance says about a payment, by the browser or by its server: exactly the fields that its signature
 * covers. A field that is not among them is the customer's word, and here there is no such field.
 *
 * <p>The signed text divides its fields by commas, which a customer's name may contain too. So whatever decides is of a form
 * without commas: then it cannot have been moved out of, or into, its neighbour.
 */
final class SignedReply {
    private static final List<String> ALWAYS_SIGNED = List.of(
            FormSignature.SIGNED_NAMES,
            "signed_date_time",
            "decision",
            "req_reference_number",
            "req_transaction_uuid",
            "req_amount",
            "req_currency",
            "req_profile_id",
            "req_access_key");

    private static final List<String> DECIDING = List.of(
            "decision",
            "reason_code",
            "transaction_id",
            "req_reference_number",
            "req_transaction_uuid",
            "req_transaction_type",
            "req_amount",
            "req_currency",
            "auth_amount");

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,9})?");
    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            Map.entry("decision", Pattern.compile("[A-Z]{1,20}")),
            Map.entry("reason_code", Pattern.compile("[0-9]{3}")),
            Map.entry("transaction_id", Pattern.compile("[0-9]{10,26}")),
            Map.entry("req_reference_number", Pattern.compile("[A-Za-z0-9_-]{1,50}")),
            Map.entry("req_transaction_uuid", Pattern.compile("[0-9A-Za-z-]{1,50}")),
            Map.entry("req_transaction_type", Pattern.compile("sale|authorization")),
            Map.entry("req_amount", AMOUNT),
            Map.entry("req_currency", Pattern.compile("[A-Z]{3}")),
            Map.entry("auth_amount", AMOUNT),
            Map.entry("req_profile_id", Pattern.compile("[0-9A-Fa-f-]{36}")),
            Map.entry("req_access_key", Pattern.compile("[0-9A-Za-z]{32}")),
            Map.entry("signed_date_time", Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")));

    private final Map<String, String> fields;
    private final String text;
    private final String signature;

    private SignedReply(Map<String, String> fields, String text, String signature) {
        this.fields = fields;
        this.text = text;
        this.signature = signature;
    }

    /**
     * @throws IllegalArgumentException if something that decides is not said to be signed, is not there, is named twice, or
     *     is not of its form; says which field, and not what it holds
     */
    static SignedReply of(Form form) {
        var names = FormSignature.names(form);
        if (new HashSet<>(names).size() != names.size() || names.contains(FormSignature.SIGNATURE)) {
            throw new IllegalArgumentException("a list of signed fields that is not CyberSource's");
        }
        if (!names.containsAll(ALWAYS_SIGNED)) {
            throw new IllegalArgumentException("what decides is not signed");
        }
        var text = FormSignature.text(form, names);
        var fields = new LinkedHashMap<String, String>();
        names.forEach(name -> fields.put(name, form.value(name).orElseThrow()));
        FORMS.forEach((name, pattern) -> {
            if (fields.containsKey(name) && !pattern.matcher(fields.get(name)).matches()) {
                throw new IllegalArgumentException("a " + name + " that is not of CyberSource's form");
            }
        });
        return new SignedReply(
                fields,
                text,
                form.value(FormSignature.SIGNATURE).orElseThrow(() -> new IllegalArgumentException("not signed")));
    }

    /** Whether CyberSource, or somebody in its name, wrote any of it. */
    static boolean isOne(Form form) {
        return form.value(FormSignature.SIGNATURE).isPresent()
                || form.value("decision").isPresent();
    }

    /**
     * Whether what decides can be read in one way only. Commas divide the fields and may stand in a name as well: whoever is
     * called {@code x,decision=ACCEPT} could, with a list of signed fields of his own making, show fields under a genuine
     * signature that CyberSource never wrote.
     */
    boolean isPlain() {
        var divided = "," + text;
        return DECIDING.stream()
                .map(name -> "," + name + "=")
                .allMatch(field -> divided.indexOf(field) == divided.lastIndexOf(field));
    }

    /** What is signed: of one content the same, however it was encoded and whatever was added. */
    String text() {
        return text;
    }

    String signature() {
        return signature;
    }

    String decision() {
        return fields.get("decision");
    }

    Optional<String> reason() {
        return Optional.ofNullable(fields.get("reason_code"));
    }

    Optional<String> transaction() {
        return Optional.ofNullable(fields.get("transaction_id"));
    }

    String profile() {
        return fields.get("req_profile_id");
    }

    String accessKey() {
        return fields.get("req_access_key");
    }

    String reference() {
        return fields.get("req_reference_number");
    }

    /** The attempt that it is about: named by reference and by the id of the posting, both ours. */
    Optional<AttemptId> attempt() {
        try {
            return Optional.of(AttemptId.fromString(reference())).filter(this::isOf);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    boolean isOf(AttemptId attempt) {
        return reference().equals(attempt.toString())
                && fields.get("req_transaction_uuid").equals(attempt.value().toString());
    }

    /** Whether the money is collected at once; empty where it does not say. */
    Optional<Boolean> isSale() {
        return Optional.ofNullable(fields.get("req_transaction_type")).map("sale"::equals);
    }

    Money asked() {
        return CyberSourceAmounts.fromCyberSource(fields.get("req_amount"), fields.get("req_currency"));
    }

    /** What the bank agreed to, which may be less than was asked for. */
    Optional<Money> agreed() {
        return Optional.ofNullable(fields.get("auth_amount"))
                .map(amount -> CyberSourceAmounts.fromCyberSource(amount, fields.get("req_currency")));
    }

    Instant at() {
        try {
            return Instant.parse(fields.get("signed_date_time"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time", e);
        }
    }
}
