package io.mizan.gateways.square;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateways.signature.Secrets;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquareSignatureTest {
    private static final String KEY = "sim_sq_signature_key_7Q1bT0";
    private static final String ADDRESS = "https://shop.example.test/webhooks/square";
    private static final Vector PAID = new Vector(
            ADDRESS,
            "{\"merchant_id\":\"MLSIM0001\",\"location_id\":\"LSIM0001\",\"type\":\"payment.updated\","
                    + "\"event_id\":\"6a8f5f28-54a1-4eb0-a98a-3111513fd4fc\",\"created_at\":\"2026-01-01T00:00:01Z\","
                    + "\"data\":{\"type\":\"payment\",\"id\":\"pAySim0001\",\"object\":{\"payment\":{\"id\":\"pAySim0001\","
                    + "\"status\":\"COMPLETED\",\"amount_money\":{\"amount\":1999,\"currency\":\"USD\"},"
                    + "\"order_id\":\"oRdSim0001\",\"version\":2}}}}",
            "hmDELDAODX3IjmidNHb164s9lBeNIMaCvR3IUtinC/k=");

    /** Made with Square's own library, with OpenSSL and with Python. */
    record Vector(String address, String body, String signature) {}

    static List<Vector> vectors() {
        return List.of(
                PAID,
                new Vector(
                        ADDRESS,
                        "{\"merchant_id\":\"MLSIM0001\",\"type\":\"refund.updated\","
                                + "\"event_id\":\"bc316346-6691-4243-88ed-6d651a0d0c47\",\"created_at\":\"2026-01-01T01:00:00Z\","
                                + "\"data\":{\"type\":\"refund\",\"id\":\"rFdSim0002\",\"object\":{\"refund\":{\"id\":\"rFdSim0002\","
                                + "\"status\":\"COMPLETED\",\"payment_id\":\"pAySim0001\",\"reason\":\"Rückerstattung – 返金\","
                                + "\"amount_money\":{\"amount\":500,\"currency\":\"USD\"}}}}}",
                        "ItYhHUdIKVAdK0Jzh41e0IPddt+ZCxwiDbddfWHwH1Y="),
                new Vector(
                        ADDRESS + "?tenant=t1",
                        "{\"type\":\"dispute.created\"}\n",
                        "LCU2tFeNbhoDa4pP9fbNIKxshLSu7Bzn2wJ93Is1wlk="));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void what_square_signed_is_believed(Vector vector) {
        assertThat(signer(vector.address, vector.body, vector.signature)).contains(Secrets.fingerprint(KEY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://shop.example.test/webhooks/square",
                "https://shop.example.test:443/webhooks/square",
                "https://shop.example.test/webhooks/square/",
                "https://shop.example.test/webhooks/square?tenant=t1",
                "https://SHOP.example.test/webhooks/square"
            })
    void the_address_counts_to_the_last_byte(String other) {
        assertThat(signer(other, PAID.body, PAID.signature)).isEmpty();
    }

    @Property
    void a_message_changed_in_one_character_is_not_believed(
            @ForAll @IntRange(max = 352) int at, @ForAll @IntRange(min = 32, max = 126) char written) {
        var changed = new StringBuilder(PAID.body);
        changed.setCharAt(at, written);

        assertThat(signer(ADDRESS, changed.toString(), PAID.signature).isPresent())
                .isEqualTo(changed.toString().equals(PAID.body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hmDELDAODX3IjmidNHb164s9lBeNIMaCvR3IUtinC/k",
                "hmDELDAODX3IjmidNHb164s9lBeNIMaCvR3IUtinC/k=, hmDELDAODX3IjmidNHb164s9lBeNIMaCvR3IUtinC/k=",
                " hmDELDAODX3IjmidNHb164s9lBeNIMaCvR3IUtinC/k=",
                "hmDELDAODX3IjmidNHb164s9lBeNIMaCvR3IUtinC_k=",
                "8660c42c300e0d7dc88e689d3476f5eb8b3d94178d20c682bd1dc852d8a70bf9",
                "ü"
            })
    void a_signature_written_in_another_way_is_none(String header) {
        assertThat(signer(ADDRESS, PAID.body, header)).isEmpty();
    }

    @Test
    void during_a_rotation_either_key_is_enough_and_the_evidence_names_it() {
        var rotating = new SquareSignature(List.of("the_new_signature_key", KEY), URI.create(ADDRESS));

        assertThat(rotating.signer(PAID.signature, PAID.body.getBytes(UTF_8))).contains(Secrets.fingerprint(KEY));
        assertThat(new SquareSignature(List.of("the_new_signature_key"), URI.create(ADDRESS))
                        .signer(PAID.signature, PAID.body.getBytes(UTF_8)))
                .isEmpty();
    }

    private static Optional<String> signer(String address, String body, String header) {
        return new SquareSignature(List.of(KEY), URI.create(address)).signer(header, body.getBytes(UTF_8));
    }
}
