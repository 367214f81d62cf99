package io.mizan.gateways.btcpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.json.JsonDocument;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BtcPayReaderTest {
    @Test
    void a_status_that_btcpay_invents_comes_before_a_person() {
        var invoice = "{\"id\":\"inv1\",\"status\":\"Melted\",\"currency\":\"USD\",\"createdTime\":1767225600}"
                .getBytes(UTF_8);

        var told = new BtcPayReader(new Account("btcpay/store/sandbox"))
                .invoice(
                        JsonDocument.parse(invoice),
                        BtcPayReader.Known.NOTHING,
                        new HttpReply.Answered(200, Map.of(), invoice),
                        "inquiry");

        assertThat(told.unlisted()).containsExactly("invoice/Melted");
        assertThat(told.facts()).extracting(Fact::kind).containsExactly(FactKind.CHECKOUT_OPENED);
    }
}
