package sandbox.cybersource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import Api.CaptureApi;
import Api.RefundApi;
import Api.ReversalApi;
import Api.SearchTransactionsApi;
import Api.TransactionDetailsApi;
import Api.VoidApi;
import Invokers.ApiClient;
import Invokers.ApiException;
import Model.AuthReversalRequest;
import Model.CapturePaymentRequest;
import Model.CreateSearchRequest;
import Model.PtsV2PaymentsCapturesPost201Response;
import Model.Ptsv2paymentsClientReferenceInformation;
import Model.Ptsv2paymentsidcapturesOrderInformation;
import Model.Ptsv2paymentsidcapturesOrderInformationAmountDetails;
import Model.Ptsv2paymentsidrefundsClientReferenceInformation;
import Model.Ptsv2paymentsidrefundsOrderInformation;
import Model.Ptsv2paymentsidreversalsClientReferenceInformation;
import Model.Ptsv2paymentsidreversalsReversalInformation;
import Model.Ptsv2paymentsidreversalsReversalInformationAmountDetails;
import Model.RefundCaptureRequest;
import Model.TssV2TransactionsPost201ResponseEmbeddedTransactionSummaries;
import Model.VoidCaptureRequest;
import com.cybersource.authsdk.core.ConfigException;
import com.cybersource.authsdk.core.MerchantConfig;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateways.contract.Payment;
import io.mizan.gateways.cybersource.SimulatedCyberSource;
import io.mizan.launcher.Secret;
import io.mizan.money.Money;
import io.mizan.testbed.TestBed;
import io.mizan.testbed.TlsDetour;
import java.net.URI;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** CyberSource's own library for Java, unchanged, against the simulated REST interface: what follows a payment on the page. */
class OfficialLibraryIT {
    private static final SimulatedCyberSource SIMULATOR = new SimulatedCyberSource();
    private static final Money PRICE = Money.ofMinor(25_000, "QAR");
    private static TlsDetour detour;
    private static ApiClient cyberSource;

    private final String code = "code-" + UUID.randomUUID();

    @BeforeAll
    static void connect() throws ConfigException {
        detour = TlsDetour.of(
                "apitest.cybersource.com", URI.create(TestBed.simulators().url() + "/cybersource/rest"));
        cyberSource = client(TestBed.secret(Secret.CYBERSOURCE_API_SECRET));
    }

    @AfterAll
    static void leave() {
        detour.close();
    }

    @Test
    void an_authorization_is_captured_and_given_back_in_parts() throws ApiException {
        var authorization = authorized();
        var captured = captured(authorization, "200.00");
        assertThat(captured.getStatus()).isEqualTo("PENDING");
        assertThat(captured.getOrderInformation().getAmountDetails().getTotalAmount())
                .isEqualTo("200.00");

        var refund = new RefundApi(cyberSource)
                .refundCapture(
                        new RefundCaptureRequest()
                                .clientReferenceInformation(
                                        new Ptsv2paymentsidrefundsClientReferenceInformation().code(code))
                                .orderInformation(
                                        new Ptsv2paymentsidrefundsOrderInformation().amountDetails(qar("50.00"))),
                        captured.getId());
        assertThat(refund.getRefundAmountDetails().getRefundAmount()).isEqualTo("50.00");

        var found = new SearchTransactionsApi(cyberSource)
                .createSearch(new CreateSearchRequest()
                        .query("clientReferenceInformation.code:" + code)
                        .limit(10)
                        .sort("submitTimeUtc:desc"));
        assertThat(found.getEmbedded().getTransactionSummaries())
                .extracting(TssV2TransactionsPost201ResponseEmbeddedTransactionSummaries::getId)
                .containsExactlyInAnyOrder(captured.getId(), refund.getId());
        var details = new TransactionDetailsApi(cyberSource).getTransaction(authorization);
        assertThat(details.getApplicationInformation().getStatus()).isEqualTo("AUTHORIZED");
        assertThat(details.getOrderInformation().getAmountDetails().getCurrency())
                .isEqualTo("QAR");
    }

    @Test
    void an_authorization_is_given_up_and_a_capture_called_back() throws ApiException {
        var reversed = new ReversalApi(cyberSource).authReversal(authorized(), reversal());
        assertThat(reversed.getStatus()).isEqualTo("REVERSED");
        assertThat(reversed.getReversalAmountDetails().getReversedAmount()).isEqualTo("250.00");

        var voided = new VoidApi(cyberSource)
                .voidCapture(
                        new VoidCaptureRequest()
                                .clientReferenceInformation(
                                        new Ptsv2paymentsidreversalsClientReferenceInformation().code(code)),
                        captured(authorized(), "250.00").getId());
        assertThat(voided.getStatus()).isEqualTo("VOIDED");
    }

    @Test
    void mistakes_are_named() {
        var authorization = authorized();

        assertThatThrownBy(() -> captured(authorization, "250.01"))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(400);
                    assertThat(refused.getResponseBody()).contains("EXCEEDS_AUTH_AMOUNT");
                });
        assertThatThrownBy(() -> new ReversalApi(cyberSource).authReversal("70000000000000000001", reversal()))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.getCode())
                        .isEqualTo(404));
        var somebody = Base64.getEncoder().encodeToString(new byte[32]);
        assertThatThrownBy(() -> new TransactionDetailsApi(client(somebody)).getTransaction(authorization))
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.getCode())
                        .isEqualTo(401));
    }

    private static ApiClient client(String secret) throws ConfigException {
        var settings = new Properties();
        settings.setProperty("authenticationType", "http_signature");
        settings.setProperty("runEnvironment", "apitest.cybersource.com");
        settings.setProperty("merchantID", "example_mid_001");
        settings.setProperty("merchantKeyId", "11111111-2222-3333-4444-555555555555");
        settings.setProperty("merchantsecretKey", secret);
        settings.setProperty("enableLog", "false");
        return new ApiClient(new MerchantConfig(settings));
    }

    /** @return the id of a payment by card, on CyberSource's page, that was authorized and no more */
    private static String authorized() {
        return new Payment(SIMULATOR, PRICE, CaptureMode.MANUAL)
                .opened()
                .then(SIMULATOR::paysWithACardThatWorks)
                .target()
                .ref("payment")
                .orElseThrow();
    }

    private PtsV2PaymentsCapturesPost201Response captured(String authorization, String amount) throws ApiException {
        return new CaptureApi(cyberSource)
                .capturePayment(
                        new CapturePaymentRequest()
                                .clientReferenceInformation(new Ptsv2paymentsClientReferenceInformation().code(code))
                                .orderInformation(
                                        new Ptsv2paymentsidcapturesOrderInformation().amountDetails(qar(amount))),
                        authorization);
    }

    private AuthReversalRequest reversal() {
        return new AuthReversalRequest()
                .clientReferenceInformation(new Ptsv2paymentsidreversalsClientReferenceInformation().code(code))
                .reversalInformation(new Ptsv2paymentsidreversalsReversalInformation()
                        .amountDetails(new Ptsv2paymentsidreversalsReversalInformationAmountDetails()
                                .totalAmount("250.00")
                                .currency("QAR")));
    }

    private static Ptsv2paymentsidcapturesOrderInformationAmountDetails qar(String amount) {
        return new Ptsv2paymentsidcapturesOrderInformationAmountDetails()
                .totalAmount(amount)
                .currency("QAR");
    }
}
