package sandbox.paypal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paypal.sdk.Environment;
import com.paypal.sdk.PaypalServerSdkClient;
import com.paypal.sdk.authentication.ClientCredentialsAuthModel;
import com.paypal.sdk.exceptions.ApiException;
import com.paypal.sdk.exceptions.ErrorException;
import com.paypal.sdk.models.AmountWithBreakdown;
import com.paypal.sdk.models.AuthorizationStatus;
import com.paypal.sdk.models.AuthorizeOrderInput;
import com.paypal.sdk.models.CaptureAuthorizedPaymentInput;
import com.paypal.sdk.models.CaptureOrderInput;
import com.paypal.sdk.models.CaptureRequest;
import com.paypal.sdk.models.CaptureStatus;
import com.paypal.sdk.models.CheckoutPaymentIntent;
import com.paypal.sdk.models.CreateOrderInput;
import com.paypal.sdk.models.GetAuthorizedPaymentInput;
import com.paypal.sdk.models.GetCapturedPaymentInput;
import com.paypal.sdk.models.GetOrderInput;
import com.paypal.sdk.models.GetRefundInput;
import com.paypal.sdk.models.Money;
import com.paypal.sdk.models.Order;
import com.paypal.sdk.models.OrderRequest;
import com.paypal.sdk.models.OrderStatus;
import com.paypal.sdk.models.PaymentSource;
import com.paypal.sdk.models.PaypalWallet;
import com.paypal.sdk.models.PaypalWalletExperienceContext;
import com.paypal.sdk.models.PurchaseUnitRequest;
import com.paypal.sdk.models.RefundCapturedPaymentInput;
import com.paypal.sdk.models.RefundRequest;
import com.paypal.sdk.models.RefundStatus;
import com.paypal.sdk.models.VoidPaymentInput;
import io.mizan.gateways.paypal.SimulatedPayPal;
import io.mizan.launcher.Secret;
import io.mizan.testbed.TestBed;
import io.mizan.testbed.TlsDetour;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** PayPal's own library for Java, unchanged, against the simulator: what it sends is taken, what it is sent it reads. */
class OfficialLibraryIT {
    private static final String WHOLE = "return=representation";
    private static final SimulatedPayPal SIMULATOR = new SimulatedPayPal();
    private static TlsDetour detour;
    private static PaypalServerSdkClient paypal;

    @BeforeAll
    static void connect() {
        detour = TlsDetour.of(
                "api-m.sandbox.paypal.com", URI.create(TestBed.simulators().url() + "/paypal"));
        paypal = client(TestBed.secret(Secret.PAYPAL_CLIENT_SECRET));
    }

    @AfterAll
    static void leave() {
        detour.close();
    }

    @Test
    void an_order_is_made_approved_captured_and_given_back_in_parts() throws ApiException, IOException {
        var made = made(CheckoutPaymentIntent.CAPTURE);
        assertThat(made.getStatus()).isEqualTo(OrderStatus.PAYER_ACTION_REQUIRED);
        assertThat(made.getLinks()).anySatisfy(link -> assertThat(link.getRel()).isEqualTo("payer-action"));
        SIMULATOR.paysWithACardThatWorks(made.getId());
        assertThat(order(made).getStatus()).isEqualTo(OrderStatus.APPROVED);

        var captured = paypal.getOrdersController()
                .captureOrder(new CaptureOrderInput.Builder(made.getId(), null)
                        .paypalRequestId("capture-" + made.getId())
                        .prefer(WHOLE)
                        .build())
                .getResult();
        assertThat(captured.getStatus()).isEqualTo(OrderStatus.COMPLETED);
        var capture =
                captured.getPurchaseUnits().get(0).getPayments().getCaptures().get(0);
        assertThat(capture.getAmount().getValue()).isEqualTo("25.00");
        assertThat(paypal.getPaymentsController()
                        .getCapturedPayment(new GetCapturedPaymentInput.Builder(capture.getId()).build())
                        .getResult()
                        .getStatus())
                .isEqualTo(CaptureStatus.COMPLETED);

        var refund = paypal.getPaymentsController()
                .refundCapturedPayment(new RefundCapturedPaymentInput.Builder(capture.getId(), null)
                        .paypalRequestId("refund-" + made.getId())
                        .prefer(WHOLE)
                        .body(new RefundRequest.Builder().amount(usd("10.00")).build())
                        .build())
                .getResult();
        assertThat(refund.getStatus()).isEqualTo(RefundStatus.COMPLETED);
        assertThat(paypal.getPaymentsController()
                        .getRefund(new GetRefundInput.Builder(refund.getId()).build())
                        .getResult()
                        .getAmount()
                        .getValue())
                .isEqualTo("10.00");
        assertThat(order(made).getPurchaseUnits().get(0).getPayments().getRefunds())
                .hasSize(1);
    }

    @Test
    void an_authorization_is_captured_in_part_and_another_given_up() throws ApiException, IOException {
        var captured = paypal.getPaymentsController()
                .captureAuthorizedPayment(new CaptureAuthorizedPaymentInput.Builder(authorized(), null)
                        .prefer(WHOLE)
                        .body(new CaptureRequest.Builder()
                                .amount(usd("20.00"))
                                .finalCapture(true)
                                .build())
                        .build())
                .getResult();
        assertThat(captured.getStatus()).isEqualTo(CaptureStatus.COMPLETED);
        assertThat(captured.getAmount().getValue()).isEqualTo("20.00");

        var given = authorized();
        var voided = paypal.getPaymentsController()
                .voidPayment(new VoidPaymentInput.Builder(given).prefer(WHOLE).build())
                .getResult();
        assertThat(voided.getStatus()).isEqualTo(AuthorizationStatus.VOIDED);
        assertThat(paypal.getPaymentsController()
                        .getAuthorizedPayment(new GetAuthorizedPaymentInput.Builder(given).build())
                        .getResult()
                        .getStatus())
                .isEqualTo(AuthorizationStatus.VOIDED);
    }

    @Test
    void mistakes_are_named() throws ApiException, IOException {
        var made = made(CheckoutPaymentIntent.CAPTURE);

        assertThatThrownBy(() -> paypal.getOrdersController()
                        .captureOrder(new CaptureOrderInput.Builder(made.getId(), null).build()))
                .isInstanceOfSatisfying(ErrorException.class, refused -> {
                    assertThat(refused.getResponseCode()).isEqualTo(422);
                    assertThat(refused.getDetails()).singleElement().satisfies(detail -> assertThat(detail.getIssue())
                            .isEqualTo("ORDER_NOT_APPROVED"));
                });
        assertThatThrownBy(() -> paypal.getOrdersController().getOrder(new GetOrderInput.Builder("NOBODY").build()))
                .isInstanceOfSatisfying(ErrorException.class, refused -> {
                    assertThat(refused.getResponseCode()).isEqualTo(404);
                    assertThat(refused.getName()).isEqualTo("RESOURCE_NOT_FOUND");
                });
        assertThatThrownBy(() -> client("somebody's")
                        .getOrdersController()
                        .getOrder(new GetOrderInput.Builder(made.getId()).build()))
                .hasMessageContaining("Client is not authorized");
    }

    private static PaypalServerSdkClient client(String secret) {
        return new PaypalServerSdkClient.Builder()
                .environment(Environment.SANDBOX)
                .clientCredentialsAuth(new ClientCredentialsAuthModel.Builder("simulated-client", secret).build())
                .build();
    }

    private static Order made(CheckoutPaymentIntent intent) throws ApiException, IOException {
        var page = new PaypalWalletExperienceContext.Builder()
                .returnUrl("https://shop.example.test/paid")
                .cancelUrl("https://shop.example.test/cart")
                .build();
        var wallet = new PaypalWallet.Builder().experienceContext(page).build();
        var unit = new PurchaseUnitRequest.Builder(new AmountWithBreakdown.Builder("USD", "25.00").build())
                .referenceId("ref-" + UUID.randomUUID())
                .build();
        return paypal.getOrdersController()
                .createOrder(new CreateOrderInput.Builder(
                                null,
                                new OrderRequest.Builder(intent, List.of(unit))
                                        .paymentSource(new PaymentSource.Builder()
                                                .paypal(wallet)
                                                .build())
                                        .build())
                        .paypalRequestId("make-" + UUID.randomUUID())
                        .prefer(WHOLE)
                        .build())
                .getResult();
    }

    private static Order order(Order made) throws ApiException, IOException {
        return paypal.getOrdersController()
                .getOrder(new GetOrderInput.Builder(made.getId()).build())
                .getResult();
    }

    /** @return the id of an authorization that holds money */
    private static String authorized() throws ApiException, IOException {
        var made = made(CheckoutPaymentIntent.AUTHORIZE);
        SIMULATOR.paysWithACardThatWorks(made.getId());
        return paypal.getOrdersController()
                .authorizeOrder(new AuthorizeOrderInput.Builder(made.getId(), null)
                        .prefer(WHOLE)
                        .build())
                .getResult()
                .getPurchaseUnits()
                .get(0)
                .getPayments()
                .getAuthorizations()
                .get(0)
                .getId();
    }

    private static Money usd(String value) {
        return new Money.Builder("USD", value).build();
    }
}
