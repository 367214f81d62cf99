package io.mizan.gateways.btcpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.gateway.Callback;
import io.mizan.gateway.ProviderRef;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever comes, it is read or refused; and what is read fits our columns. */
class BtcPayFuzzTest {
    private static final String MESSAGE =
            "{\"deliveryId\":\"DLV1\",\"originalDeliveryId\":\"DLV1\",\"type\":\"InvoiceRefund\",\"timestamp\":1772356530,\"storeId\":\"STORE1\",\"invoiceId\":\"INV1\",\"pullPaymentId\":\"PP1\",\"metadata\":{\"orderId\":\"att_1\"}}";

    @Property(tries = 5_000)
    void mutated_messages_are_read_or_refused(@ForAll Random random) {
        var bytes = MESSAGE.getBytes(StandardCharsets.UTF_8);
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
        try {
            if (BtcPayReader.event(bytes) instanceof Callback.Reading.Hint hint) {
                assertThat(hint.reason()).matches("[ -~]{1,100}");
                assertThat(hint.refs()).extracting(ProviderRef::value).allMatch(ref -> ref.matches("[!-~]{1,255}"));
            }
        } catch (IllegalArgumentException refused) {
            assertThat(refused).isNotNull();
        }
    }
}
