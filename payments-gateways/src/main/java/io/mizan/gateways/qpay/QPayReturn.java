package io.mizan.gateways.qpay;

import io.mizan.money.Money;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the browser brought back from QPay's page, looked at field by field before its hash is worth anything.
 *
 * <p>The hash has no separators, so whoever holds a genuine return can write others with the same hash: move the last
 * digit of the acquirer's number to the front of the amount, and a payment of QAR 150.50 reads QAR 3,150.50. Therefore
 * exactly the fields of the guide, each once, each of one form, and of a form that leaves its neighbours nothing to take.
 * What still can be moved, between a long acquirer's number and the amount, gives another amount than was asked for;
 * that is never taken for a fact but asked about ({@link QPayReader#returned}).
 *
 * @param amount in digits, and not necessarily what was asked for
 */
record QPayReturn(
        String number,
        String amount,
        String currency,
        String status,
        Optional<String> confirmation,
        String respondedAt) {
    private static final String MASKED_CARD = "[0-9]{6}\\*{3,9}[0-9]{4}";
    /** Held against ours afterwards. */
    private static final Pattern ANYTHING = Pattern.compile(".*", Pattern.DOTALL);

    /** By name, in the order in which they are hashed. */
    private static final Map<String, Pattern> FORMS = forms();

    /**
     * @param fields of the answer, the hash included
     * @param merchant whose answer it must be
     * @throws IllegalArgumentException if it is not exactly what QPay writes; says which field, and not what it holds
     */
    static QPayReturn of(QPayFields fields, QPayMerchant merchant) {
        if (!fields.byName().keySet().equals(FORMS.keySet())) {
            throw new IllegalArgumentException("other fields than QPay's");
        }
        FORMS.forEach((name, form) -> {
            if (!form.matcher(fields.byName().get(name)).matches()) {
                throw new IllegalArgumentException("a " + name + " that is not of QPay's form");
            }
        });
        if (!fields.byName().get("BankID").equals(merchant.bankId())
                || !fields.byName().get("MerchantID").equals(merchant.merchantId())) {
            throw new IllegalArgumentException("another merchant's");
        }
        var told = new QPayReturn(
                fields.byName().get("PUN"),
                fields.byName().get("Amount"),
                fields.byName().get("CurrencyCode"),
                fields.byName().get("Status"),
                fields.value("ConfirmationID"),
                fields.byName().get("EZConnectResponseDate"));
        if (told.isPaid()
                && (told.confirmation.isEmpty() || fields.value("AcquirerID").isEmpty())) {
            throw new IllegalArgumentException("paid without a confirmation");
        }
        return told;
    }

    Optional<Instant> at() {
        return QPayMoment.read(respondedAt);
    }

    boolean isOf(Money asked) {
        return currency.equals(QPayAmounts.QAR) && QPayAmounts.toQPay(asked).equals(amount);
    }

    private boolean isPaid() {
        return status.equals(QPayCodes.PAID);
    }

    private static Map<String, Pattern> forms() {
        var forms = new LinkedHashMap<String, Pattern>();
        forms.put("AcquirerID", Pattern.compile("([0-9]{6})?"));
        forms.put("Amount", Pattern.compile("[1-9][0-9]{0,10}"));
        forms.put("BankID", ANYTHING);
        forms.put("CardExpiryDate", Pattern.compile("([0-9]{4})?"));
        // No digits: they would be those of the neighbours.
        forms.put("CardHolderName", Pattern.compile("[\\p{L} .'_-]{0,100}"));
        forms.put("CardNumber", Pattern.compile("(" + MASKED_CARD + ")?"));
        forms.put("ConfirmationID", Pattern.compile("([0-9]{27})?"));
        forms.put("CurrencyCode", Pattern.compile("[0-9]{3}"));
        forms.put("EZConnectResponseDate", Pattern.compile("[0-9]{14}"));
        forms.put("Lang", Pattern.compile("en|ar|En|Ar|EN|AR"));
        forms.put("MerchantID", ANYTHING);
        forms.put("MerchantModuleSessionID", Pattern.compile("[A-Za-z0-9]{1,20}"));
        forms.put("PUN", Pattern.compile("[A-Za-z0-9]{20}"));
        forms.put("Status", Pattern.compile("[0-9]{4}|EZConnect-[0-9]{4}"));
        forms.put("StatusMessage", Pattern.compile("[^\\p{Cntrl}]{0,255}"));
        forms.put(QPayHash.FIELD, Pattern.compile("[0-9a-fA-F]{64}"));
        return forms;
    }
}
