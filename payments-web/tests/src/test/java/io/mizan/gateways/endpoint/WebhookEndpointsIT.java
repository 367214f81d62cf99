package io.mizan.gateways.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mizan.gateway.Callback;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateways.btcpay.SimulatedBtcPay;
import io.mizan.gateways.contract.Payment;
import io.mizan.gateways.contract.SimulatedProvider;
import io.mizan.gateways.cybersource.SimulatedCyberSource;
import io.mizan.gateways.paypal.SimulatedPayPal;
import io.mizan.gateways.razorpay.SimulatedRazorpay;
import io.mizan.gateways.sadad.SimulatedSadad;
import io.mizan.gateways.square.SimulatedSquare;
import io.mizan.secrets.Digests;
import io.mizan.testbed.Answer;
import io.mizan.testbed.TestBed;
import io.mizan.web.checkout.Rows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each provider that calls may say at our address, and what nobody else may. */
class WebhookEndpointsIT {
    /** Of Sadad's messages, which hold their signature themselves. */
    private static final String HASH = "\"checksumhash\":\"[^\"]*\"";

    static Stream<Arguments> providers() {
        var endpoint = TestBed.server().url().resolve("/webhooks/square");
        return Stream.of(
                arguments("square", new SimulatedSquare(endpoint)),
                arguments("paypal", new SimulatedPayPal()),
                arguments("btcpay", new SimulatedBtcPay()),
                arguments("sadad", new SimulatedSadad()),
                arguments("razorpay", new SimulatedRazorpay()),
                arguments("cybersource", new SimulatedCyberSource()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("providers")
    void what_the_provider_signed_is_kept_once_and_nothing_else_ever(String gateway, SimulatedProvider provider) {
        var genuine = message(provider);
        var body = new String(genuine.body(), UTF_8);
        var id = eventOf(provider, genuine);

        deliver(gateway, genuine.headers(), body).expect(200);
        deliver(gateway, genuine.headers(), body).expect(200);
        assertThat(kept(id)).hasSize(1);

        var other = other(body, id);
        deliver(gateway, genuine.headers(), other.body()).expect(401);
        deliver(gateway, Map.of(), other.body()).expect(401);
        var forged = provider.forged(genuine);
        deliver(gateway, forged.headers(), new String(forged.body(), UTF_8)).expect(401);
        deliver(gateway, genuine.headers(), other.body() + " ".repeat(300 * 1024))
                .expect(413);
        assertThat(kept(other.id())).isEmpty();
    }

    /** A message with another id, under the same signature. */
    private record Other(String id, String body) {}

    private static Other other(String body, String id) {
        if (body.contains(id)) {
            var newId = UUID.randomUUID().toString();
            return new Other(newId, body.replace(id, newId));
        }
        var changed = body.contains("checksumhash")
                ? body.replaceFirst(HASH, "\"checksumhash\":\"\"")
                : body.replaceFirst("signature=.", "signature=") + " ";
        assertThat(changed).isNotEqualTo(body);
        return new Other(Digests.sha256(changed.getBytes(UTF_8)), changed);
    }

    /** The last that the provider has to say of a payment. */
    private static Callback.Raw message(SimulatedProvider provider) {
        var payment = new Payment(provider, provider.traits().price(), CaptureMode.AUTOMATIC)
                .opened()
                .then(provider::paysWithACardThatWorks);
        var messages = provider.callbacks(payment.page());
        return messages.get(messages.size() - 1);
    }

    private static String eventOf(SimulatedProvider provider, Callback.Raw message) {
        var verdict = provider.gateway(Duration.ofSeconds(10)).verify(message);
        assertThat(verdict).isInstanceOf(Callback.Verdict.Genuine.class);
        return ((Callback.Verdict.Genuine) verdict).eventId();
    }

    private static Answer deliver(String gateway, Map<String, String> headers, String body) {
        var client = TestBed.mizan();
        for (var header : headers.entrySet()) {
            if (!header.getKey().equals("content-type")) {
                client = client.with(header.getKey(), header.getValue());
            }
        }
        return client.send(
                "POST", "/webhooks/" + gateway, headers.getOrDefault("content-type", "application/json"), body);
    }

    private static List<String> kept(String event) {
        return Rows.read("SELECT id FROM webhook_event WHERE provider_event_id = ?", event);
    }
}
