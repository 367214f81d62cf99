package io.mizan.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.SignedReturns;
import io.mizan.gateway.Target;
import io.mizan.gateways.btcpay.SimulatedBtcPay;
import io.mizan.gateways.contract.SimulatedProvider;
import io.mizan.gateways.cybersource.SimulatedCyberSource;
import io.mizan.gateways.paypal.SimulatedPayPal;
import io.mizan.gateways.qpay.SimulatedQPay;
import io.mizan.gateways.razorpay.SimulatedRazorpay;
import io.mizan.gateways.sadad.SimulatedSadad;
import io.mizan.gateways.square.SimulatedSquare;
import io.mizan.gateways.stripe.SimulatedStripe;
import io.mizan.id.AttemptId;
import io.mizan.id.EventId;
import io.mizan.launcher.Secret;
import io.mizan.testbed.Answer;
import io.mizan.testbed.Await;
import io.mizan.testbed.PortalVisitor;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Purchase;
import io.mizan.web.checkout.Rows;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What gateways sign, with what must not be kept in every field that takes words, and what becomes of it. */
class SignedLeakIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    /** Their messages are told apart by their bytes, so that the genuine ones may come too. */
    private static final Set<String> NAMED_BY_THEIR_BYTES = Set.of("qpay", "sadad");

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int FEW = 4;

    private final String card = LeakIT.card();
    private final String name = "Zubaida " + letters();
    private final String email = "signed." + UUID.randomUUID() + "@example.com";
    private final String secret = "sk_live_" + UUID.randomUUID().toString().replace("-", "");
    private final List<String> words =
            List.of(name + " " + email + " " + card + " " + LeakIT.spaced(card) + " " + secret, card, secret, name);

    private final List<String> answers = new ArrayList<>();
    private int places;

    static Stream<Arguments> providers() {
        return Stream.of(
                arguments("stripe", new SimulatedStripe(), true),
                arguments("square", new SimulatedSquare(TestBed.server().url().resolve("/webhooks/square")), true),
                arguments("paypal", new SimulatedPayPal(), true),
                arguments("btcpay", new SimulatedBtcPay(), false),
                arguments("razorpay", new SimulatedRazorpay(), true),
                arguments("sadad", new SimulatedSadad(), true),
                arguments("cybersource", new SimulatedCyberSource(), true),
                arguments("qpay", new SimulatedQPay(), true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void what_must_not_be_kept_stands_sealed_in_the_body_alone(
            String gateway, SimulatedProvider provider, boolean declines) {
        if (declines) {
            var declined = new Sale(gateway, provider);
            declined.goesThrough(provider::paysWithACardThatIsDeclined, Sale::isDeclined);
            look(declined);
        }
        var paid = new Sale(gateway, provider);
        paid.goesThrough(provider::paysWithACardThatWorks, Sale::isPaid);
        look(paid);
        keep(TestBed.mizan().get("/metrics")).expect(200);

        assertThat(places).as("fields that took something").isGreaterThan(FEW);
        assertThat(Places.of(card, LeakIT.spaced(card), name, email, secret)).isEmpty();
        assertThat(String.join("\n", answers)).doesNotContain(card, LeakIT.spaced(card), name, email, secret);
        assertThat(Rows.read(
                        "SELECT DISTINCT holds_card_number FROM webhook_event WHERE order_id = ? AND provider_event_id IN ("
                                + "SELECT provider_event_id FROM webhook_event WHERE holds_card_number)",
                        paid.orderUuid()))
                .containsExactly("1");
    }

    /** Where people and programs could read of it. */
    private void look(Sale sale) {
        var order = "/api/v1/orders/" + sale.order;
        keep(Purchase.merchant().get(order)).expect(200);
        keep(Purchase.merchant().get(order + "/timeline")).expect(200);
        keep(Purchase.merchant().get(order + "/status")).expect(200);
        keep(Purchase.merchant().get("/api/v1/attempts/" + sale.attempt)).expect(200);
        var operator = new PortalVisitor();
        operator.signIn("operator", TestBed.secret(Secret.OPERATOR_PASSWORD)).expect(303);
        keep(operator.get("/admin/orders/" + sale.order)).expect(200);
        sale.events()
                .forEach(event -> keep(operator.get("/admin/events/" + event)).expect(200));
    }

    private Answer keep(Answer answer) {
        answers.add(answer.body());
        return answer;
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "zq";
    }

    /** One order of the running system and its attempt at that gateway. */
    private final class Sale {
        private final String gateway;
        private final SimulatedProvider provider;
        private final PaymentGateway adapter;
        private final String order;
        private final String attempt;
        private final JsonObject next;
        private int delivered;
        private boolean back;

        Sale(String gateway, SimulatedProvider provider) {
            this.gateway = gateway;
            this.provider = provider;
            this.adapter = provider.gateway(Duration.ofSeconds(30));
            var price = provider.traits().price();
            order = Purchase.merchant()
                    .post(
                            "/api/v1/orders",
                            Json.createObjectBuilder()
                                    .add("reference", "signed-" + UUID.randomUUID())
                                    .add(
                                            "items",
                                            Json.createArrayBuilder()
                                                    .add(Json.createObjectBuilder()
                                                            .add("description", "A ticket")
                                                            .add("unit_amount", price.amountMinor())
                                                            .add("quantity", 1)))
                                    .add("currency", price.currencyCode())
                                    .add("return_url", TestBed.server().url() + "/shop/")
                                    .build())
                    .expect(201)
                    .json()
                    .getString("id");
            var started = Purchase.merchant()
                    .post(
                            "/api/v1/orders/" + order + "/attempts",
                            Json.createObjectBuilder().add("gateway", gateway).build())
                    .expect(201)
                    .json();
            attempt = started.getString("id");
            next = started.getJsonObject("next_action");
        }

        void goesThrough(Consumer<String> step, Function<Sale, Boolean> end) {
            holdBack();
            visit();
            step.accept(page());
            Await.that(gateway + " has told all of " + order, PATIENCE, () -> {
                deliver();
                return end.apply(this) && isWorked();
            });
        }

        boolean isPaid() {
            return Purchase.merchant()
                    .get("/api/v1/orders/" + order + "/status")
                    .expect(200)
                    .json()
                    .getString("status")
                    .equals("paid");
        }

        boolean isDeclined() {
            return !Purchase.merchant()
                    .get("/api/v1/attempts/" + attempt)
                    .expect(200)
                    .json()
                    .isNull("last_decline");
        }

        String orderUuid() {
            return Rows.read("SELECT order_id FROM payment_attempt WHERE id = ?", uuid())
                    .get(0);
        }

        List<String> events() {
            return Rows.read("SELECT id FROM webhook_event WHERE order_id = ?", orderUuid()).stream()
                    .map(id -> new EventId(UUID.fromString(id)).toString())
                    .toList();
        }

        private boolean isWorked() {
            var states = Rows.read("SELECT state FROM webhook_event WHERE order_id = ?", orderUuid());
            return !states.isEmpty() && states.stream().allMatch("PROCESSED"::equals);
        }

        /** The simulator's own would come first, and ours would be repetitions. */
        private void holdBack() {
            if (!NAMED_BY_THEIR_BYTES.contains(gateway)) {
                for (var session : List.of(order, attempt)) {
                    TestBed.simulator()
                            .post(
                                    "/control/api/rules",
                                    Json.createObjectBuilder()
                                            .add("gateway", gateway)
                                            .add("session", session)
                                            .add("kind", "never")
                                            .add("times", "forever")
                                            .build())
                            .expect(201);
                }
            }
        }

        private void visit() {
            if (!next.getJsonObject("fields").isEmpty()) {
                var form = next.getJsonObject("fields").entrySet().stream()
                        .map(field -> field.getKey() + "="
                                + URLEncoder.encode(((JsonString) field.getValue()).getString(), UTF_8))
                        .collect(joining("&"));
                TestBed.simulator()
                        .postForm(URI.create(next.getString("url")).getPath(), "nobody", form)
                        .expect(303);
            }
        }

        private void deliver() {
            var callbacks = provider.callbacks(page());
            for (; delivered < callbacks.size(); delivered++) {
                var loaded = loaded(callbacks.get(delivered), this::judged);
                var client = TestBed.mizan();
                for (var header : loaded.headers().entrySet()) {
                    if (!header.getKey().equals("content-type")) {
                        client = client.with(header.getKey(), header.getValue());
                    }
                }
                keep(client.send(
                                "POST",
                                "/webhooks/" + gateway,
                                loaded.headers().getOrDefault("content-type", "application/json"),
                                new String(loaded.body(), UTF_8)))
                        .expect(200);
            }
            if (!back && adapter instanceof SignedReturns returns) {
                provider.returns(page()).stream().findFirst().ifPresent(posted -> {
                    var loaded = loaded(posted, message -> judged(returns, message));
                    keep(TestBed.mizan().send("POST", returnPath(), FORM, new String(loaded.body(), UTF_8)))
                            .expect(303);
                    back = true;
                });
            }
        }

        private Callback.Raw loaded(Callback.Raw genuine, Function<Callback.Raw, Optional<Callback.Reading>> judge) {
            var loaded = new Loaded(
                    provider, genuine, message -> judge.apply(message).map(Sale::about), words);
            places += loaded.places();
            return loaded.message();
        }

        private Optional<Callback.Reading> judged(Callback.Raw message) {
            return adapter.verify(message) instanceof Callback.Verdict.Genuine genuine
                    ? Optional.of(adapter.read(message.body(), genuine.proof()))
                    : Optional.empty();
        }

        private Optional<Callback.Reading> judged(SignedReturns returns, Callback.Raw message) {
            return returns.verifyReturn(message, target())
                    .filter(Callback.Verdict.Genuine.class::isInstance)
                    .map(Callback.Verdict.Genuine.class::cast)
                    .map(genuine -> returns.readReturn(message.body(), genuine.proof(), target()));
        }

        private static String about(Callback.Reading reading) {
            if (reading instanceof Callback.Reading.Relevant relevant) {
                var observation = relevant.observation();
                return relevant.mark() + " " + observation.refs() + " "
                        + observation.message().ref() + " "
                        + observation.message().type() + " "
                        + observation.facts().stream()
                                .map(fact -> fact.kind() + " " + fact.objectRef() + " " + fact.amount())
                                .sorted()
                                .toList();
            }
            return reading.toString();
        }

        private String returnPath() {
            return next.getJsonObject("fields").values().stream()
                    .map(value -> ((JsonString) value).getString())
                    .filter(value -> value.contains("/return/" + gateway))
                    .map(URI::create)
                    .map(uri -> uri.getRawPath() + "?" + uri.getRawQuery())
                    .findFirst()
                    .orElseThrow();
        }

        private Target target() {
            return new Target(
                    AttemptId.fromString(attempt),
                    provider.clock().instant(),
                    provider.traits().price(),
                    CaptureMode.AUTOMATIC,
                    refs());
        }

        private String page() {
            return target().ref(provider.pageKind()).orElseThrow();
        }

        private List<ProviderRef> refs() {
            return Rows.read("SELECT CONCAT(kind, ' ', ref) FROM provider_ref WHERE attempt_id = ?", uuid()).stream()
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new ProviderRef(parts[0], parts[1]))
                    .toList();
        }

        private UUID uuid() {
            return AttemptId.fromString(attempt).value();
        }
    }
}
