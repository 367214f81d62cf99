package sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.EventListParams;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData.CaptureMethod;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import io.mizan.launcher.Secret;
import io.mizan.testbed.SimulatorClient;
import io.mizan.testbed.TestBed;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OfficialLibraryIT {
    private static final String GOOD_CARD = "4242424242424242";

    private static SimulatorClient simulator;
    private static StripeClient stripe;

    @BeforeAll
    static void connect() {
        URI url = TestBed.simulators().url();
        simulator = TestBed.simulator();
        stripe = client(url, TestBed.secret(Secret.STRIPE_SECRET_KEY));
    }

    @Test
    void a_session_is_created_paid_and_read_with_everything_below_it() throws StripeException {
        Session created = create(terms(anyReference()));
        assertThat(created.getStatus()).isEqualTo("open");
        assertThat(created.getUrl()).endsWith("/c/pay/" + created.getId());
        assertThat(created.getPaymentIntent()).isNull();

        simulator.pay(created.getId(), GOOD_CARD).expect(200);

        Session paid = stripe.v1().checkout().sessions().retrieve(created.getId(), expanded());
        Charge charge = paid.getPaymentIntentObject().getLatestChargeObject();
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getAmountTotal()).isEqualTo(2500);
        assertThat(paid.getPaymentIntentObject().getStatus()).isEqualTo("succeeded");
        assertThat(paid.getPaymentIntentObject().getAmountReceived()).isEqualTo(2500);
        assertThat(charge.getMetadata()).containsEntry("order_id", "o-1");
        assertThat(charge.getPaymentMethodDetails().getCard().getLast4()).isEqualTo("4242");
    }

    @Test
    void one_key_has_one_effect_and_refuses_other_parameters() throws StripeException {
        SessionCreateParams terms = terms(anyReference());
        RequestOptions key = RequestOptions.builder()
                .setIdempotencyKey(UUID.randomUUID().toString())
                .build();

        Session first = stripe.v1().checkout().sessions().create(terms, key);
        Session again = stripe.v1().checkout().sessions().create(terms, key);

        assertThat(again.getId()).isEqualTo(first.getId());
        assertThat(again.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
        assertThatThrownBy(() -> stripe.v1().checkout().sessions().create(terms(anyReference()), key))
                .isInstanceOf(IdempotencyException.class);
    }

    @Test
    void mistakes_are_named() {
        SessionCreateParams early = params(anyReference())
                .setExpiresAt(Instant.now().plusSeconds(60).getEpochSecond())
                .build();
        SessionCreateParams strange =
                params(anyReference()).putExtraParam("colour", "red").build();

        assertThatThrownBy(() -> create(early))
                .isInstanceOfSatisfying(InvalidRequestException.class, error -> assertThat(error.getParam())
                        .isEqualTo("expires_at"));
        assertThatThrownBy(() -> create(strange)).isInstanceOfSatisfying(InvalidRequestException.class, error -> {
            assertThat(error.getCode()).isEqualTo("parameter_unknown");
            assertThat(error.getParam()).isEqualTo("colour");
        });
        assertThatThrownBy(() -> stripe.v1().paymentIntents().retrieve("pi_none"))
                .isInstanceOfSatisfying(InvalidRequestException.class, error -> {
                    assertThat(error.getStatusCode()).isEqualTo(404);
                    assertThat(error.getCode()).isEqualTo("resource_missing");
                });
        assertThatThrownBy(() -> stripe.v1().products().list())
                .isInstanceOfSatisfying(InvalidRequestException.class, error -> assertThat(error.getStatusCode())
                        .isEqualTo(404));
        assertThatThrownBy(() ->
                        client(simulator.url(), "sk_test_wrong").v1().events().list())
                .isInstanceOf(AuthenticationException.class);
    }

    @Test
    void an_authorization_is_captured_in_part_or_given_up() throws StripeException {
        Session captured = create(params(anyReference(), CaptureMethod.MANUAL).build());
        Session canceled = create(params(anyReference(), CaptureMethod.MANUAL).build());
        simulator.pay(captured.getId(), GOOD_CARD).expect(200);
        simulator.pay(canceled.getId(), GOOD_CARD).expect(200);

        PaymentIntent authorized = intentOf(captured);
        PaymentIntent taken = stripe.v1()
                .paymentIntents()
                .capture(
                        authorized.getId(),
                        PaymentIntentCaptureParams.builder()
                                .setAmountToCapture(2000L)
                                .build());
        PaymentIntent released =
                stripe.v1().paymentIntents().cancel(intentOf(canceled).getId());
        Charge charge = intentOf(captured).getLatestChargeObject();

        assertThat(authorized.getStatus()).isEqualTo("requires_capture");
        assertThat(authorized.getAmountCapturable()).isEqualTo(2500);
        assertThat(taken.getStatus()).isEqualTo("succeeded");
        assertThat(taken.getAmountReceived()).isEqualTo(2000);
        assertThat(charge.getAmountCaptured()).isEqualTo(2000);
        assertThat(charge.getAmountRefunded()).isEqualTo(500);
        assertThat(charge.getRefunded()).isFalse();
        assertThat(released.getStatus()).isEqualTo("canceled");
        assertThatThrownBy(() -> stripe.v1().paymentIntents().capture(authorized.getId()))
                .isInstanceOfSatisfying(InvalidRequestException.class, error -> assertThat(error.getCode())
                        .isEqualTo("payment_intent_unexpected_state"));
    }

    @Test
    void a_decline_and_a_challenge_are_told_on_the_intent() throws StripeException {
        Session session = create(terms(anyReference()));

        simulator.pay(session.getId(), "4000000000009995").expect(200);
        PaymentIntent declined = intentOf(session);
        simulator.pay(session.getId(), "4000002760003184").expect(200);
        PaymentIntent challenged = intentOf(session);
        act(session, "challenge", Json.createObjectBuilder().add("outcome", "complete"));

        assertThat(declined.getLastPaymentError().getDeclineCode()).isEqualTo("insufficient_funds");
        assertThat(challenged.getStatus()).isEqualTo("requires_action");
        assertThat(intentOf(session).getStatus()).isEqualTo("succeeded");
    }

    @Test
    void a_bank_debit_is_processing_until_it_is_settled() throws StripeException {
        Session session = create(terms(anyReference()));

        act(session, "pay", Json.createObjectBuilder().add("method", "bank_debit"));
        Session complete = stripe.v1().checkout().sessions().retrieve(session.getId());
        act(session, "settle", Json.createObjectBuilder().add("outcome", "succeeded"));

        assertThat(complete.getStatus()).isEqualTo("complete");
        assertThat(complete.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(stripe.v1().checkout().sessions().retrieve(session.getId()).getPaymentStatus())
                .isEqualTo("paid");
    }

    @Test
    void a_time_out_after_acting_leaves_a_session_that_the_same_key_finds() throws StripeException {
        String reference = anyReference();
        rule("time_out_after", reference, rule -> rule.add("seconds", 1));
        RequestOptions key = RequestOptions.builder()
                .setIdempotencyKey(UUID.randomUUID().toString())
                .build();

        assertThatThrownBy(() -> stripe.v1().checkout().sessions().create(terms(reference), key))
                .isInstanceOf(ApiConnectionException.class);

        Session found = stripe.v1().checkout().sessions().create(terms(reference), key);
        assertThat(found.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .contains("true");
    }

    @Test
    void a_time_out_before_acting_leaves_nothing() throws StripeException {
        String reference = anyReference();
        rule("time_out_before", reference, rule -> rule.add("seconds", 1));
        RequestOptions key = RequestOptions.builder()
                .setIdempotencyKey(UUID.randomUUID().toString())
                .build();

        assertThatThrownBy(() -> stripe.v1().checkout().sessions().create(terms(reference), key))
                .isInstanceOf(ApiConnectionException.class);

        Session created = stripe.v1().checkout().sessions().create(terms(reference), key);
        assertThat(created.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .isEmpty();
    }

    @Test
    void too_many_requests_and_server_errors_are_what_the_library_expects() {
        String limited = anyReference();
        String broken = anyReference();
        rule("rate_limited", limited, rule -> rule.add("seconds", 7));
        rule("server_error", broken, rule -> rule.add("operation", "create_session"));

        assertThatThrownBy(() -> create(terms(limited))).isInstanceOf(RateLimitException.class);
        assertThatThrownBy(() -> create(terms(broken))).isInstanceOf(ApiException.class);
    }

    @Test
    void another_amount_is_taken_when_a_rule_says_so() throws StripeException {
        Session session = create(terms(anyReference()));
        rule("amount", session.getId(), rule -> rule.add("amount", 2400));

        simulator.pay(session.getId(), GOOD_CARD).expect(200);

        assertThat(intentOf(session).getAmountReceived()).isEqualTo(2400);
        assertThat(stripe.v1().checkout().sessions().retrieve(session.getId()).getAmountTotal())
                .isEqualTo(2400);
    }

    @Test
    void lists_are_paged_newest_first() throws StripeException {
        Session older = create(terms(anyReference()));
        Session newer = create(terms(anyReference()));

        var after = stripe.v1()
                .checkout()
                .sessions()
                .list(SessionListParams.builder()
                        .setStartingAfter(newer.getId())
                        .setLimit(1L)
                        .build());
        var before = stripe.v1()
                .checkout()
                .sessions()
                .list(SessionListParams.builder()
                        .setEndingBefore(older.getId())
                        .setLimit(1L)
                        .build());

        assertThat(after.getData()).extracting(Session::getId).containsExactly(older.getId());
        assertThat(before.getData()).extracting(Session::getId).containsExactly(newer.getId());
    }

    @Test
    void events_are_logged_in_their_order_and_tell_what_they_show() throws StripeException {
        Session session = create(terms(anyReference()));
        simulator.pay(session.getId(), GOOD_CARD).expect(200);

        JsonObject logged = simulator
                .get("/control/api/stripe/events?session=" + session.getId())
                .expect(200)
                .json();
        var ids = logged.getJsonArray("data").getValuesAs(JsonObject.class);
        Event last = stripe.v1().events().retrieve(ids.get(3).getString("id"));
        var listed = stripe.v1()
                .events()
                .list(EventListParams.builder()
                        .setType("checkout.session.*")
                        .setLimit(100L)
                        .build());

        assertThat(ids)
                .extracting(event -> event.getString("type"))
                .containsExactly(
                        "payment_intent.created",
                        "charge.succeeded",
                        "payment_intent.succeeded",
                        "checkout.session.completed");
        assertThat(last.getDataObjectDeserializer().getObject())
                .containsInstanceOf(Session.class)
                .hasValueSatisfying(shown ->
                        assertThat(((Session) shown).getPaymentStatus()).isEqualTo("paid"));
        assertThat(listed.getData()).extracting(Event::getId).contains(last.getId());
        assertThat(listed.getData()).extracting(Event::getType).allMatch(type -> type.startsWith("checkout.session."));
    }

    @Test
    void a_message_that_is_held_back_waits_for_somebody_to_deliver_it() throws StripeException {
        Session session = create(terms(anyReference()));
        rule("never", session.getId(), rule -> rule.add("times", "forever"));

        simulator.pay(session.getId(), GOOD_CARD).expect(200);

        JsonObject logged = simulator
                .get("/control/api/stripe/events?session=" + session.getId())
                .expect(200)
                .json();
        assertThat(logged.getJsonArray("data").getValuesAs(JsonObject.class)).allSatisfy(event -> assertThat(
                        event.getJsonArray("deliveries").getJsonObject(0).getString("state"))
                .isEqualTo("held"));
    }

    private static StripeClient client(URI url, String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(url.toString())
                .setConnectTimeout(2000)
                .setReadTimeout(8000)
                .setMaxNetworkRetries(0)
                .build();
    }

    private static Session create(SessionCreateParams terms) throws StripeException {
        return stripe.v1().checkout().sessions().create(terms);
    }

    private static PaymentIntent intentOf(Session session) throws StripeException {
        String intent =
                stripe.v1().checkout().sessions().retrieve(session.getId()).getPaymentIntent();
        return stripe.v1()
                .paymentIntents()
                .retrieve(
                        intent,
                        PaymentIntentRetrieveParams.builder()
                                .addExpand("latest_charge")
                                .build());
    }

    private static void act(Session session, String act, JsonObjectBuilder fields) {
        simulator
                .post("/control/api/stripe/sessions/" + session.getId() + "/" + act, fields.build())
                .expect(200);
    }

    private static void rule(String kind, String subject, UnaryOperator<JsonObjectBuilder> setting) {
        JsonObjectBuilder rule = Json.createObjectBuilder()
                .add("gateway", "stripe")
                .add("kind", kind)
                .add("session", subject);
        simulator.post("/control/api/rules", setting.apply(rule).build()).expect(201);
    }

    private static SessionRetrieveParams expanded() {
        return SessionRetrieveParams.builder()
                .addExpand("payment_intent.latest_charge")
                .build();
    }

    private static String anyReference() {
        return "ref-" + UUID.randomUUID();
    }

    private static SessionCreateParams terms(String reference) {
        return params(reference).build();
    }

    private static SessionCreateParams.Builder params(String reference) {
        return params(reference, CaptureMethod.AUTOMATIC);
    }

    private static SessionCreateParams.Builder params(String reference, CaptureMethod captureMethod) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("https://shop.example.test/paid?session={CHECKOUT_SESSION_ID}")
                .setCancelUrl("https://shop.example.test/cart")
                .setClientReferenceId(reference)
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(2L)
                        .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                                .setCurrency("qar")
                                .setUnitAmount(1250L)
                                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                        .setName("Coffee")
                                        .build())
                                .build())
                        .build())
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setCaptureMethod(captureMethod)
                        .putMetadata("order_id", "o-1")
                        .build());
    }
}
