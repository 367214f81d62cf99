package io.mizan.gateways.cybersource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.gateways.form.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormSignatureTest {
    private static final FormSignature SIGNATURE = new FormSignature(List.of(CyberSourceVectors.KEY));

    /** Of a public test suite; its key looks like base64 and is a text. */
    @Test
    void a_published_reply_has_its_published_signature() {
        assertThat(FormSignature.of(
                        "YW5leHRyZW1lbHlsb25nYW5kdmVyeXVuZ3Vlc3NhYmxlc2VjcmV0a2V5Zm9yZW5jcnlwdGluZ3RoaW5ncw==",
                        "req_currency=OMR,decision=CANCEL,message=The consumer cancelled the transaction,"
                                + "req_transaction_uuid=123456,req_transaction_type=sale"))
                .isEqualTo("4nghD9kZUIcgVp0gmzihArq5Gk5+GwQb624uR0MSoKY=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            a sale                            | transaction_uuid=5f0c9a52-7a1e-4a53-9a5e-2f6f2f0a1001;signed_date_time=2026-03-01T09:15:30Z;locale=en-us;transaction_type=sale;reference_number=ORD-100045;amount=150.00;currency=QAR | Xy+9a7KjOf+bAUaOQj3pFe8t33qfUmK0WSNkwrGSlmw=
            an authorization, with commas     | transaction_uuid=5f0c9a52-7a1e-4a53-9a5e-2f6f2f0a1002;signed_date_time=2026-03-01T09:16:00Z;locale=ar-xn;transaction_type=authorization;reference_number=ORD-100046;amount=12.345;currency=KWD;bill_to_forename=محمد;bill_to_address_line1=Flat 2, Tower 5 & 6;override_custom_receipt_page=https://shop.example/return?x=1&y=2 | rwmSJFvPmtt14LjP8ufTUEG8CV0twdBEGsCMd3op4tk=
            """)
    void a_form_is_signed(String what, String fields, String signature) {
        var form = Form.empty()
                .with("access_key", CyberSourceVectors.ACCESS_KEY)
                .with("profile_id", CyberSourceVectors.PROFILE);
        var names = new ArrayList<>(List.of("access_key", "profile_id"));
        for (var field : fields.split(";", -1)) {
            var parts = field.split("=", 2);
            form = form.with(parts[0], parts[1]);
            names.add(parts[0]);
            if (parts[0].equals("transaction_uuid")) {
                names.addAll(List.of("signed_field_names", "unsigned_field_names"));
                form = form.with("unsigned_field_names", "");
            }
        }
        form = form.with("signed_field_names", String.join(",", names));

        assertThat(SIGNATURE.signed(form).value("signature")).as(what).contains(signature);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            transaction_id=7412345678901234503001,decision=ACCEPT,req_access_key=0a1b2c3d4e5f30918273645566778899,req_profile_id=7D2F4C1A-93B0-4E6D-8A55-0C9E1F2A3B4C,req_transaction_uuid=5f0c9a52-7a1e-4a53-9a5e-2f6f2f0a1001,req_transaction_type=sale,req_reference_number=ORD-100045,req_amount=150.00,req_currency=QAR,message=Request was processed successfully.,reason_code=100,auth_amount=150.00,auth_code=831000,auth_response=00,req_card_number=xxxxxxxxxxxx1111,req_card_type=001 | transaction_id,decision,req_access_key,req_profile_id,req_transaction_uuid,req_transaction_type,req_reference_number,req_amount,req_currency,message,reason_code,auth_amount,auth_code,auth_response,req_card_number,req_card_type,signed_field_names,signed_date_time | 2026-03-01T09:18:05Z | UFWoJPn1RQKQloqn7IZcPs1a2uWnz1IPj/pUX/MOflY=
            decision=CANCEL,message=The consumer cancelled the transaction,req_access_key=0a1b2c3d4e5f30918273645566778899,req_profile_id=7D2F4C1A-93B0-4E6D-8A55-0C9E1F2A3B4C,req_transaction_uuid=5f0c9a52-7a1e-4a53-9a5e-2f6f2f0a1001,req_reference_number=ORD-100045,req_amount=150.00,req_currency=QAR | decision,message,req_access_key,req_profile_id,req_transaction_uuid,req_reference_number,req_amount,req_currency,signed_field_names,signed_date_time | 2026-03-01T09:19:00Z | g3JkI5kY9WrLRWi0v1uv5+DbGkKejJUtjV5CdpnNrok=
            """)
    void a_reply_is_known_by_its_signature(String fields, String names, String at, String signature) {
        var form = Form.empty().with("utf8", "✓");
        for (var field : Arrays.asList(fields.split(",", -1))) {
            form = form.with(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        var reply = SignedReply.of(form.with("signed_field_names", names)
                .with("signed_date_time", at)
                .with("signature", signature));

        assertThat(SIGNATURE.signer(reply)).isPresent();
        assertThat(new FormSignature(List.of(new CyberSourceSettings.SecurityKey(
                                CyberSourceVectors.ACCESS_KEY, "another".repeat(5))))
                        .signer(reply))
                .isEmpty();
    }

    @Test
    void while_keys_change_both_are_believed_and_each_form_is_signed_under_the_one_it_names() {
        var newer = new CyberSourceSettings.SecurityKey("f".repeat(32), "0123456789abcdef".repeat(4));
        var both = new FormSignature(List.of(newer, CyberSourceVectors.KEY));

        assertThat(both.signer(SignedReply.of(CyberSourceVectors.reply()))).isPresent();
        assertThat(both.isOurs(newer.access())).isTrue();
        var form = Form.empty()
                .with("access_key", CyberSourceVectors.ACCESS_KEY)
                .with("signed_field_names", "access_key,signed_field_names");
        assertThat(both.signed(form)).isEqualTo(SIGNATURE.signed(form));
        assertThatThrownBy(() -> new FormSignature(List.of(newer)).signed(form))
                .isInstanceOf(IllegalStateException.class);
    }
}
