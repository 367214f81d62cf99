package sandbox.qpay.api;

import java.util.Optional;
import java.util.function.Predicate;
import sandbox.form.FormFields;
import sandbox.form.JoinedHash;
import sandbox.qpay.QPayAccount;

/** A message to QPay, looked at in the order in which its guide numbers what can be wrong. */
final class Message {
    static final String PAY = "0";
    static final String REFUND = "6";
    static final String INQUIRY = "14";

    private static final String RIYALS = "634";

    private final FormFields fields;

    Message(FormFields fields) {
        this.fields = fields;
    }

    String action() {
        return fields.text("Action");
    }

    FormFields fields() {
        return fields;
    }

    /** The code of what is wrong with who sends it; empty if nothing is. */
    Optional<String> wrongSender(QPayAccount account) {
        return missing("Action", "0001")
                .or(() -> unless("0018", action().matches(PAY + "|" + REFUND + "|" + INQUIRY)))
                .or(() -> missing("BankID", "0002"))
                .or(() -> missing("MerchantID", "0004"))
                .or(() -> unless(
                        "0005",
                        fields.text("MerchantID").equals(account.merchantId())
                                && fields.text("BankID").equals(account.bankId())))
                .or(() -> missing("SecureHash", "0010"))
                .or(() -> unless(
                        "0009",
                        new JoinedHash(account.secretKey())
                                .isOf(fields.without("SecureHash").byName(), fields.text("SecureHash"))));
    }

    /** The code of what is wrong with a payment. */
    Optional<String> wrongPayment() {
        return malformed("PUN", "0003", text -> text.matches("[A-Za-z0-9]{20}"))
                .or(() -> wrongAmount("Amount"))
                .or(this::wrongCurrency)
                .or(() -> malformed("Lang", "0012", text -> text.matches("(?i)en|ar")))
                .or(this::wrongDate);
    }

    /** The code of what is wrong with an inquiry. */
    Optional<String> wrongInquiry() {
        return missing("Lang", "0012").or(() -> missing("OriginalPUN", "0013"));
    }

    /** The code of what is wrong with a refund. */
    Optional<String> wrongRefund() {
        return malformed("PUN_1", "0003", text -> text.matches("[A-Za-z0-9]{20}"))
                .or(() -> wrongAmount("Amount_1"))
                .or(this::wrongCurrency)
                .or(() -> missing("Lang", "0012"))
                .or(this::wrongDate)
                .or(() -> missing("OriginalTransactionPaymentUniqueNumber_1", "0013"));
    }

    private Optional<String> wrongAmount(String name) {
        return missing(name, "0014")
                .or(() -> unless("0017", fields.text(name).matches("[0-9]{1,11}")))
                .or(() -> unless("0016", Long.parseLong(fields.text(name)) > 0));
    }

    private Optional<String> wrongCurrency() {
        return missing("CurrencyCode", "0015")
                .or(() -> fields.text("CurrencyCode").equals(RIYALS) ? Optional.empty() : Optional.of("8108"));
    }

    private Optional<String> wrongDate() {
        return malformed("TransactionRequestDate", "0019", text -> text.matches("[0-9]{14}"));
    }

    private Optional<String> malformed(String name, String error, Predicate<String> isRight) {
        return unless(error, isRight.test(fields.text(name)));
    }

    private Optional<String> missing(String name, String error) {
        return unless(error, fields.value(name).isPresent());
    }

    private static Optional<String> unless(String error, boolean right) {
        return right ? Optional.empty() : Optional.of("EZConnect-" + error);
    }
}
