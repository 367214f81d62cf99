package io.mizan.gateways.sadad;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mizan.gateways.form.Form;
import io.mizan.gateways.signature.Secrets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SadadHashTest {
    private static final SadadHash HASH = new SadadHash(Secrets.texts(List.of("SadadTestSecret1")));
    private static final String REQUEST =
            "merchant_id=1234567&ORDER_ID=ORD-100045&WEBSITE=shop.example&TXN_AMOUNT=150.50"
                    + "&CUST_ID=buyer@shop.example&EMAIL=buyer@shop.example&MOBILE_NO=97455512345"
                    + "&SADAD_WEBCHECKOUT_PAGE_LANGUAGE=ENG&VERSION=2.1&CALLBACK_URL=https://shop.example/sadad/callback"
                    + "&txnDate=2026-03-01 12:15:30&productdetail[0][order_id]=ORD-100045&productdetail[0][amount]=150.50"
                    + "&productdetail[0][quantity]=1";
    private static final String PAID =
            "website_ref_no=ORD-100045&transaction_status=3&transaction_number=SD1000000000001"
                    + "&MID=1234567&RESPCODE=1&RESPMSG=Txn+Success&ORDERID=ORD-100045&STATUS=TXN_SUCCESS&TXNAMOUNT=150.50"
                    + "&issandboxmode=1";
    private static final String FAILED = "website_ref_no=ORD-100046&transaction_status=2"
            + "&transaction_number=SD1000000000002&MID=1234567&RESPCODE=810&RESPMSG=Txn+Failed&ORDERID=ORD-100046"
            + "&STATUS=TXN_FAILURE&TXNAMOUNT=20.00&issandboxmode=1";
    private static final String WEBHOOK = "{\"invoiceNumber\":\"\",\"isTestMode\":\"1\",\"merchantId\":\"1234567\","
            + "\"message\":\"success\",\"transactionNumber\":\"SD1000000000001\",\"transactionStatus\":3,"
            + "\"txnAmount\":150.5,\"websiteRefNo\":\"ORD-100045\",\"checksumhash\":\"%s\"}";
    private static final String WEBHOOK_HASH = "35763be8abcb50875fcac0c2b8fd934ea9f039e11fe74a59b244b280052c96a8";

    @Test
    void a_form_is_signed_as_the_vector_says() {
        assertThat(HASH.sign(SadadReturn.values(Form.parse(REQUEST))))
                .isEqualTo("2fad2aab950e49ee5d5d331e406c1f07abba6230387577c90bf16576aeef6549");
    }

    @ParameterizedTest
    @CsvSource({
        PAID + ", 559ecfa0dd5501a2b0de1e082f7d80dad959e79c2abe21725cf46f32f588a97f",
        FAILED + ", 8b74e7d3efe5d80c3ac9f44f157cbebbae49069b8ea172e68f24aa4416a5014b"
    })
    void what_comes_back_is_believed_as_the_vectors_say(String form, String hash) {
        var fields = SadadReturn.values(Form.parse(form));

        assertThat(HASH.signer(List.of(fields), hash)).isPresent();
        assertThat(HASH.signer(List.of(fields), hash.toUpperCase(Locale.ROOT))).isPresent();
        for (var name : fields.keySet()) {
            assertThat(HASH.signer(List.of(with(fields, name, fields.get(name) + "0")), hash))
                    .as(name)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"150.5", "150.50", "150.500"})
    void a_webhook_is_believed_however_its_amount_was_printed(String amount) {
        var body = WEBHOOK.formatted(WEBHOOK_HASH).replace("150.5,", amount + ",");

        var webhook = SadadWebhook.of(body.getBytes(UTF_8));

        assertThat(HASH.signer(webhook.readings(), webhook.hash())).isPresent();
        assertThat(webhook.transaction()).isEqualTo("SD1000000000001");
    }

    @Test
    void what_is_no_webhook_is_refused() {
        for (var body :
                List.of("", "[]", "{}", "{\"transactionNumber\":\"1\"}", "null", "{\"transactionNumber\":{}}")) {
            assertThatIllegalArgumentException().isThrownBy(() -> SadadWebhook.of(body.getBytes(UTF_8)));
        }
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }
}
