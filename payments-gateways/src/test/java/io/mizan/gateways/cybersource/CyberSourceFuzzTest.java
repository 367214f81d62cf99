package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.Callback;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateways.callback.CallbackFuzz;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CyberSourceFuzzTest extends CallbackFuzz {
    private static final CyberSourceGateway GATEWAY =
            CyberSourceVectors.gateway(CyberSourceSettings.Dealings.STANDARD, CyberSourceVectors.KEY);
    private static final CyberSourceReader READER = new CyberSourceReader(
            GATEWAY.account(),
            CyberSourceVectors.settings(
                    CyberSourceSettings.TEST_API, CyberSourceSettings.Dealings.STANDARD, CyberSourceVectors.KEY));

    CyberSourceFuzzTest() {
        super(
                new CyberSourceCallback(),
                bytes(CyberSourceVectors.reply("decision", "DECLINE", "reason_code", "204")
                        .encode()),
                bytes(CyberSourceGatewayTest.NOTIFICATION));
    }

    @Property(tries = 2_000)
    void a_damaged_return_is_never_believed(@ForAll Random random) {
        var body = bytes(CyberSourceVectors.reply().encode());
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        var verdict = GATEWAY.verifyReturn(new Callback.Raw(Map.of(), body), CyberSourceVectors.target());
        if (verdict.filter(Callback.Verdict.Genuine.class::isInstance).isPresent()) {
            assertThat(GATEWAY.readReturn(body, "proof", CyberSourceVectors.target()))
                    .isInstanceOfSatisfying(Callback.Reading.Relevant.class, relevant -> assertThat(
                                    relevant.observation().facts().get(0).amount())
                            .contains(CyberSourceVectors.PRICE));
        }
    }

    @Property(tries = 2_000)
    void a_damaged_transaction_is_read_or_refused(@ForAll Random random) {
        var body = bytes(CyberSourceCallTest.sale("\"1\"", "100", "TRANSMITTED"));
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        try {
            assertThat(READER.inquired(
                            new TransactionSearch.Seen(List.of(Transaction.of(body)), true),
                            CyberSourceVectors.target(),
                            CyberSourceVectors.NOW,
                            new Observation.Message("", "", "", "")))
                    .isInstanceOf(GatewayResult.class);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).isNotNull();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
