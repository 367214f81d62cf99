package sandbox.square;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.square.SquareClient;
import com.squareup.square.checkout.types.CreatePaymentLinkRequest;
import com.squareup.square.checkout.types.DeletePaymentLinksRequest;
import com.squareup.square.checkout.types.GetPaymentLinksRequest;
import com.squareup.square.core.SquareApiException;
import com.squareup.square.types.Currency;
import com.squareup.square.types.ErrorCode;
import com.squareup.square.types.GetOrdersRequest;
import com.squareup.square.types.GetPaymentsRequest;
import com.squareup.square.types.GetRefundsRequest;
import com.squareup.square.types.Money;
import com.squareup.square.types.Order;
import com.squareup.square.types.OrderLineItem;
import com.squareup.square.types.OrderState;
import com.squareup.square.types.Payment;
import com.squareup.square.types.PaymentLink;
import com.squareup.square.types.RefundPaymentRequest;
import com.squareup.square.utilities.WebhooksHelper;
import io.mizan.gateways.signature.Hmac;
import io.mizan.launcher.Secret;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Square's own library for Java, unchanged, against the simulator: what it sends is taken, what it is sent it reads. */
class OfficialLibraryIT {
    private static SquareClient square;

    @BeforeAll
    static void connect() {
        square = client(TestBed.secret(Secret.SQUARE_ACCESS_TOKEN));
    }

    @Test
    void a_link_is_made_paid_read_and_given_back() {
        var reference = "ref-" + UUID.randomUUID();
        var link = link(reference, "key-" + reference);
        assertThat(square.checkout().paymentLinks().get(get(link)).getPaymentLink())
                .isPresent();
        assertThat(order(link).getState()).contains(OrderState.DRAFT);

        pay(link);
        var payment = payment(link);
        assertThat(payment.getStatus()).contains("COMPLETED");
        assertThat(payment.getAmountMoney().orElseThrow().getAmount()).contains(2_500L);
        assertThat(payment.getAmountMoney().orElseThrow().getCurrency()).contains(Currency.USD);

        var refund = square.refunds()
                .refundPayment(
                        refund(payment, 1_000, "refund-" + payment.getId().orElseThrow()))
                .getRefund()
                .orElseThrow();
        assertThat(Stream.of("PENDING", "COMPLETED"))
                .contains(refund.getStatus().orElseThrow());
        assertThat(square.refunds()
                        .get(GetRefundsRequest.builder()
                                .refundId(refund.getId())
                                .build())
                        .getRefund()
                        .orElseThrow()
                        .getAmountMoney()
                        .getAmount())
                .contains(1_000L);
    }

    @Test
    void one_key_has_one_effect_and_refuses_another_request() {
        var reference = "ref-" + UUID.randomUUID();
        var first = link(reference, "key-" + reference);

        assertThat(link(reference, "key-" + reference).getId()).isEqualTo(first.getId());
        assertThatThrownBy(() -> link("another-" + reference.substring(0, 20), "key-" + reference))
                .isInstanceOfSatisfying(SquareApiException.class, refused -> assertThat(refused.errors())
                        .singleElement()
                        .returns(ErrorCode.IDEMPOTENCY_KEY_REUSED, error -> error.getCode()));
    }

    @Test
    void a_deleted_link_cancels_its_order() {
        var reference = "ref-" + UUID.randomUUID();
        var link = link(reference, "key-" + reference);

        var deleted = square.checkout()
                .paymentLinks()
                .delete(DeletePaymentLinksRequest.builder()
                        .id(link.getId().orElseThrow())
                        .build());

        assertThat(deleted.getCancelledOrderId()).isEqualTo(link.getOrderId());
        assertThat(order(link).getState()).contains(OrderState.CANCELED);
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> square.payments()
                        .get(GetPaymentsRequest.builder().paymentId("nobody").build()))
                .isInstanceOfSatisfying(SquareApiException.class, refused -> {
                    assertThat(refused.statusCode()).isEqualTo(404);
                    assertThat(refused.errors()).singleElement().returns(ErrorCode.NOT_FOUND, error -> error.getCode());
                });
        assertThatThrownBy(() -> client("nobodys")
                        .payments()
                        .get(GetPaymentsRequest.builder().paymentId("nobody").build()))
                .isInstanceOfSatisfying(SquareApiException.class, refused -> assertThat(refused.statusCode())
                        .isEqualTo(401));
    }

    @Test
    void the_library_signs_as_we_do() {
        var key = TestBed.secret(Secret.SQUARE_SIGNATURE_KEY);
        var address = "https://pay.example/webhooks/square";
        var body = "{\"merchant_id\":\"M1\",\"note\":\"é\"}";
        var signed = Hmac.sha256(key.getBytes(UTF_8), address.getBytes(UTF_8), body.getBytes(UTF_8));
        var signature = Base64.getEncoder().encodeToString(signed);

        assertThat(WebhooksHelper.verifySignature(body, signature, key, address))
                .isTrue();
        assertThat(WebhooksHelper.verifySignature(body + " ", signature, key, address))
                .isFalse();
    }

    private static SquareClient client(String token) {
        return SquareClient.builder()
                .token(token)
                .url(TestBed.simulators().url() + "/square")
                .maxRetries(0)
                .build();
    }

    private static PaymentLink link(String reference, String key) {
        var line = OrderLineItem.builder()
                .quantity("1")
                .name("Dates, تمر")
                .basePriceMoney(money(2_500))
                .build();
        var order = Order.builder()
                .locationId("LSIM0001")
                .referenceId(reference)
                .lineItems(List.of(line))
                .build();
        return square.checkout()
                .paymentLinks()
                .create(CreatePaymentLinkRequest.builder()
                        .idempotencyKey(key)
                        .order(order)
                        .build())
                .getPaymentLink()
                .orElseThrow();
    }

    private static GetPaymentLinksRequest get(PaymentLink link) {
        return GetPaymentLinksRequest.builder().id(link.getId().orElseThrow()).build();
    }

    private static Order order(PaymentLink link) {
        return square.orders()
                .get(GetOrdersRequest.builder()
                        .orderId(link.getOrderId().orElseThrow())
                        .build())
                .getOrder()
                .orElseThrow();
    }

    private static void pay(PaymentLink link) {
        TestBed.simulator()
                .post(
                        "/control/api/square/sessions/" + link.getOrderId().orElseThrow() + "/pay",
                        Json.createObjectBuilder().build())
                .expect(200);
    }

    private static Payment payment(PaymentLink link) {
        var id = order(link).getTenders().orElseThrow().get(0).getPaymentId().orElseThrow();
        return square.payments()
                .get(GetPaymentsRequest.builder().paymentId(id).build())
                .getPayment()
                .orElseThrow();
    }

    private static RefundPaymentRequest refund(Payment payment, long minor, String key) {
        return RefundPaymentRequest.builder()
                .idempotencyKey(key.substring(0, Math.min(45, key.length())))
                .amountMoney(money(minor))
                .paymentId(payment.getId().orElseThrow())
                .build();
    }

    private static Money money(long minor) {
        return Money.builder().amount(minor).currency(Currency.USD).build();
    }
}
