package io.mizan.gateways.stripe;

import static io.mizan.gateways.stripe.StripeObjects.ATTEMPT;
import static io.mizan.gateways.stripe.StripeObjects.ORDER;
import static io.mizan.gateways.stripe.StripeObjects.charge;
import static io.mizan.gateways.stripe.StripeObjects.intent;
import static io.mizan.gateways.stripe.StripeObjects.refund;
import static io.mizan.gateways.stripe.StripeObjects.session;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.Stripe;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.CheckoutIntent;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Refunding;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.ScriptedServer;
import io.mizan.gateways.settings.CallTimes;
import io.mizan.money.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and what comes of every way in which a call can end. */
class StripeGatewayCallTest {
    private static final String KEY = "sk_test_abc";
    private static final Target KNOWN = StripeObjects.target(
            new ProviderRef("checkout_session", "cs_1"), new ProviderRef("payment_intent", "pi_1"));
    private static final String NOT_OPEN =
            "{\"error\":{\"type\":\"invalid_request_error\",\"message\":\"Only open sessions can be expired.\"}}";

    private final ScriptedServer stripe = new ScriptedServer("Request-Id", "req_1");

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void an_opening_goes_out_as_it_was_stored() {
        stripe.answering(200, session().json().toString());
        var request = opening();

        gateway().send(request);

        var sent = stripe.received().get(0);
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target() + "\n" + sent.body()).isEqualTo(request.content());
        assertThat(sent.header("Idempotency-key")).isEqualTo("key-1");
        assertThat(sent.header("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(sent.header("Stripe-version")).isEqualTo("2026-07-29.dahlia");
        assertThat(sent.header("Content-type")).startsWith("application/x-www-form-urlencoded");
        assertThat(request.content()).doesNotContain(KEY);
    }

    @ParameterizedTest
    @CsvSource({"200, acct_1, ACCEPTED", "200, acct_2, OTHER_ACCOUNT", "403, acct_2, ACCEPTED", "500, acct_2, ACCEPTED"
    })
    void a_key_that_is_taken_may_be_another_accounts(int status, String account, Connection found) {
        stripe.answering(404, "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"resource_missing\"}}")
                .answering(status, "{\"id\":\"" + account + "\",\"object\":\"account\"}");

        assertThat(gateway().checkConnection()).isEqualTo(found);
        assertThat(stripe.received().get(1).target()).isEqualTo("/v1/account");
    }

    @Test
    void a_new_release_of_the_library_is_read_before_it_is_used() {
        assertThat(Stripe.API_VERSION).isEqualTo("2026-07-29.dahlia");
    }

    @Test
    void a_resend_is_byte_equal() {
        stripe.answering(500, "{\"error\":{\"type\":\"api_error\"}}")
                .answering(200, session().json().toString());
        var gateway = gateway();

        gateway.send(opening());
        gateway.send(opening());

        var sent = stripe.received();
        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).usingRecursiveComparison().isEqualTo(sent.get(0));
    }

    @Test
    void nothing_is_told_about_this_machine() {
        stripe.answering(200, session().json().toString())
                .answering(200, session().json().toString());
        var gateway = gateway();

        gateway.send(opening());
        gateway.inquire(KNOWN);

        assertThat(stripe.received())
                .allSatisfy(sent -> assertThat(sent.headers().keySet())
                        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-stripe-client")));
    }

    @Test
    void an_opened_page_is_shown() {
        stripe.answering(200, session().json().toString());

        var result = (GatewayResult.Accepted) gateway().send(opening());

        assertThat(FactWords.of(result.observation())).containsExactly("checkout_opened cs_1 @0");
        assertThat(result.observation().refs()).containsExactly(new ProviderRef("checkout_session", "cs_1"));
        assertThat(result.observation().redirect())
                .hasValueSatisfying(page -> assertThat(page.url()).hasHost("checkout.stripe.com"));
        assertThat(result.observation().message().ref()).isEqualTo("req_1");
        assertThat(result.observation().message().type()).isEqualTo("open_checkout");
    }

    @Test
    void a_capture_and_a_void_tell_their_facts() {
        stripe.answering(
                        200,
                        intent("succeeded")
                                .capturedByUs()
                                .received(20_000)
                                .latest("ch_1")
                                .json()
                                .toString())
                .answering(
                        200,
                        intent("canceled")
                                .capturedByUs()
                                .latest("ch_1")
                                .canceled("requested_by_customer")
                                .json()
                                .toString());
        var gateway = gateway();

        var captured =
                (GatewayResult.Accepted) gateway.send(gateway.capture(KNOWN, Money.ofMinor(20_000, "QAR"), "key-2"));
        var voided = (GatewayResult.Accepted)
                gateway.send(gateway.voidAuthorization(KNOWN, Money.ofMinor(25_000, "QAR"), "key-3"));

        assertThat(FactWords.identities(captured.observation())).containsExactly("captured pi_1 QAR 200.00");
        assertThat(FactWords.identities(voided.observation()))
                .containsExactly("authorized pi_1 QAR 250.00", "authorization_ended pi_1/voided");
    }

    @ParameterizedTest(name = "{0} {1}/{2}: {3}")
    @CsvSource({
        "400, invalid_request_error, amount_too_small,        'VALIDATION amount_too_small'",
        "400, invalid_request_error, ,                        'VALIDATION invalid_request_error'",
        "400, idempotency_error,     ,                        'DUPLICATE idempotency_error'",
        "400, invalid_request_error, currency_not_supported,  'VALIDATION currency_not_supported'",
        "401, invalid_request_error, ,                        'AUTHENTICATION invalid_request_error'",
        "403, invalid_request_error, more_permissions_required, 'AUTHENTICATION more_permissions_required'",
        "402, card_error,            expired_card,            'EXPIRED_CARD expired_card'",
        "404, invalid_request_error, resource_missing,        'VALIDATION resource_missing'"
    })
    void a_definite_no_is_declined(int status, String type, String code, String expected) {
        stripe.answering(status, error(type, code));

        var result = (GatewayResult.Declined) gateway().send(opening());

        assertThat(result.category() + " " + result.providerCode()).isEqualTo(expected);
    }

    @Test
    void a_card_error_is_declined_by_its_decline_code() {
        stripe.answering(
                402,
                "{\"error\":{\"type\":\"card_error\",\"code\":\"card_declined\",\"decline_code\":\"stolen_card\"}}");

        assertThat(gateway().send(opening()))
                .isEqualTo(new GatewayResult.Declined(FailureCategory.ISSUER_DECLINED_FINAL, "stolen_card"));
    }

    @ParameterizedTest(name = "{0} {1}, Retry-After {2}: {3} s")
    @CsvSource({
        "429, rate_limit,   7,      7",
        "429, rate_limit,   0,      0",
        "429, rate_limit,   999999, 3600",
        "429, rate_limit,   soon,",
        "429, rate_limit,   -1,",
        "429, lock_timeout, 2,      2",
        "409, lock_timeout, 2,      2"
    })
    void turned_away_at_the_door_it_may_be_sent_again(int status, String code, String retryAfter, Long seconds) {
        stripe.answering(status, error("invalid_request_error", code), "Retry-After", retryAfter);

        assertThat(gateway().send(opening()))
                .isEqualTo(new GatewayResult.Retryable(
                        FailureCategory.RATE_LIMITED,
                        Optional.ofNullable(seconds).map(Duration::ofSeconds)));
    }

    @Test
    void turned_away_without_a_word_it_may_be_sent_again() {
        stripe.answering(429, "");

        assertThat(gateway().send(opening()))
                .isEqualTo(new GatewayResult.Retryable(FailureCategory.RATE_LIMITED, Optional.empty()));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            409 | {"error":{"type":"idempotency_error","code":"idempotency_key_in_use"}} | http 409: idempotency_key_in_use
            500 | {"error":{"type":"api_error"}}          | http 500: api_error
            502 | <html>Bad gateway</html>                | http 502: no error of Stripe's
            503 | ''                                      | http 503: no error of Stripe's
            424 | {"error":{"type":"api_error"}}          | http 424: api_error
            408 | ''                                      | http 408: no error of Stripe's
            403 | <html>Forbidden by a proxy</html>       | http 403: no error of Stripe's
            400 | {"error":"invalid_grant"}               | http 400: no error of Stripe's
            400 | {"error":{}}                            | http 400: no error of Stripe's
            400 | null                                    | http 400: no error of Stripe's
            302 | ''                                      | http 302: no error of Stripe's
            200 | ''                                      | unreadable answer
            200 | []                                      | unreadable answer
            200 | {"object":"balance"}                    | unreadable answer
            200 | {"object":"checkout.session"}           | unreadable answer
            """)
    void what_is_in_doubt_is_unknown(int status, String body, String cause) {
        stripe.answering(status, body);

        assertThat(gateway().send(opening()))
                .isInstanceOfSatisfying(GatewayResult.Unknown.class, it -> assertThat(it.cause())
                        .isEqualTo(cause));
    }

    @Test
    void nobody_home_certainly_did_not_act() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(impatient(URI.create("http://127.0.0.1:" + free)).send(opening()))
                .isEqualTo(new GatewayResult.Retryable(FailureCategory.NETWORK, Optional.empty()));
    }

    @Test
    void no_connection_in_time_certainly_did_not_act() throws IOException {
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var waiting = fill(full);
            try {
                assertThat(impatient(URI.create("http://127.0.0.1:" + full.getLocalPort()))
                                .send(opening()))
                        .isEqualTo(new GatewayResult.Retryable(FailureCategory.NETWORK, Optional.empty()));
            } finally {
                for (var channel : waiting) {
                    channel.close();
                }
            }
        }
    }

    @Test
    void no_answer_in_time_is_unknown() {
        stripe.hanging();

        var took = System.nanoTime();
        var result = impatient(stripe.base()).send(opening());
        took = System.nanoTime() - took;

        assertThat(result).isEqualTo(new GatewayResult.Unknown("no answer in time"));
        assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(10));
        assertThat(stripe.received()).hasSize(1);
    }

    @Test
    void an_answer_that_drips_is_not_waited_for() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var drip = Executors.newScheduledThreadPool(1);
            drip.execute(() -> drip(server, drip));
            try {
                assertThat(impatient(URI.create("http://127.0.0.1:" + server.getLocalPort()))
                                .send(opening()))
                        .isEqualTo(new GatewayResult.Unknown("no answer in time"));
            } finally {
                drip.shutdownNow();
            }
        }
    }

    @Test
    void an_answer_that_breaks_off_is_unknown_and_nothing_is_sent_twice() {
        stripe.breakingOff();

        assertThat(gateway().send(opening())).isInstanceOf(GatewayResult.Unknown.class);
        assertThat(stripe.received()).hasSize(1);
    }

    @Test
    void an_interrupted_call_is_unknown_and_the_interrupt_stays() {
        stripe.hanging();
        Thread.currentThread().interrupt();

        assertThat(gateway().send(opening())).isEqualTo(new GatewayResult.Unknown("interrupted"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void an_open_page_is_closed() {
        stripe.answering(200, session().expired().json().toString());

        assertThat(FactWords.identities(((GatewayResult.Accepted) closing()).observation()))
                .containsExactly("checkout_opened cs_1", "checkout_closed cs_1/expired");
        assertThat(stripe.received().get(0).target()).isEqualTo("/v1/checkout/sessions/cs_1/expire");
    }

    @Test
    void a_page_that_expired_by_itself_is_closed() {
        stripe.answering(400, NOT_OPEN)
                .answering(200, session().expired().json().toString());

        assertThat(FactWords.identities(((GatewayResult.Accepted) closing()).observation()))
                .contains("checkout_closed cs_1/expired");
    }

    @Test
    void a_page_that_completed_and_failed_is_closed() {
        stripe.answering(400, NOT_OPEN)
                .answering(
                        200,
                        session()
                                .complete("unpaid")
                                .holding(intent("requires_payment_method"))
                                .json()
                                .toString());

        assertThat(closing()).isInstanceOf(GatewayResult.Accepted.class);
    }

    @Test
    void a_page_that_completed_is_not_closed() {
        stripe.answering(400, NOT_OPEN)
                .answering(
                        200,
                        session()
                                .complete("paid")
                                .holding(intent("succeeded").latest(charge()))
                                .json()
                                .toString());

        assertThat(closing()).isEqualTo(new GatewayResult.Declined(FailureCategory.VALIDATION, "session_complete"));
    }

    @Test
    void a_page_that_is_open_although_it_could_not_be_closed_is_unknown() {
        stripe.answering(400, NOT_OPEN).answering(200, session().json().toString());

        assertThat(closing()).isInstanceOf(GatewayResult.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429, 500})
    void a_page_that_cannot_be_looked_at_is_unknown(int status) {
        stripe.answering(400, NOT_OPEN).answering(status, error("invalid_request_error", "resource_missing"));

        assertThat(closing()).isInstanceOf(GatewayResult.Unknown.class);
    }

    @Test
    void closing_and_looking_share_one_time() {
        stripe.answering(400, NOT_OPEN).hanging();

        var took = System.nanoTime();
        var result = closing(gateway(stripe.base(), Duration.ofMillis(250), Duration.ofSeconds(3)));
        took = System.nanoTime() - took;

        assertThat(result).isInstanceOf(GatewayResult.Unknown.class);
        assertThat(Duration.ofNanos(took)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void an_inquiry_asks_for_the_session_with_everything_in_it() {
        stripe.answering(
                200,
                session()
                        .complete("paid")
                        .holding(intent("succeeded").latest(charge()))
                        .json()
                        .toString());

        var result = (GatewayResult.Accepted) gateway().inquire(KNOWN);

        assertThat(FactWords.of(result.observation()))
                .containsExactly("checkout_opened cs_1 @0", "captured pi_1 QAR 250.00 @40");
        var sent = stripe.received().get(0);
        assertThat(sent.method() + " " + sent.target())
                .isEqualTo("GET /v1/checkout/sessions/cs_1"
                        + "?expand%5B0%5D=payment_intent&expand%5B1%5D=payment_intent.latest_charge"
                        + "&expand%5B2%5D=payment_intent.latest_charge.refunds");
        assertThat(sent.body()).isEmpty();
    }

    @Test
    void without_a_session_it_asks_for_the_payment() {
        stripe.answering(200, intent("succeeded").latest(charge()).json().toString());

        gateway().inquire(StripeObjects.target(new ProviderRef("payment_intent", "pi_1")));

        assertThat(stripe.received().get(0).target())
                .isEqualTo("/v1/payment_intents/pi_1?expand%5B0%5D=latest_charge&expand%5B1%5D=latest_charge.refunds");
    }

    @Test
    void where_a_charge_shows_as_many_refunds_as_it_can_all_are_asked_for() {
        var shown = refunds(10);
        stripe.answering(
                        200,
                        intent("succeeded")
                                .latest(charge().showing(shown))
                                .json()
                                .toString())
                .answering(200, listOf(refunds(12)));

        var result = (GatewayResult.Accepted) gateway().inquire(KNOWN);

        assertThat(stripe.received().get(1).target()).isEqualTo("/v1/refunds?payment_intent=pi_1&limit=100");
        assertThat(result.observation().facts()).hasSize(1 + 12);
        assertThat(result.observation().refs()).contains(new ProviderRef("refund", "re_12"));
    }

    @Test
    void where_not_all_refunds_can_be_seen_nothing_is_said() {
        stripe.answering(
                        200,
                        intent("succeeded")
                                .latest(charge().showing(refunds(10)))
                                .json()
                                .toString())
                .answering(500, error("api_error", "down"));

        assertThat(gateway().inquire(KNOWN)).isInstanceOf(GatewayResult.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({
        "charge_already_refunded, VALIDATION,         false",
        "refund_disputed_payment, VALIDATION,         false",
        "balance_insufficient,    INSUFFICIENT_FUNDS, false",
        "moon_phase,              VALIDATION,         true"
    })
    void a_refused_refund_says_why(String code, FailureCategory category, boolean unlisted) {
        stripe.answering(400, error("invalid_request_error", code));
        var refund = gateway()
                .refund(
                        KNOWN,
                        new Refunding.RefundIntent(
                                "ref-1", Money.ofMinor(1, "QAR"), Money.ofMinor(1, "QAR"), Optional.empty()),
                        "key-9");

        assertThat(gateway().send(refund)).isEqualTo(new GatewayResult.Declined(category, code, unlisted));
    }

    private static StripeObjects.RefundObject[] refunds(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> refund("succeeded").named("re_" + number))
                .toArray(StripeObjects.RefundObject[]::new);
    }

    private static String listOf(StripeObjects.RefundObject... refunds) {
        return charge().showing(refunds).json().getJsonObject("refunds").toString();
    }

    @Test
    void what_stripe_does_not_know_is_not_found() {
        stripe.answering(404, error("invalid_request_error", "resource_missing"))
                .answering(404, "<html></html>");
        var gateway = gateway();

        assertThat(gateway.inquire(KNOWN)).isEqualTo(new GatewayResult.NotFound());
        assertThat(gateway.inquire(KNOWN)).isInstanceOf(GatewayResult.Unknown.class);
        assertThat(gateway.inquire(StripeObjects.target())).isEqualTo(new GatewayResult.NotFound());
        assertThat(stripe.received()).hasSize(2);
    }

    @Test
    void an_inquiry_that_is_not_answered_is_unknown() {
        stripe.answering(500, "").hanging();

        assertThat(gateway().inquire(KNOWN)).isInstanceOf(GatewayResult.Unknown.class);
        assertThat(impatient(stripe.base()).inquire(KNOWN)).isInstanceOf(GatewayResult.Unknown.class);
    }

    private GatewayResult closing() {
        return closing(gateway());
    }

    private static GatewayResult closing(StripeGateway gateway) {
        return gateway.send(gateway.close(KNOWN, "key-9"));
    }

    /** With time enough for a busy machine. */
    private StripeGateway gateway() {
        return gateway(stripe.base(), Duration.ofSeconds(5), Duration.ofSeconds(30));
    }

    private static StripeGateway impatient(URI base) {
        return gateway(base, Duration.ofMillis(250), Duration.ofMillis(1000));
    }

    private static StripeGateway gateway(URI base, Duration connect, Duration call) {
        return new StripeGateway(
                StripeSettings.standard(false, "acct_1", KEY, List.of("whsec_secretsecret"))
                        .at(base)
                        .with(new CallTimes(connect, call)),
                Clock.systemUTC());
    }

    private static GatewayRequest opening() {
        return StripeRequests.openCheckout(new CheckoutIntent(
                ORDER,
                ATTEMPT,
                Money.ofMinor(25_000, "QAR"),
                List.of(new CheckoutIntent.Line("Dates, تمر", Money.ofMinor(25_000, "QAR"), 1)),
                CaptureMode.AUTOMATIC,
                StripeObjects.second(StripeObjects.SESSION_CREATED),
                URI.create("https://pay.example.test/return"),
                URI.create("https://pay.example.test/cancel"),
                StripeObjects.second(StripeObjects.EXPIRES),
                "en",
                "key-1"));
    }

    private static String error(String type, String code) {
        return "{\"error\":{\"type\":\"" + type + "\"" + (code == null ? "" : ",\"code\":\"" + code + "\"") + "}}";
    }

    /** Leaves no room for another connection: those that are pending are never accepted. */
    private static List<SocketChannel> fill(ServerSocket server) throws IOException {
        var waiting = new ArrayList<SocketChannel>();
        for (int i = 0; i < 8; i++) {
            var channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
            waiting.add(channel);
        }
        return waiting;
    }

    /** An endless answer, a byte now and then, each long before any time-out of a single read. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its thread, and its fault is the end of the socket
    private static void drip(ServerSocket server, ScheduledExecutorService drip) {
        try {
            var socket = server.accept();
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(US_ASCII));
            drip.scheduleAtFixedRate(
                    () -> {
                        try {
                            out.write(' ');
                            out.flush();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    },
                    0,
                    20,
                    MILLISECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
