package sandbox.razorpay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.razorpay.Order;
import com.razorpay.Payment;
import com.razorpay.RazorpayClient;
import com.razorpay.RazorpayException;
import com.razorpay.Refund;
import com.razorpay.Utils;
import io.mizan.gateway.Redirect;
import io.mizan.gateways.razorpay.SimulatedRazorpay;
import io.mizan.launcher.Secret;
import io.mizan.testbed.TestBed;
import io.mizan.testbed.TlsDetour;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.json.JSONObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Razorpay's own library for Java, unchanged, against the simulator: what it sends is taken, what it is sent it reads. */
class OfficialLibraryIT {
    private static final SimulatedRazorpay SIMULATOR = new SimulatedRazorpay();
    private static final String KEY = "rzp_test_Simulated0001";
    private static TlsDetour detour;
    private static RazorpayClient razorpay;

    @BeforeAll
    static void connect() throws RazorpayException {
        var simulator = TestBed.simulators().url();
        detour = TlsDetour.of("api.razorpay.com", URI.create(simulator + "/razorpay"));
        razorpay = new RazorpayClient(KEY, TestBed.secret(Secret.RAZORPAY_KEY_SECRET));
    }

    @AfterAll
    static void leave() {
        detour.close();
    }

    @Test
    void an_order_is_made_paid_captured_and_given_back_in_parts() throws RazorpayException {
        var receipt = "receipt-" + UUID.randomUUID().toString().substring(0, 20);
        Order order = razorpay.orders.create(terms(receipt).put("payment", new JSONObject().put("capture", "manual")));
        assertThat(text(order, "status")).isEqualTo("created");
        assertThat(number(razorpay.orders.fetch(text(order, "id")), "amount_due"))
                .isEqualTo(25_000);
        assertThat(razorpay.orders.fetchAll(new JSONObject().put("receipt", receipt)))
                .singleElement()
                .satisfies(found -> assertThat(text(found, "id")).isEqualTo(text(order, "id")));

        pays(order);
        List<Payment> payments = razorpay.orders.fetchPayments(text(order, "id"));
        var payment = payments.get(0);
        assertThat(text(payment, "status")).isEqualTo("authorized");

        var captured = razorpay.payments.capture(
                text(payment, "id"), new JSONObject().put("amount", 25_000).put("currency", "INR"));
        assertThat(text(captured, "status")).isEqualTo("captured");
        assertThat(text(razorpay.orders.fetch(text(order, "id")), "status")).isEqualTo("paid");

        Refund refund = razorpay.payments.refund(
                text(payment, "id"), new JSONObject().put("amount", 10_000).put("receipt", receipt + "-1"));
        assertThat(number(refund, "amount")).isEqualTo(10_000);
        assertThat(razorpay.payments.fetchAllRefunds(text(payment, "id")))
                .singleElement()
                .satisfies(told -> assertThat(text(told, "id")).isEqualTo(text(refund, "id")));
        assertThat(number(razorpay.payments.fetch(text(payment, "id")), "amount_refunded"))
                .isEqualTo(10_000);
    }

    @Test
    void mistakes_are_named() throws RazorpayException {
        var stranger = new RazorpayClient(KEY, "somebody's");

        assertThatThrownBy(() -> razorpay.orders.fetch("order_nobody"))
                .isInstanceOf(RazorpayException.class)
                .hasMessageContaining("BAD_REQUEST_ERROR");
        assertThatThrownBy(() -> razorpay.orders.create(terms("r").put("amount", 99)))
                .isInstanceOf(RazorpayException.class)
                .hasMessageContaining("less than minimum");
        assertThatThrownBy(() -> stranger.orders.fetch("order_nobody"))
                .isInstanceOf(RazorpayException.class)
                .hasMessageContaining("Authentication failed");
    }

    @Test
    void the_way_back_carries_the_signature_that_the_library_wants() throws RazorpayException {
        Order order = razorpay.orders.create(terms("way-back"));
        pays(order);

        var brought = new JSONObject();
        Arrays.stream(new String(SIMULATOR.returns(text(order, "id")).get(0).body(), UTF_8).split("&", -1))
                .map(field -> field.split("=", 2))
                .forEach(field -> brought.put(URLDecoder.decode(field[0], UTF_8), URLDecoder.decode(field[1], UTF_8)));
        var secret = TestBed.secret(Secret.RAZORPAY_KEY_SECRET);

        assertThat(Utils.verifyPaymentSignature(brought, secret)).isTrue();
        assertThat(Utils.verifyPaymentSignature(brought.put("razorpay_payment_id", "pay_another"), secret))
                .isFalse();
    }

    /** Its messages are signed here as our adapter's tests have them signed; the library agrees. */
    @Test
    void a_message_carries_the_signature_that_the_library_wants() throws RazorpayException {
        Order order = razorpay.orders.create(terms("message"));
        pays(order);
        var message = SIMULATOR.callbacks(text(order, "id")).get(0);
        var body = new String(message.body(), UTF_8);
        var signature = message.headers().get("x-razorpay-signature");
        var secret = TestBed.secret(Secret.RAZORPAY_WEBHOOK_SECRET);

        assertThat(Utils.verifyWebhookSignature(body, signature, secret)).isTrue();
        assertThat(Utils.verifyWebhookSignature(body + " ", signature, secret)).isFalse();
    }

    private static JSONObject terms(String receipt) {
        return new JSONObject()
                .put("amount", 25_000)
                .put("currency", "INR")
                .put("receipt", receipt)
                .put("notes", new JSONObject().put("order", "Dates, تمر"));
    }

    private static void pays(Order order) {
        var fields = Map.of(
                "key_id", KEY,
                "order_id", text(order, "id"),
                "amount", "25000",
                "currency", "INR",
                "name", "Mizan",
                "callback_url", "http://127.0.0.1/return",
                "cancel_url", "http://127.0.0.1/cancel");
        SIMULATOR.visits(Redirect.posting(
                URI.create(TestBed.simulators().url() + "/razorpay/v1/checkout/embedded"),
                fields.entrySet().stream()
                        .map(field -> new Redirect.Field(field.getKey(), field.getValue()))
                        .toList()));
        SIMULATOR.paysWithACardThatWorks(text(order, "id"));
    }

    private static String text(com.razorpay.Entity entity, String name) {
        return entity.get(name);
    }

    private static int number(com.razorpay.Entity entity, String name) {
        return entity.get(name);
    }
}
