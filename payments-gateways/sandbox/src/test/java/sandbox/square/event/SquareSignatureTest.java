package sandbox.square.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SquareSignatureTest {
    /** Verified with Square's own library and with OpenSSL. */
    @Test
    void a_message_is_signed_as_square_signs_it() {
        assertThat(SquareSignature.of(
                        "sim_sq_signature_key_7Q1bT0",
                        "https://shop.example.test/webhooks/square?tenant=t1",
                        "{\"type\":\"dispute.created\"}\n"))
                .isEqualTo("LCU2tFeNbhoDa4pP9fbNIKxshLSu7Bzn2wJ93Is1wlk=");
    }
}
