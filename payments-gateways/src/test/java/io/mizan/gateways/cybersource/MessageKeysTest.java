package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.gateway.Callback;
import io.mizan.gateway.ProviderRef;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.RSAPrivateKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageKeysTest {
    private static final String TEXT = CyberSourceGatewayTest.NOTIFICATION;
    private static final String SEALED = SealedMessage.of(TEXT, 1);

    /** RFC 7516, appendix A.1. */
    @Test
    void the_published_example_opens() throws GeneralSecurityException {
        var modulus =
                "oahUIoWw0K0usKNuOR6H4wkf4oBUXHTxRvgb48E-BVvxkeDNjbC4he8rUWcJoZmds2h7M70imEVhRU5djINXtqllXI4DFqcI1Dgj"
                        + "T9LewND8MW2Krf3Spsk_ZkoFnilakGygTwpZ3uesH-PFABNIUYpOiN15dsQRkgr0vEhxN92i2asbOenSZeyaxziK72UwxrrKoExv6kc5"
                        + "twXTq4h-QChLOln0_mtUZwfsRaMStPs6mS6XrgxnxbWhojf663tuEQueGC-FCMfra36C9knDFGzKsNa7LZK2djYgyD3JR_MB_4NUJW_T"
                        + "qOQtwHYbxevoJArm-L5StowjzGy-_bq6Gw";
        var exponent =
                "kLdtIj6GbDks_ApCSTYQtelcNttlKiOyPzMrXHeI-yk1F7-kpDxY4-WY5NWV5KntaEeXS1j82E375xxhWMHXyvjYecPT9fpwR_M9"
                        + "gV8n9Hrh2anTpTD93Dt62ypW3yDsJzBnTnrYu1iwWRgBKrEYY46qAZIrA2xAwnm2X7uGR1hghkqDp0Vqj3kbSCz1XyfCs6_LehBwtxHI"
                        + "yh8Ripy40p24moOAbgxVw3rxT_vlt3UVe4WO3JkJOzlpUf-KTVI2Ptgm-dARxTEtE-id-4OJr0h-K-VFs3VSndVTIznSxfyrj8ILL6MG"
                        + "_Uv8YAu7VILSB3lOW085-4qE3DzgrTjgyQ";
        var sealed = "eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ"
                + ".OKOawDo13gRp2ojaHV7LFpZcgV7T6DVZKTyKOMTYUmKoTCVJRgckCL9kiMT03JGeipsEdY3mx_etLbbWSrFr05kLzcSr4qKAq7YN7e9j"
                + "wQRb23nfa6c9d-StnImGyFDbSv04uVuxIp5Zms1gNxKKK2Da14B8S4rzVRltdYwam_lDp5XnZAYpQdb76FdIKLaVmqgfwX7XWRxv2322"
                + "i-vDxRfqNzo_tETKzpVLzfiwQyeyPGLBIO56YJ7eObdv0je81860ppamavo35UgoRdbYaBcoh9QcfylQr66oc6vFWXRcZ_ZT2LawVCWT"
                + "Iy3brGPi6UklfCpIMfIjf7iGdXKHzg"
                + ".48V1_ALb6US04U3b"
                + ".5eym8TW_c8SuK0ltJ3rpYIzOeDQz7TALvtu6UG9oMo4vpzs9tX_EFShS8iB7j6jiSdiwkIr3ajwQzaBtQD_A"
                + ".XFBoMYUZodetZdvTiFvSkQ";
        var key = (RSAPrivateKey)
                KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateKeySpec(number(modulus), number(exponent)));

        assertThat(new MessageKeys(List.of(key)).open(sealed))
                .hasValueSatisfying(text -> assertThat(new String(text, UTF_8))
                        .isEqualTo("The true sign of intelligence is not knowledge but imagination."));
    }

    @Test
    void one_of_two_keys_opens_a_message() {
        var both = MessageKeys.of(List.of(SealedMessage.written(2), SealedMessage.written(1)));

        assertThat(both.open(SEALED))
                .hasValueSatisfying(text -> assertThat(new String(text, UTF_8)).isEqualTo(TEXT));
        assertThat(SealedMessage.keys(2).open(SEALED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void what_was_touched_anywhere_does_not_open(int part) {
        var parts = SEALED.split("\\.", -1);
        parts[part] = (parts[part].startsWith("A") ? "B" : "A") + parts[part].substring(1);

        assertThat(SealedMessage.keys(1).open(String.join(".", parts))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"RSA1_5\",\"enc\":\"A256GCM\"}",
                "{\"alg\":\"none\",\"enc\":\"A256GCM\"}",
                "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A128CBC-HS256\"}",
                "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}",
                "{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\",\"crit\":[\"exp\"]}",
                "{\"enc\":\"A256GCM\"}",
                "no object"
            })
    void no_other_way_of_sealing_is_taken(String header) {
        assertThat(SealedMessage.keys(1).open(SealedMessage.of(TEXT, 1, header)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {"encData":"%s"}          | true
            {"encryptedRequest":"%s"} | true
            %s                        | true
            {"payload":"%s"}          | false
            a=%s                      | false
            """)
    void a_sealed_message_is_known_by_its_form(String body, boolean sealed) {
        assertThat(MessageKeys.sealedIn(body.formatted(SEALED).getBytes(UTF_8)).isPresent())
                .isEqualTo(sealed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2VjcmV0", "not base64"})
    void a_key_that_is_none_is_refused_and_not_quoted(String written) {
        assertThatThrownBy(() -> MessageKeys.of(List.of(written)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RSA key of 2048 bits")
                .hasNoCause();
        assertThat(SealedMessage.keys(1)).hasToString("1 [redacted]");
    }

    /** As the guide signs it, and as one integration saw it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_encrypted_webhook_is_a_reason_to_ask_wherever_its_signature_is_over(boolean overText) {
        var body = "{\"encData\":\"" + SEALED + "\"}";
        var gateway = gateway(SealedMessage.keys(1));

        assertThat(gateway.verify(posted(body, overText ? TEXT : body)))
                .isInstanceOfSatisfying(Callback.Verdict.Genuine.class, genuine -> assertThat(genuine.type())
                        .isEqualTo("payments.capture.status.accepted"));
        assertThat(gateway.read(body.getBytes(UTF_8), "proof"))
                .isEqualTo(new Callback.Reading.Hint(
                        Optional.of(CyberSourceVectors.ATTEMPT),
                        List.of(new ProviderRef("capture", "7412345678901234503002")),
                        "webhook"));
    }

    @Test
    void one_that_cannot_be_opened_is_refused_with_the_reason() {
        var body = "{\"encData\":\"" + SEALED + "\"}";

        assertThat(gateway(new MessageKeys(List.of())).verify(posted(body, body)))
                .isEqualTo(new Callback.Verdict.Forged("encrypted_and_no_private_key_is_set"));
        assertThat(gateway(SealedMessage.keys(2)).verify(posted(body, body)))
                .isEqualTo(new Callback.Verdict.Forged("encrypted_and_no_private_key_opens_it"));
        assertThat(gateway(SealedMessage.keys(1)).verify(posted(body, "another text")))
                .isEqualTo(new Callback.Verdict.Forged("mismatch"));
        assertThat(gateway(SealedMessage.keys(1)).verify(new Callback.Raw(Map.of(), body.getBytes(UTF_8))))
                .isEqualTo(new Callback.Verdict.Forged("missing"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"protected\":\"e30\",\"encrypted_key\":\"AA\",\"iv\":\"AA\",\"ciphertext\":\"AA\",\"tag\":\"AA\"}",
                "{\"encData\":{\"protected\":\"e30\",\"recipients\":[],\"iv\":\"AA\",\"ciphertext\":\"AA\",\"tag\":\"AA\"}}",
                "{\"encryptedRequest\":\"not.five.parts\"}"
            })
    void one_in_another_form_than_the_compact_one_is_refused_by_that_name(String body) {
        assertThat(gateway(SealedMessage.keys(1)).verify(posted(body, body)))
                .isEqualTo(new Callback.Verdict.Forged("encrypted_in_a_form_that_is_not_read"));
    }

    private static CyberSourceGateway gateway(MessageKeys keys) {
        var settings = CyberSourceVectors.settings(
                CyberSourceSettings.TEST_API, CyberSourceSettings.Dealings.STANDARD, CyberSourceVectors.KEY);
        return new CyberSourceGateway(
                new CyberSourceSettings(
                        settings.live(),
                        settings.profile(),
                        settings.api(),
                        settings.notificationKeys(),
                        keys,
                        settings.dealings(),
                        settings.times()),
                CyberSourceVectors.CLOCK);
    }

    private static Callback.Raw posted(String body, String signed) {
        var at = Long.toString(CyberSourceVectors.NOW.toEpochMilli());
        var signature = Base64.getEncoder()
                .encodeToString(NotificationSignature.of(CyberSourceVectors.WEBHOOK_KEY, at, signed.getBytes(UTF_8)));
        return new Callback.Raw(
                Map.of(
                        NotificationSignature.HEADER,
                        "t=" + at + ";keyId=" + CyberSourceVectors.WEBHOOK_KEY_ID + ";sig=" + signature),
                body.getBytes(UTF_8));
    }

    private static BigInteger number(String text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text));
    }
}
