package io.mizan.gateways.sadad;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.fact.FactKind;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Target;
import io.mizan.gateways.form.Form;
import io.mizan.gateways.signature.Secrets;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SadadChecksumTest {
    private static final String SECRET = "SadadTestSecret1";
    private static final SadadChecksum CHECKSUM = new SadadChecksum(Secrets.texts(List.of(SECRET)), "1234567", false);
    private static final AttemptId ATTEMPT = new AttemptId(new UUID(0x0190_0000_0000_7000L, 7));
    private static final Target TARGET = new Target(
            ATTEMPT,
            Instant.parse("2026-03-01T09:15:30Z"),
            Money.ofMinor(15_050, "QAR"),
            CaptureMode.AUTOMATIC,
            List.of());
    private static final SadadSettings SETTINGS = SadadSettings.standard(
            false,
            new SadadSettings.Merchant("1234567", "shop.example", "payments@shop.example", "97455512345"),
            new SadadSettings.Secrets(List.of(SECRET), SECRET, ""));
    private static final SadadGateway NEW = new SadadGateway(SETTINGS, Clock.fixed(TARGET.openedAt(), ZoneOffset.UTC));
    private static final SadadGateway OLD = new SadadGateway(
            SETTINGS.with(SETTINGS.dealings().speaking(SadadSettings.Version.V1_1)),
            Clock.fixed(TARGET.openedAt(), ZoneOffset.UTC));

    /** Computed by three tools from the provider's plugin; the vendor has published none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            AbZ9 | productdetail[0][order_id]=ORD-100045;productdetail[0][amount]=150.50;productdetail[0][quantity]=1;merchant_id=1234567;ORDER_ID=ORD-100045;WEBSITE=shop.example;TXN_AMOUNT=150.50;CUST_ID=buyer@shop.example;VERSION=1.1;EMAIL=buyer@shop.example;MOBILE_NO=97455512345;SADAD_WEBCHECKOUT_PAGE_LANGUAGE=ENG;CALLBACK_URL=https://shop.example/sadad/callback;txnDate=2026-03-01 12:15:30 | +mVO0Gk4fZazpouVnmmAIN5lYbGuWkQWqSxwlX9Vi4XzIjbxaDuP/nk2UWC7LPZWQhh3fQHePJvmRmw696GiRe3lMhb2LPePwHqqHMm/uQM=
            q5r0 | merchant_id=1234567;ORDER_ID=ORD-100047;WEBSITE=shop.example;TXN_AMOUNT=1.00;CUST_ID=دفع;EMAIL=buyer@shop.example;MOBILE_NO=97455512345;SADAD_WEBCHECKOUT_PAGE_LANGUAGE=ARB;CALLBACK_URL=https://shop.example/sadad/callback;txnDate=2026-03-01 12:20:00;productdetail[0][order_id]=ORD-100047;productdetail[0][itemname]=Sample;productdetail[0][amount]=1.00;productdetail[0][quantity]=1;productdetail[0][type]=line_item | zENVTyRB2H5dc9yxrU7dIgs68fMvRFJLSVH5hyNfSLyjKy9Gyd/yesNjx23PCDdmnb4MxNNnQrERFYIWnmx1ThVjX3xj7XZs2tt018D2BUY=
            K1x7 | website_ref_no=;transaction_status=3;transaction_number=SD1000000000001;MID=1234567;RESPCODE=1;RESPMSG=Txn Success;ORDERID=ORD-100045;STATUS=TXN_SUCCESS;TXNAMOUNT=150.50 | ebD2Mnl5tPEN19CDI8WiwI1AiQQlo4P7L6vJg+mrenmsppr8QgFAffpJ1G5TrgJGVFURoFPi6c+xgSPH64MeBSyf/+sO4UquqcezNIdslEc=
            """)
    void a_form_is_signed_and_known_again(String salt, String fields, String checksum) {
        var form = form(fields);

        assertThat(CHECKSUM.sign(form, SECRET.getBytes(UTF_8), salt)).isEqualTo(checksum);
        assertThat(CHECKSUM.signer(form.with("checksumhash", checksum))).isPresent();
        assertThat(CHECKSUM.signer(form.with("more", "x").with("checksumhash", checksum)))
                .isEmpty();
        var turned = new ArrayList<>(form.fields());
        Collections.swap(turned, turned.size() - 1, turned.size() - 2);
        assertThat(CHECKSUM.signer(new Form(turned).with("checksumhash", checksum)))
                .isEmpty();
    }

    @Test
    void a_short_secret_is_filled_up_and_the_same_form_is_signed_the_same() {
        var brief = new SadadChecksum(Secrets.texts(List.of("12345678")), "1234567", false);
        var form = form("ORDER_ID=1;TXN_AMOUNT=1.00");

        assertThat(brief.sign(form)).isEqualTo(brief.sign(form));
        assertThat(brief.signer(form.with("checksumhash", brief.sign(form)))).isPresent();
        assertThat(CHECKSUM.signer(form.with("checksumhash", brief.sign(form)))).isEmpty();
        assertThat(brief.signer(form.with("checksumhash", "no base64!"))).isEmpty();
    }

    /**
     * One integrator has it so; the vendor's plugin has not. Computed by two other tools, which encoded the secret as PHP's
     * {@code urlencode} does.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Sa+d*d/Secret123 | AbZ9 | ygiYK7kOJgfRCjEU0RtkMaaQ9Z7V3LlHFNAiYiry4gpLBNYdIPeMGLPJCHE4B9fabs3YclH/Dhr8uC+oFv+ALQ5cI3IL2v7/VAvMrw7+99o=
            a+b/             | q5r0 | YW6BOTwOZrSDbw8pJazd8DWXwczXfBQ+MPA2SSDPHGaIsU4A14pfO58iXHXgDBIKJQTjgAO4ZelhUc6naSVjfmLDtN32tOlagT4b1tQQ560=
            """)
    void a_secret_may_be_the_key_as_it_is_written_in_an_address(String secret, String salt, String checksum) {
        var plain = new SadadChecksum(Secrets.texts(List.of(secret)), "1234567", false);
        var encoded = new SadadChecksum(Secrets.texts(List.of(secret)), "1234567", true);
        var form = form("ORDER_ID=1;TXN_AMOUNT=1.00");

        assertThat(encoded.sign(form, secret.getBytes(UTF_8), salt)).isEqualTo(checksum);
        assertThat(encoded.signer(form.with("checksumhash", checksum))).isPresent();
        assertThat(plain.signer(form.with("checksumhash", checksum))).isEmpty();
    }

    @Test
    void every_kind_of_letter_is_written_as_php_does() {
        assertThat(SadadChecksum.json(form("a= \"q\" \\ / <&'> \u0001 \t\u007f é 😀 "), "s"))
                .isEqualTo("{\"postData\":{\"a\":\"\\\"q\\\" \\\\ \\/ <&'> \\u0001 \\t\u007f \\u00e9 \\ud83d\\ude00\"},"
                        + "\"secretKey\":\"s\"}");
    }

    @Test
    void a_return_of_that_version_is_believed_where_it_is_spoken_and_nowhere_else() {
        var form = returned("3");
        var posted = new Callback.Raw(Map.of(), form.encode().getBytes(UTF_8));

        assertThat(OLD.verifyReturn(posted, TARGET)).containsInstanceOf(Callback.Verdict.Genuine.class);
        assertThat(NEW.verifyReturn(posted, TARGET)).containsInstanceOf(Callback.Verdict.Forged.class);
        assertThat(((Callback.Reading.Relevant) OLD.readReturn(posted.body(), "proof", TARGET))
                        .observation()
                        .facts())
                .singleElement()
                .returns(FactKind.CAPTURED, fact -> fact.kind());
    }

    @Test
    void every_field_of_it_changed_dropped_or_moved_is_forged() {
        var fields = returned("2").fields();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var changed = new ArrayList<>(fields);
            changed.set(i, new Form.Field(field.name(), field.value() + "1"));
            var dropped = new ArrayList<>(fields);
            dropped.remove(i);
            var moved = new ArrayList<>(dropped);
            moved.add((i + 3) % moved.size(), field);
            // where the checksum itself stands does not matter
            var forms =
                    field.name().equals("checksumhash") ? List.of(changed, dropped) : List.of(changed, dropped, moved);
            for (var form : forms) {
                assertThat(OLD.verifyReturn(
                                new Callback.Raw(
                                        Map.of(), new Form(form).encode().getBytes(UTF_8)),
                                TARGET))
                        .as(field.name())
                        .containsInstanceOf(Callback.Verdict.Forged.class);
            }
        }
    }

    private static Form returned(String status) {
        var form = form("website_ref_no=;transaction_status=" + status
                + ";transaction_number=SD1000000000001;MID=1234567;RESPCODE=1;RESPMSG=Txn Success;ORDERID=" + ATTEMPT
                + ";STATUS=TXN_SUCCESS;TXNAMOUNT=150.50");
        return form.with("checksumhash", CHECKSUM.sign(form));
    }

    private static Form form(String fields) {
        var form = Form.empty();
        for (var field : fields.split(";", -1)) {
            form = form.with(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        return form;
    }
}
