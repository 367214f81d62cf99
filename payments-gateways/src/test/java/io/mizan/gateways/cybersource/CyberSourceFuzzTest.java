package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.Callback;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes, it is read or refused; and what is read fits our columns. */
class CyberSourceFuzzTest {
    private static final CyberSourceGateway GATEWAY =
            CyberSourceVectors.gateway(CyberSourceSettings.Dealings.STANDARD, CyberSourceVectors.KEY);
    private static final CyberSourceReader READER = new CyberSourceReader(
            GATEWAY.account(),
            CyberSourceVectors.settings(
                    CyberSourceSettings.TEST_API, CyberSourceSettings.Dealings.STANDARD, CyberSourceVectors.KEY));

    @Property(tries = 5_000)
    void mutated_messages_are_read_or_refused(@ForAll("messages") String message, @ForAll Random random) {
        var bytes = message.getBytes(UTF_8);
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        check(bytes);
    }

    @Property(tries = 5_000)
    void anything_at_all_is_read_or_refused(@ForAll byte[] bytes) {
        check(bytes);
    }

    private static void check(byte[] bytes) {
        var verdict = GATEWAY.verify(new Callback.Raw(Map.of(), bytes));
        assertThat(verdict)
                .isInstanceOfAny(
                        Callback.Verdict.Forged.class, Callback.Verdict.Genuine.class, Callback.Verdict.Foreign.class);
        GATEWAY.verifyReturn(new Callback.Raw(Map.of(), bytes), CyberSourceVectors.target());
        try {
            if (GATEWAY.read(bytes, "proof") instanceof Callback.Reading.Relevant relevant) {
                assertThat(relevant.observation().refs())
                        .extracting(ProviderRef::value)
                        .allMatch(ref -> ref.matches("[!-~]{1,255}"));
                assertThat(relevant.observation().facts())
                        .allMatch(fact -> fact.objectRef().matches("[!-~]{1,255}"));
            }
        } catch (IllegalArgumentException refused) {
            assertThat(refused).isNotNull();
        }
        try {
            assertThat(READER.inquired(
                            List.of(Transaction.of(bytes)),
                            CyberSourceVectors.target(),
                            CyberSourceVectors.NOW,
                            new Observation.Message("", "", "", "")))
                    .isInstanceOf(GatewayResult.class);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).isNotNull();
        }
    }

    @Provide
    Arbitrary<String> messages() {
        return Arbitraries.of(
                CyberSourceVectors.reply().encode(),
                CyberSourceVectors.reply("decision", "DECLINE", "reason_code", "204")
                        .encode(),
                CyberSourceGatewayTest.NOTIFICATION,
                CyberSourceCallTest.sale("\"1\"", "100", "TRANSMITTED"));
    }
}
