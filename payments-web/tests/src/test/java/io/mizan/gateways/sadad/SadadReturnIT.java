package io.mizan.gateways.sadad;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateways.contract.FormPurchase;
import java.net.URI;
import org.junit.jupiter.api.Test;

/**
 * SADAD's signed way back, at the real address. Coming back alone makes us ask, which pays the order: so what was
 * believed is read from what was kept.
 */
class SadadReturnIT {
    private static final SimulatedSadad SADAD = new SimulatedSadad();

    @Test
    void a_genuine_way_back_is_kept_once_and_what_somebody_made_of_it_never() {
        var purchase = FormPurchase.placed().startedAt("sadad");
        var other = FormPurchase.placed().startedAt("sadad");
        SADAD.paysWithACardThatWorks(purchase.attempt());
        var genuine = new String(SADAD.returns(purchase.attempt()).get(0).body(), UTF_8);

        purchase.bringsInVain(
                returnUrl(purchase),
                genuine.replaceFirst("TXNAMOUNT=[^&]*", "TXNAMOUNT=1.00"),
                genuine.replaceFirst("checksumhash=..", "checksumhash=00"),
                genuine.replaceFirst("&?checksumhash=[^&]*", ""),
                genuine + "&STATUS=TXN_SUCCESS",
                "x".repeat(300 * 1024));
        other.bringsInVain(returnUrl(other), genuine);

        brings(purchase, genuine);
        brings(purchase, genuine);
        assertThat(purchase.keptReturns()).hasSize(1);
        purchase.becomes("paid");
        assertThat(other.status()).isNotEqualTo("paid");
    }

    private static void brings(FormPurchase purchase, String body) {
        purchase.brings(returnUrl(purchase), body);
    }

    private static URI returnUrl(FormPurchase purchase) {
        return URI.create(purchase.field("CALLBACK_URL"));
    }
}
