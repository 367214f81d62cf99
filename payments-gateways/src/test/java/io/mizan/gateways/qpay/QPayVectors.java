package io.mizan.gateways.qpay;

import io.mizan.gateways.signature.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages and their hashes: of the guide's Appendix D, and of our own made with other tools. */
final class QPayVectors {
    static final String GUIDES_SECRET = "3aJYQWELpNywSw3O";
    static final String SECRET = "QpSandboxSecret1";
    static final QPayMerchant GUIDES_MERCHANT = new QPayMerchant("QIB", "simulator123");
    static final QPayMerchant MERCHANT = new QPayMerchant("QPAYPG03", "SANDBOXM1");
    static final String NUMBER = "A1B2C3D4E5F6A7B8C9D0";
    static final String REFUND = "R1B2C3D4E5F6A7B8C9D0";
    static final String PAID_HASH = "cbfd6bfdbbf43ea58b5f4d9e579e4c9f4b87e2eaeed8c15e47f372b20fe2702a";
    static final String CANCELED_HASH = "11cb1a88262f8fa98f9d68fb44c4af5973250f7f7c0847ab8c1fbbb948447c34";
    static final String GUIDES_PAID_HASH = "660432ad41745cd716f8b799196e18c2cf84736f80014cc9816e0d53fd718760";

    private QPayVectors() {}

    static QPayHash hash(String... secrets) {
        return new QPayHash(Secrets.texts(List.of(secrets)));
    }

    static Map<String, String> guidesPayRequest() {
        return fields(
                "Action=0",
                "Amount=20000",
                "BankID=QIB",
                "CurrencyCode=634",
                "ExtraFields_f14=https://merchantUrl.com/response",
                "Lang=en",
                "MerchantID=simulator123",
                "MerchantModuleSessionID=f859a6e54bd54de4ad3d",
                "PUN=f859a6e54bd54de4ad3d",
                "NationalID=2215275104",
                "PaymentDescription=SamplePayment",
                "Quantity=1",
                "TransactionRequestDate=06082023161317");
    }

    static Map<String, String> guidesInquiryRequest() {
        return fields(
                "Action=14", "BankID=QIB", "Lang=en", "MerchantID=simulator123", "OriginalPUN=f859a6e54bd54de4ad3d");
    }

    static Map<String, String> guidesRefundRequest() {
        return fields(
                "Action=6",
                "Amount_1=1000",
                "BankID=QIB",
                "CurrencyCode=634",
                "Lang=en",
                "MerchantID=simulator123",
                "OriginalTransactionPaymentUniqueNumber_1=f859a6e54bd54de4ad3d",
                "PUN_1=62ab9838993a43a48909",
                "RequestDate=",
                "TransactionRequestDate=06082023161932");
    }

    static Map<String, String> guidesPaid() {
        return fields(
                "AcquirerID=030003",
                "Amount=20000",
                "BankID=QIB",
                "CardExpiryDate=3006",
                "CardHolderName=NOT_CAPTURED",
                "CardNumber=421537******3243",
                "ConfirmationID=202308060113174499433083352",
                "CurrencyCode=634",
                "EZConnectResponseDate=06082023161626",
                "Lang=en",
                "MerchantID=simulator123",
                "MerchantModuleSessionID=f859a6e54bd54de4ad3d",
                "PUN=f859a6e54bd54de4ad3d",
                "Status=0000",
                "StatusMessage=Payment Processed Successfully");
    }

    static Map<String, String> guidesInquiryAnswer() {
        return fields(
                "Amount=20000",
                "ApprovalCode=121212",
                "BankID=QIB",
                "CardExpiryDate=",
                "CardHolderName=",
                "CardNumber=421537******3243",
                "CurrencyCode=634",
                "EZConnectResponseDate=07082023144016",
                "ItemID=",
                "MerchantID=simulator123",
                "NationalID=2215275104",
                "OriginalConfirmationID=202308060113174499433083352",
                "OriginalExtractStatus=",
                "OriginalPUN=f859a6e54bd54de4ad3d",
                "OriginalReversalStatus=",
                "OriginalStatus=0000",
                "OriginalStatusMessage=Payment processed successfully.",
                "PaymentDescription=SamplePayment",
                "Quantity=1",
                "Status=0000",
                "StatusMessage=Payment processed successfully.",
                "TransactionResponseDate=06082023161317");
    }

    static Map<String, String> guidesRefundAnswer() {
        return fields(
                "Amount_1=1000",
                "ConfirmationID_1=",
                "CurrencyCode_1=634",
                "EZConnectRequestStatus=",
                "EZConnectResponseDate=06082023162003",
                "Lang_1=en",
                "OriginalTransactionPaymentUniqueNumber_1=f859a6e54bd54de4ad3d",
                "PUN_1=62ab9838993a43a48909",
                "StatusMessage_1=Refund Transaction is pending",
                "Status_1=5002",
                "TransactionRequestDate_1=06/08/2023 16:19:32");
    }

    static Map<String, String> payRequest() {
        return fields(
                "Action=0",
                "Amount=15050",
                "BankID=QPAYPG03",
                "CurrencyCode=634",
                "ExtraFields_f14=https://shop.example/qpay/return",
                "Lang=en",
                "MerchantID=SANDBOXM1",
                "MerchantModuleSessionID=ORD100045S1",
                "NationalID=",
                "PUN=" + NUMBER,
                "PaymentDescription=Order-100045",
                "Quantity=1",
                "TransactionRequestDate=01032026121530");
    }

    static Map<String, String> paid() {
        return fields(
                "AcquirerID=030003",
                "Amount=15050",
                "BankID=QPAYPG03",
                "CardExpiryDate=3012",
                "CardHolderName=NOT_CAPTURED",
                "CardNumber=421537******3243",
                "ConfirmationID=202603011215550000000000001",
                "CurrencyCode=634",
                "EZConnectResponseDate=01032026121605",
                "Lang=en",
                "MerchantID=SANDBOXM1",
                "MerchantModuleSessionID=ORD100045S1",
                "PUN=" + NUMBER,
                "Status=0000",
                "StatusMessage=Payment Processed Successfully");
    }

    static Map<String, String> canceled() {
        return fields(
                "AcquirerID=",
                "Amount=15050",
                "BankID=QPAYPG03",
                "CardExpiryDate=",
                "CardHolderName=",
                "CardNumber=",
                "ConfirmationID=",
                "CurrencyCode=634",
                "EZConnectResponseDate=01032026121640",
                "Lang=en",
                "MerchantID=SANDBOXM1",
                "MerchantModuleSessionID=ORD100045S1",
                "PUN=" + NUMBER,
                "Status=2996",
                "StatusMessage=Payment cancelled by customer");
    }

    static Map<String, String> inquiryRequest() {
        return fields("Action=14", "BankID=QPAYPG03", "Lang=en", "MerchantID=SANDBOXM1", "OriginalPUN=" + NUMBER);
    }

    static Map<String, String> refundRequest() {
        return fields(
                "Action=6",
                "Amount_1=15050",
                "BankID=QPAYPG03",
                "CurrencyCode=634",
                "Lang=en",
                "MerchantID=SANDBOXM1",
                "OriginalTransactionPaymentUniqueNumber_1=" + NUMBER,
                "PUN_1=" + REFUND,
                "TransactionRequestDate=01032026130000");
    }

    static Map<String, String> refundAnswer() {
        return fields(
                "Amount_1=15050",
                "ConfirmationID_1=",
                "CurrencyCode_1=634",
                "EZConnectRequestStatus=",
                "EZConnectResponseDate=01032026130002",
                "Lang_1=en",
                "OriginalTransactionPaymentUniqueNumber_1=" + NUMBER,
                "PUN_1=" + REFUND,
                "StatusMessage_1=Refund Transaction is pending",
                "Status_1=5002",
                "TransactionRequestDate_1=01/03/2026 13:00:00");
    }

    /** An answer's fields under their names on the wire. */
    static QPayFields onTheWire(Map<String, String> answer) {
        var named = new LinkedHashMap<String, String>();
        answer.forEach((name, value) -> named.put("Response." + name, value));
        return new QPayFields(named);
    }

    private static Map<String, String> fields(String... pairs) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : pairs) {
            int equals = pair.indexOf('=');
            fields.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return fields;
    }
}
