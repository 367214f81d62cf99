package sandbox.sadad.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import sandbox.form.FormFields;
import sandbox.form.JoinedHash;
import sandbox.sadad.SadadAccount;
import sandbox.sadad.payment.Checkout;
import sandbox.sadad.payment.Transaction;

/** What SADAD says, signed where it signs. */
@ApplicationScoped
class SadadMessages {
    private static final String HASH = "checksumhash";
    private static final String SOMEBODY_ELSES_KEY = "SomebodyElsesKey";
    /** Of an amount that ends so, the way back tells another one, and signs it. */
    private static final int TOLD_WRONGLY = 8;

    @Inject
    SadadAccount account;

    /** What the browser takes back to the merchant. */
    FormFields ofReturn(Transaction transaction, String version, boolean forged) {
        var told = transaction.minor() % 100 == TOLD_WRONGLY
                ? transaction.amount().add(BigDecimal.ONE)
                : transaction.amount();
        var fields = new LinkedHashMap<String, String>();
        fields.put("website_ref_no", transaction.reference());
        fields.put("transaction_status", String.valueOf(Math.min(transaction.status(), Transaction.PAID)));
        fields.put("transaction_number", transaction.number());
        fields.put("MID", account.merchantId());
        fields.put("RESPCODE", responseCode(transaction));
        fields.put("RESPMSG", transaction.message());
        fields.put("ORDERID", transaction.reference());
        fields.put("STATUS", transaction.status() == Transaction.FAILED ? "TXN_FAILURE" : "TXN_SUCCESS");
        fields.put("TXNAMOUNT", told.toPlainString());
        if (version.equals(Checkout.ENCRYPTED)) {
            var form = new FormFields(fields);
            return form.with(
                    HASH,
                    new EncryptedChecksum(forged ? SOMEBODY_ELSES_KEY : account.secretKey(), account.merchantId())
                            .of(form, "K1x7"));
        }
        fields.put("issandboxmode", "1");
        return new FormFields(fields).with(HASH, hash(fields, forged));
    }

    /** The webhook of that moment; an amount is a number there, printed as short as it goes. */
    String webhook(Transaction transaction, int status, boolean forged) {
        var amount = transaction.amount().stripTrailingZeros();
        var shortest = amount.scale() < 0 ? amount.setScale(0) : amount;
        var values = new LinkedHashMap<String, String>();
        values.put("invoiceNumber", "");
        values.put("isTestMode", "1");
        values.put("merchantId", account.merchantId());
        values.put("message", status == Transaction.FAILED ? "failed" : "success");
        values.put("transactionNumber", transaction.number());
        values.put("transactionStatus", String.valueOf(status));
        values.put("txnAmount", shortest.toPlainString());
        values.put("websiteRefNo", transaction.reference());
        var json = Json.createObjectBuilder();
        values.forEach((name, value) -> {
            switch (name) {
                case "transactionStatus" -> json.add(name, status);
                case "txnAmount" -> json.add(name, shortest);
                default -> json.add(name, value);
            }
        });
        return json.add(HASH, hash(values, forged)).build().toString();
    }

    static JsonObjectBuilder shown(Transaction transaction) {
        return Json.createObjectBuilder()
                .add("entityid", 7)
                .add("invoicenumber", transaction.number())
                .add("amount", transaction.amount())
                .add("servicecharge", 0)
                .add("isRefund", transaction.status() == Transaction.REFUNDED)
                .add("website_ref_no", transaction.reference())
                .add("transactiondate", transaction.at().toString())
                .add(
                        "transactionstatus",
                        Json.createObjectBuilder()
                                .add("id", transaction.status())
                                .add("name", transaction.statusName()))
                .add("transactionmode", Json.createObjectBuilder().add("id", 2).add("name", "Debit Card"));
    }

    private static String responseCode(Transaction transaction) {
        return switch (transaction.status()) {
            case Transaction.FAILED -> "810";
            case Transaction.UNDER_WAY -> "402";
            default -> "1";
        };
    }

    private String hash(Map<String, String> values, boolean forged) {
        return new JoinedHash(forged ? SOMEBODY_ELSES_KEY : account.secretKey()).of(values);
    }
}
