package io.mizan.gateways.cybersource;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpCall;
import io.mizan.gateways.http.HttpCalls;
import io.mizan.gateways.http.HttpReply;
import java.net.URI;
import java.time.Clock;

/** The REST interface. Each call is signed over the very bytes that are sent. */
final class CyberSourceClient {
    private final URI base;
    private final CyberSourceSettings.Times times;
    private final HttpCalls calls;
    private final HttpSignature signature;
    private final Clock clock;

    CyberSourceClient(CyberSourceSettings settings, Clock clock) {
        this.base = settings.api().base();
        this.times = settings.times();
        this.calls = new HttpCalls(times.calls().connect(), "Mizan/1.0");
        this.signature = new HttpSignature(settings.api());
        this.clock = clock;
    }

    Budget newBudget() {
        return new Budget(times.calls().budget());
    }

    HttpReply post(String path, String body, Budget budget) {
        return post(path, body.getBytes(UTF_8), budget);
    }

    HttpReply post(String path, byte[] body, Budget budget) {
        return send(HttpCall.post(address(path), "application/json;charset=utf-8", body), budget);
    }

    HttpReply get(String path, Budget budget) {
        return send(HttpCall.get(address(path)), budget);
    }

    private HttpReply send(HttpCall call, Budget budget) {
        return calls.send(
                signature.signed(call.header("Accept", "application/hal+json;charset=utf-8"), clock.instant()), budget);
    }

    private URI address(String path) {
        return URI.create(base + path);
    }
}
