package io.mizan.gateways.qpay;

import io.mizan.money.Money;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What we say to QPay, without its hash: that is put on when a message leaves, so that what is stored before holds
 * neither a secret nor what was made with one.
 */
final class QPayMessages {
    /** Of the field {@code Action}. */
    static final String PAY = "0";

    static final String REFUND = "6";
    static final String INQUIRY = "14";

    private final QPayMerchant merchant;

    QPayMessages(QPayMerchant merchant) {
        this.merchant = merchant;
    }

    /**
     * The form that opens QPay's page.
     *
     * @param number of the payment, 20 letters and digits, never used before
     * @param description letters, digits, {@code . _ -}: of anything else it is not known whether it is hashed as it is
     *     or as it is encoded
     */
    QPayFields pay(String number, Money amount, URI returnUrl, String language, String description, Instant at) {
        var fields = said(PAY, language);
        fields.put("Amount", QPayAmounts.toQPay(amount));
        fields.put("CurrencyCode", QPayAmounts.QAR);
        fields.put("PUN", number);
        fields.put("MerchantModuleSessionID", number);
        fields.put("TransactionRequestDate", QPayMoment.write(at));
        fields.put("ExtraFields_f14", returnUrl.toString());
        fields.put("Quantity", "1");
        fields.put("PaymentDescription", description.replaceAll("[^A-Za-z0-9._-]", "-"));
        return new QPayFields(fields);
    }

    /** @param number of a payment */
    QPayFields inquiry(String number) {
        var fields = said(INQUIRY, "en");
        fields.put("OriginalPUN", number);
        return new QPayFields(fields);
    }

    /**
     * @param number of the refund, made like that of a payment
     * @param payment the number of the payment that it gives back
     */
    QPayFields refund(String number, String payment, Money amount) {
        var fields = said(REFUND, "en");
        fields.put("Amount_1", QPayAmounts.toQPay(amount));
        fields.put("CurrencyCode", QPayAmounts.QAR);
        fields.put("OriginalTransactionPaymentUniqueNumber_1", payment);
        fields.put("PUN_1", number);
        return new QPayFields(fields);
    }

    /** A refund bears the time at which it leaves, not that at which it was decided. */
    static QPayFields leaving(QPayFields refund, Instant at) {
        return refund.with("TransactionRequestDate", QPayMoment.write(at));
    }

    private Map<String, String> said(String action, String language) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("Action", action);
        fields.put("BankID", merchant.bankId());
        fields.put("MerchantID", merchant.merchantId());
        fields.put("Lang", language);
        return fields;
    }
}
