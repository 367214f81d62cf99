package sandbox.qpay.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import sandbox.clock.SimulatedClock;
import sandbox.form.FormFields;
import sandbox.form.JoinedHash;
import sandbox.qpay.QPayAccount;
import sandbox.qpay.payment.NapsCard;
import sandbox.qpay.payment.Payment;
import sandbox.qpay.payment.QatarTime;
import sandbox.qpay.payment.Statuses;

/** What QPay says, signed. */
@ApplicationScoped
class Answers {
    @Inject
    QPayAccount account;

    @Inject
    SimulatedClock clock;

    /** What the browser takes back to the merchant. */
    FormFields ofReturn(Payment payment) {
        var outcome = payment.outcome().orElseThrow();
        var fields = returned(
                payment.number(),
                payment.session(),
                String.valueOf(outcome.minor()),
                outcome.currency(),
                payment.language());
        fields.put("AcquirerID", outcome.isPaid() ? "030003" : "");
        fields.put("CardExpiryDate", payment.card().map(NapsCard::expiry).orElse(""));
        fields.put("CardHolderName", payment.card().map(card -> "NOT_CAPTURED").orElse(""));
        fields.put("CardNumber", payment.card().map(NapsCard::masked).orElse(""));
        fields.put("ConfirmationID", outcome.confirmation());
        fields.put("EZConnectResponseDate", QatarTime.of(outcome.at()));
        fields.put("Status", outcome.status());
        fields.put("StatusMessage", outcome.message());
        return signed(fields);
    }

    /** What the browser takes back of a form that QPay did not like. */
    FormFields ofRefusedForm(FormFields form, String error, String message) {
        var fields = returned(
                form.text("PUN"),
                form.text("MerchantModuleSessionID"),
                form.text("Amount"),
                form.text("CurrencyCode"),
                form.text("Lang"));
        for (var empty :
                new String[] {"AcquirerID", "CardExpiryDate", "CardHolderName", "CardNumber", "ConfirmationID"}) {
            fields.put(empty, "");
        }
        fields.put("EZConnectResponseDate", QatarTime.of(clock.now()));
        fields.put("Status", error);
        fields.put("StatusMessage", message);
        return signed(fields);
    }

    FormFields ofInquiry(Payment payment) {
        var outcome = payment.outcome().orElseThrow();
        var fields = new LinkedHashMap<String, String>();
        fields.put("Amount", String.valueOf(outcome.minor()));
        fields.put("ApprovalCode", outcome.isPaid() ? "121212" : "");
        fields.put("BankID", account.bankId());
        fields.put("CardExpiryDate", payment.card().map(NapsCard::expiry).orElse(""));
        fields.put("CardHolderName", "");
        fields.put("CardNumber", payment.card().map(NapsCard::masked).orElse(""));
        fields.put("CurrencyCode", outcome.currency());
        fields.put("EZConnectResponseDate", QatarTime.of(clock.now()));
        fields.put("ItemID", "");
        fields.put("MerchantID", account.merchantId());
        fields.put("NationalID", "");
        fields.put("OriginalConfirmationID", outcome.confirmation());
        fields.put("OriginalExtractStatus", "");
        fields.put("OriginalPUN", payment.number());
        fields.put("OriginalReversalStatus", "");
        fields.put("OriginalStatus", outcome.status());
        fields.put("OriginalStatusMessage", outcome.message());
        fields.put("PaymentDescription", payment.reference());
        fields.put("Quantity", "1");
        fields.put("Status", "0000");
        fields.put("StatusMessage", "Inquiry processed successfully.");
        fields.put("TransactionResponseDate", QatarTime.of(outcome.at()));
        return signed(fields);
    }

    FormFields ofInquiryInVain() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("BankID", account.bankId());
        fields.put("EZConnectResponseDate", QatarTime.of(clock.now()));
        fields.put("MerchantID", account.merchantId());
        fields.put("Status", Statuses.NO_SUCH_PAYMENT);
        fields.put("StatusMessage", "Original transaction not found");
        return signed(fields);
    }

    FormFields ofRefund(FormFields request, String status) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Amount_1", request.text("Amount_1"));
        fields.put("ConfirmationID_1", "");
        fields.put("CurrencyCode_1", request.text("CurrencyCode"));
        fields.put("EZConnectRequestStatus", "");
        fields.put("EZConnectResponseDate", QatarTime.of(clock.now()));
        fields.put("Lang_1", request.text("Lang"));
        fields.put(
                "OriginalTransactionPaymentUniqueNumber_1", request.text("OriginalTransactionPaymentUniqueNumber_1"));
        fields.put("PUN_1", request.text("PUN_1"));
        fields.put("Status_1", status);
        fields.put("StatusMessage_1", status.equals("5002") ? "Refund Transaction is pending" : "Refund rejected");
        fields.put("TransactionRequestDate_1", QatarTime.withSlashes(clock.now()));
        return signed(fields);
    }

    /** To a server whose message QPay did not like. */
    FormFields ofRefusedMessage(String error) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("EZConnectRequestStatus", error);
        fields.put("EZConnectStatusMessage", "Message rejected");
        fields.put("EZConnectResponseDate", QatarTime.of(clock.now()));
        return signed(fields);
    }

    /** The same with a hash that somebody made who has not the secret. */
    static FormFields forged(FormFields answer) {
        var hash = answer.text("Response.SecureHash");
        return answer.with(
                "Response.SecureHash", (hash.startsWith("0") ? "1" : "0") + hash.substring(Math.min(1, hash.length())));
    }

    private Map<String, String> returned(
            String number, String session, String amount, String currency, String language) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Amount", amount);
        fields.put("BankID", account.bankId());
        fields.put("CurrencyCode", currency);
        fields.put("Lang", language);
        fields.put("MerchantID", account.merchantId());
        fields.put("MerchantModuleSessionID", session);
        fields.put("PUN", number);
        return fields;
    }

    /** In status messages a space is hashed as it is encoded. */
    private FormFields signed(Map<String, String> fields) {
        var hashed = new LinkedHashMap<String, String>();
        fields.forEach(
                (name, value) -> hashed.put(name, name.contains("StatusMessage") ? value.replace(' ', '+') : value));
        return new FormFields(fields)
                .with("SecureHash", new JoinedHash(account.secretKey()).of(hashed))
                .prefixed("Response.");
    }
}
