package io.mizan.gateways.square;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.AdapterSettings;
import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Operation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Refunding.RefundIntent;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.ScriptedServer;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over the wire, and what comes of its answers. */
class SquareGatewayTest {
    private static final AttemptId ATTEMPT = AttemptId.fromString("att_01jd9y3v4x8m2k5n7p9r1s3t6w");
    private static final OrderId ORDER = OrderId.fromString("ord_01jd9y3v4x8m2k5n7p9r1s3t6w");
    private static final Money PRICE = Money.ofMinor(1_999, "USD");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String PAID_ORDER = "{'order':{'id':'ord1','state':'OPEN','tenders':[{'id':'pay1'}]}}";
    private static final String PAYMENT =
            "{'payment':{'id':'pay1','status':'COMPLETED','amount_money':{'amount':1999,'currency':'USD'},'order_id':'ord1'"
                    + ",'refund_ids':['ref1']}}";
    private static final String REFUND =
            "{'refund':{'id':'ref1','status':'PENDING','payment_id':'pay1','amount_money':{'amount':500,'currency':'USD'}}}";

    private final ScriptedServer square = new ScriptedServer();

    @AfterEach
    void close() {
        square.close();
    }

    @Test
    void an_opening_goes_out_as_it_was_stored() {
        answering(200, link("1999"));

        var result = (GatewayResult.Accepted) gateway().send(opening());

        var sent = square.received().get(0);
        assertThat(sent.method() + " " + sent.target()).isEqualTo("POST /square/v2/online-checkout/payment-links");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer EAAAtest-token");
        assertThat(sent.header("Square-version")).isEqualTo("2026-08-19");
        assertThat(sent.body().replace('"', '\''))
                .isEqualTo("{'idempotency_key':'key-1','order':{'location_id':'LSIM0001','reference_id':'" + ATTEMPT
                        + "','metadata':{'mizan_order':'" + ORDER
                        + "'},'line_items':[{'name':'Dates, تمر','quantity':'1','base_price_money':{'amount':1999,"
                        + "'currency':'USD'}}]},'checkout_options':{'redirect_url':'https://shop.example/return?t=token',"
                        + "'ask_for_shipping_address':false},'payment_note':'" + ATTEMPT + "'}");
        assertThat(opening().content()).endsWith(sent.body()).doesNotContain("EAAA");
        assertThat(result.observation().redirect())
                .hasValueSatisfying(page -> assertThat(page.url()).hasHost("sandbox.square.link"));
        assertThat(result.observation().refs())
                .containsExactly(new ProviderRef("payment_link", "link1"), new ProviderRef("order", "ord1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            200 | {'location':{'id':'LSIM0001','currency':'USD'}}                            | ACCEPTED
            200 | {'location':{'id':'LSIM0001','currency':'CAD'}}                            | OTHER_ACCOUNT
            404 | {'errors':[{'category':'INVALID_REQUEST_ERROR','code':'NOT_FOUND'}]}       | OTHER_ACCOUNT
            404 | not Square's                                                               | ACCEPTED
            403 | {'errors':[{'category':'AUTHENTICATION_ERROR','code':'INSUFFICIENT_SCOPES'}]} | ACCEPTED
            """)
    void a_token_that_is_taken_may_be_another_merchants(int status, String location, Connection found) {
        answering(404, "{'errors':[{'category':'INVALID_REQUEST_ERROR','code':'NOT_FOUND'}]}");
        answering(status, location);

        assertThat(gateway().checkConnection()).isEqualTo(found);
        assertThat(square.received().get(1).target()).isEqualTo("/square/v2/locations/LSIM0001");
    }

    @Test
    void what_the_order_comes_to_is_asked_where_the_link_does_not_say() {
        var alone = link("1999").replaceAll(",'related_resources'.*", "}");
        answering(200, alone);
        answering(200, "{'order':{'id':'ord1','total_money':{'amount':1999,'currency':'USD'}}}");
        answering(200, alone);
        answering(200, "{'order':{'id':'ord1','total_money':{'amount':2099,'currency':'USD'}}}");
        answering(200, alone);
        answering(500, "{}");

        assertThat(gateway().send(opening())).isInstanceOf(GatewayResult.Accepted.class);
        assertThat(gateway().send(opening())).isInstanceOf(GatewayResult.Unknown.class);
        assertThat(gateway().send(opening())).isInstanceOf(GatewayResult.Unknown.class);
    }

    @Test
    void a_discount_is_not_shown_as_a_line_for_square_takes_no_negative_prices() {
        var intent = intent(List.of(
                new CheckoutIntent.Line("Coffee", Money.ofMinor(2_500, "USD"), 1),
                new CheckoutIntent.Line("Discount", Money.ofMinor(-501, "USD"), 1)));

        assertThat(gateway().openCheckout(intent).content())
                .contains("\"name\":\"" + ORDER + "\"", "\"amount\":1999")
                .doesNotContain("Discount");
    }

    @Test
    void a_page_that_would_take_another_amount_is_shown_to_nobody() {
        answering(200, link("2199"));

        assertThat(gateway().send(opening())).isInstanceOf(GatewayResult.Unknown.class);
    }

    @Test
    void an_inquiry_looks_at_order_payment_and_refunds() {
        answering(200, PAID_ORDER);
        answering(200, PAYMENT);
        answering(200, REFUND);

        var result = (GatewayResult.Accepted) gateway().inquire(target());

        assertThat(result.observation().facts())
                .extracting(fact -> fact.kind())
                .containsOnly(FactKind.CHECKOUT_OPENED, FactKind.CAPTURED, FactKind.REFUND_STATUS);
        assertThat(square.received())
                .extracting(ScriptedServer.Received::target)
                .containsExactly("/square/v2/orders/ord1", "/square/v2/payments/pay1", "/square/v2/refunds/ref1");
    }

    @Test
    void an_inquiry_of_which_a_part_fails_tells_nothing() {
        answering(200, PAID_ORDER);
        answering(503, "");

        assertThat(gateway().inquire(target())).isEqualTo(new GatewayResult.Unknown("http 503"));
    }

    @Test
    void what_square_does_not_know_is_not_found() {
        answering(404, "{'errors':[{'category':'INVALID_REQUEST_ERROR','code':'NOT_FOUND'}]}");

        assertThat(gateway().inquire(target())).isEqualTo(new GatewayResult.NotFound());
        assertThat(gateway().inquire(knownBy(List.of()))).isEqualTo(new GatewayResult.NotFound());
    }

    @Test
    void a_deleted_link_is_a_closed_page() {
        answering(200, "{'id':'link1','cancelled_order_id':'ord1'}");

        var result = (GatewayResult.Accepted) gateway().send(closing());

        assertThat(square.received().get(0).method()).isEqualTo("DELETE");
        assertThat(square.received().get(0).body()).isEmpty();
        assertThat(result.observation().facts()).singleElement().satisfies(fact -> assertThat(fact.kind())
                .isEqualTo(FactKind.CHECKOUT_CLOSED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            200 | {'id':'link1'}
            404 | {'errors':[{'category':'INVALID_REQUEST_ERROR','code':'NOT_FOUND'}]}
            """)
    void a_link_that_is_gone_without_its_order_is_looked_into(int status, String answer) {
        answering(status, answer.strip());
        answering(200, PAID_ORDER);
        answering(200, PAYMENT);
        answering(200, REFUND);
        assertThat(gateway().send(closing()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "order_paid"));

        answering(status, answer.strip());
        answering(200, "{'order':{'id':'ord1','state':'OPEN'}}");
        assertThat(gateway().send(closing()))
                .isInstanceOfSatisfying(GatewayResult.Accepted.class, accepted -> assertThat(
                                accepted.observation().facts())
                        .extracting(fact -> fact.kind())
                        .containsExactly(FactKind.CHECKOUT_OPENED, FactKind.CHECKOUT_CLOSED));
    }

    @Test
    void a_refund_names_its_payment_and_bears_its_own_key() {
        answering(200, REFUND);

        var result = (GatewayResult.Accepted) gateway().send(refund("refund-key-1"));

        assertThat(square.received().get(0).body().replace('"', '\''))
                .isEqualTo("{'idempotency_key':'refund-key-1','payment_id':'pay1','amount_money':{'amount':500,"
                        + "'currency':'USD'},'reason':'ref-1'}");
        assertThat(result.observation().facts()).singleElement().satisfies(fact -> assertThat(fact.qualifier())
                .isEqualTo("pending"));
    }

    @Test
    void what_square_could_not_take_is_refused_before_any_call() {
        assertThatIllegalArgumentException().isThrownBy(() -> refund("k".repeat(46)));
        assertThatIllegalStateException().isThrownBy(() -> gateway().close(knownBy(List.of()), "key"));
        assertThat(gateway().objectionTo(Money.ofMinor(25_000, "QAR"))).isPresent();
        assertThat(square.received()).isEmpty();
    }

    @Test
    void no_answer_leaves_it_unknown() {
        square.breakingOff();

        assertThat(gateway().send(opening())).isInstanceOf(GatewayResult.Unknown.class);
    }

    @Test
    void a_callback_of_another_location_is_kept_and_not_applied() {
        var body = "{\"type\":\"payment.updated\",\"event_id\":\"e1\",\"location_id\":\"LOTHER\"}"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(gateway().verify(signed(body)))
                .isInstanceOfSatisfying(Callback.Verdict.Foreign.class, foreign -> assertThat(foreign.reason())
                        .isEqualTo("wrong_account"));
    }

    @Test
    void a_callback_that_is_signed_and_unreadable_is_kept_for_a_person() {
        assertThat(gateway().verify(signed("not json".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(Callback.Verdict.Genuine.class, genuine -> assertThat(genuine.type())
                        .isEqualTo("unreadable"));
        assertThat(gateway().verify(new Callback.Raw(Map.of(), new byte[0])))
                .isEqualTo(new Callback.Verdict.Forged("missing"));
    }

    @ParameterizedTest
    @CsvSource({
        "location, '', location",
        "currency, QAR, currency",
        "access.token, '', access token",
        "signature.keys, short, signature key",
        "signature.keys, 'a_signature_key,b_signature_key,c_signature_key', signature key",
        "api.base, http://square.example, https",
        "api.base, https://connect.squareup.com, production",
        "pay.for, PT1M, time to pay",
        "least.amount, 0, least amount",
        "least.amount, 1.00, least amount",
        "key.life, PT59M, idempotency key",
        "key.life, PT25H, idempotency key",
        "call.budget, PT1M, call budget"
    })
    void a_setting_that_cannot_be_is_refused_in_a_sentence_without_secrets(String name, String value, String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SquareFactory().build(settings(Map.of("mizan.square." + name, value))))
                .satisfies(refusal -> assertThat(refusal)
                        .hasMessageContaining(word)
                        .hasMessageNotContaining("EAAA")
                        .hasMessageNotContaining("sim_sq"));
    }

    @Test
    void what_no_source_confirms_is_set() {
        var square = new SquareFactory()
                .build(settings(Map.of("mizan.square.least.amount", "50", "mizan.square.key.life", "PT12H")))
                .gateway();

        assertThat(square.objectionTo(Money.ofMinor(49, "USD"))).isPresent();
        assertThat(square.objectionTo(Money.ofMinor(50, "USD"))).isEmpty();
        assertThat(square.profile().recoveryOf(Operation.REFUND)).isEqualTo(new Recovery.SameKey(Duration.ofHours(12)));
    }

    private static Callback.Raw signed(byte[] body) {
        var signature = java.util.Base64.getEncoder()
                .encodeToString(io.mizan.gateways.signature.Hmac.sha256(
                        "sim_sq_signature_key".getBytes(StandardCharsets.UTF_8),
                        "https://pay.example/webhooks/square".getBytes(StandardCharsets.UTF_8),
                        body));
        return new Callback.Raw(Map.of(SquareSignature.HEADER, signature), body);
    }

    private void answering(int status, String body) {
        square.answering(status, body.replace('\'', '"'));
    }

    private static String link(String total) {
        return "{'payment_link':{'id':'link1','order_id':'ord1','url':'https://sandbox.square.link/u/1',"
                + "'created_at':'2026-01-01T00:00:00Z'},'related_resources':{'orders':[{'id':'ord1','state':'DRAFT',"
                + "'total_money':{'amount':" + total + ",'currency':'USD'}}]}}";
    }

    private GatewayRequest opening() {
        return gateway().openCheckout(intent(List.of(new CheckoutIntent.Line("Dates, تمر", PRICE, 1))));
    }

    private GatewayRequest closing() {
        return gateway().close(target(), "close-1");
    }

    private GatewayRequest refund(String key) {
        var part = new RefundIntent("ref-1", Money.ofMinor(500, "USD"), PRICE, Optional.empty());
        return gateway().refund(target(), part, key);
    }

    private static CheckoutIntent intent(List<CheckoutIntent.Line> lines) {
        return new CheckoutIntent(
                ORDER,
                ATTEMPT,
                PRICE,
                lines,
                CaptureMode.AUTOMATIC,
                NOW,
                URI.create("https://shop.example/return?t=token"),
                URI.create("https://shop.example/return?t=token&canceled=true"),
                NOW.plusSeconds(3_600),
                "en",
                "key-1");
    }

    private static Target target() {
        return knownBy(List.of(
                new ProviderRef("payment_link", "link1"),
                new ProviderRef("order", "ord1"),
                new ProviderRef("payment", "pay1")));
    }

    private static Target knownBy(List<ProviderRef> refs) {
        return new Target(ATTEMPT, NOW, PRICE, CaptureMode.AUTOMATIC, refs);
    }

    private SquareGateway gateway() {
        return (SquareGateway) new SquareFactory()
                .build(settings(Map.of("mizan.square.api.base", square.base() + "/square")))
                .gateway();
    }

    private static AdapterSettings settings(Map<String, String> changes) {
        var all = new java.util.HashMap<>(Map.of(
                "mizan.square.location", "LSIM0001",
                "mizan.square.currency", "USD",
                "mizan.square.access.token", "EAAAtest-token",
                "mizan.square.signature.keys", "sim_sq_signature_key"));
        all.putAll(changes);
        return new AdapterSettings(
                SquareGateway.NAME,
                false,
                URI.create("https://pay.example"),
                Clock.systemUTC(),
                name -> Optional.ofNullable(all.get(name)).filter(value -> !value.isEmpty()));
    }
}
