package io.mizan.gateways.btcpay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BtcPaySignatureTest {
    private static final String SECRET = "BtcPaySandboxWebhookSecret";

    private final BtcPaySignature signature = new BtcPaySignature(List.of(SECRET));

    static Stream<Arguments> vectors() {
        return Stream.of(
                Arguments.of(
                        "{\"deliveryId\":\"DLV1\",\"webhookId\":\"WH1\",\"originalDeliveryId\":\"DLV1\",\"isRedelivery\":false,\"type\":\"InvoiceSettled\",\"timestamp\":1772356530,\"storeId\":\"STORE1\",\"invoiceId\":\"INV1\",\"metadata\":{\"orderId\":\"ORD-100045\"},\"manuallyMarked\":false,\"overPaid\":false}",
                        "sha256=a7a0bf37225cc31475cc74e9b1091b233aec4484506b74b6aa735dee74c9b8a2"),
                Arguments.of(
                        """
                        {
                          "deliveryId": "DLV2",
                          "webhookId": "WH1",
                          "originalDeliveryId": "DLV2",
                          "isRedelivery": false,
                          "type": "InvoiceExpired",
                          "timestamp": 1772357430,
                          "storeId": "STORE1",
                          "invoiceId": "INV2",
                          "metadata": {
                            "orderId": "ORD-100046"
                          },
                          "partiallyPaid": true
                        }""",
                        "sha256=c7376a29325fc20007837c9afe257c8e51f4d4e3f8627d06c9d813a76f613dca"),
                Arguments.of(
                        "{\"deliveryId\":\"DLV3\",\"webhookId\":\"WH1\",\"originalDeliveryId\":\"DLV1\",\"isRedelivery\":true,\"type\":\"PayoutUpdated\",\"timestamp\":1772358000,\"storeId\":\"STORE1\",\"payoutId\":\"PO1\",\"pullPaymentId\":\"PP1\",\"payoutState\":\"Completed\"}",
                        "sha256=97f39b0f34f91ba0712be1aee39a5ad18f8fdae2cf123fe3e0d1ab391d08e55f"),
                Arguments.of(
                        "{\"type\":\"InvoiceReceivedPayment\",\"metadata\":{\"orderId\":\"طلب-7\"}}",
                        "sha256=7c508bbb7f30ff2002b754b2c7f7fcc46f67841936e73933c69a0cbeb3093077"));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_signed_message_is_genuine(String body, String header) {
        assertThat(signature.signer(header, bytes(body))).isPresent();
        assertThat(signature.signer("sha256=" + header.substring(7).toUpperCase(Locale.ROOT), bytes(body)))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_changed_message_is_not(String body, String header) {
        for (int i = 0; i < bytes(body).length; i++) {
            var changed = bytes(body);
            changed[i] ^= 1;
            assertThat(signature.signer(header, changed)).isEmpty();
        }
        assertThat(signature.signer(header, bytes(body + "\n"))).isEmpty();
        assertThat(new BtcPaySignature(List.of("AnotherSecret")).signer(header, bytes(body)))
                .isEmpty();
    }

    @Test
    void two_secrets_are_valid_while_they_are_rotated() {
        var header = "sha256=a7a0bf37225cc31475cc74e9b1091b233aec4484506b74b6aa735dee74c9b8a2";
        var body = (String) vectors().findFirst().orElseThrow().get()[0];

        assertThat(new BtcPaySignature(List.of("TheNextSecret", SECRET)).signer(header, bytes(body)))
                .isEqualTo(signature.signer(header, bytes(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256=00",
                "a7a0bf37225cc31475cc74e9b1091b233aec4484506b74b6aa735dee74c9b8a2",
                "sha1=a7a0bf37225cc31475cc74e9b1091b233aec4484506b74b6aa735dee74c9b8a2",
                "sha256=g7a0bf37225cc31475cc74e9b1091b233aec4484506b74b6aa735dee74c9b8a2",
                "sha256=a7a0bf37225cc31475cc74e9b1091b233aec4484506b74b6aa735dee74c9b8a2,sha256=a7a0bf37225cc31475cc74e9b1091b233aec4484506b74b6aa735dee74c9b8a2",
            })
    void what_is_no_signature_is_none(String header) {
        assertThat(signature.signer(header, bytes("{}"))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
