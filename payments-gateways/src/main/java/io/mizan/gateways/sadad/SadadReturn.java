package io.mizan.gateways.sadad;

import io.mizan.gateways.form.Form;
import io.mizan.money.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the browser brought back from SADAD's page, looked at field by field before its hash is worth anything.
 *
 * <p>The hash has no separators: the last digit of the transaction's number moved to the status, and the status to the
 * reference, makes a success of a decline without breaking it. Therefore exactly the fields of the documentation, each
 * once, each of a form that leaves its neighbours nothing to take, and both references our own.
 *
 * @param reference ours, said twice
 * @param amount with two decimals, and not necessarily what was asked for
 * @param test whether it is of the sandbox; version 1.1 does not say it, and its key alone decides
 */
record SadadReturn(String reference, String transaction, String status, String amount, Optional<Boolean> test) {
    private static final String TEST = "issandboxmode";

    /** By name, in the order in which they are hashed. */
    private static final Map<String, Pattern> FORMS = forms();

    /** @throws IllegalArgumentException if it is not exactly what SADAD writes; says which field, and not what it holds */
    static SadadReturn of(Form form, String merchantId, SadadSettings.Version version) {
        var fields = values(form);
        if (version == SadadSettings.Version.V1_1) {
            completed(fields);
        }
        if (!fields.keySet().equals(FORMS.keySet())) {
            throw new IllegalArgumentException("other fields than SADAD's");
        }
        FORMS.forEach((name, pattern) -> {
            if (!pattern.matcher(fields.get(name)).matches()) {
                throw new IllegalArgumentException("a " + name + " that is not of SADAD's form");
            }
        });
        if (!fields.get("MID").equals(merchantId)) {
            throw new IllegalArgumentException("another merchant's");
        }
        if (!fields.get("ORDERID").equals(fields.get("website_ref_no"))) {
            throw new IllegalArgumentException("two references");
        }
        return new SadadReturn(
                fields.get("ORDERID"),
                fields.get("transaction_number"),
                fields.get("transaction_status"),
                fields.get("TXNAMOUNT"),
                form.value(TEST).map("1"::equals));
    }

    /** Version 1.1 may leave out the mode, and the second of the references empty: its JSON keeps fields apart. */
    private static void completed(Map<String, String> fields) {
        fields.putIfAbsent(TEST, "0");
        if (fields.getOrDefault("website_ref_no", "").isEmpty() && fields.containsKey("ORDERID")) {
            fields.put("website_ref_no", fields.get("ORDERID"));
        }
        // Base64 in place of hexadecimal; decided by decrypting it.
        if (fields.getOrDefault(SadadHash.OF_ANSWER, "").matches("[A-Za-z0-9+/]{100,120}={0,2}")) {
            fields.put(SadadHash.OF_ANSWER, "0".repeat(64));
        }
    }

    /** Whether SADAD wrote any of it. */
    static boolean isOne(Form form) {
        return form.value(SadadHash.OF_ANSWER).isPresent()
                || form.value("transaction_number").isPresent();
    }

    static Map<String, String> values(Form form) {
        var values = new LinkedHashMap<String, String>();
        form.fields().forEach(field -> values.put(field.name(), field.value()));
        return values;
    }

    /** As they stood on the wire, which is how some say that they are hashed. */
    static Map<String, String> raw(Form form) {
        var values = new LinkedHashMap<String, String>();
        form.fields().forEach(field -> values.put(field.name(), field.raw()));
        return values;
    }

    boolean isOf(Money asked) {
        return SadadAmounts.toSadad(asked).equals(amount);
    }

    private static Map<String, Pattern> forms() {
        var forms = new LinkedHashMap<String, Pattern>();
        forms.put("MID", Pattern.compile("[0-9]{7}"));
        forms.put("ORDERID", Pattern.compile("att_[0-9a-z]{26}"));
        forms.put("RESPCODE", Pattern.compile("[0-9]{1,4}"));
        // Begins with no digit and ends before the status: those would be the neighbours'.
        forms.put("RESPMSG", Pattern.compile("([^0-9\\p{Cntrl}][^\\p{Cntrl}]{0,199})?"));
        forms.put("STATUS", Pattern.compile("TXN_[A-Z]{1,20}"));
        forms.put("TXNAMOUNT", Pattern.compile("(0|[1-9][0-9]{0,8})\\.[0-9]{2}"));
        forms.put(TEST, Pattern.compile("[01]"));
        forms.put("transaction_number", Pattern.compile("SD[0-9]{6,20}"));
        forms.put("transaction_status", Pattern.compile("[123]"));
        forms.put("website_ref_no", Pattern.compile("att_[0-9a-z]{26}"));
        forms.put(SadadHash.OF_ANSWER, Pattern.compile("[0-9a-fA-F]{64}"));
        return forms;
    }
}
