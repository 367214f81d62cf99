package io.mizan.gateways.square;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpCall;
import io.mizan.gateways.http.HttpCalls;
import io.mizan.gateways.http.HttpReply;
import java.net.URI;

/** Calls Square's API: its token and its version on each request. Knows no payments; repeats nothing. */
final class SquareClient {
    /** The version that {@code wire} was written for. */
    static final String VERSION = "2026-08-19";

    private final HttpCalls http;
    private final SquareSettings settings;

    SquareClient(SquareSettings settings) {
        this.http = new HttpCalls(settings.times().connect(), "Mizan/1.0");
        this.settings = settings;
    }

    Budget newBudget() {
        return new Budget(settings.times().budget());
    }

    HttpReply send(SquareRequests.Content content, Budget budget) {
        var call = HttpCall.of(content.method(), address(content.path()));
        return http.send(
                authorized(
                        content.body().isEmpty()
                                ? call
                                : call.with("application/json", content.body().getBytes(UTF_8))),
                budget);
    }

    HttpReply get(String path, Budget budget) {
        return http.send(authorized(HttpCall.get(address(path))), budget);
    }

    private HttpCall authorized(HttpCall call) {
        return call.header("Authorization", "Bearer " + settings.accessToken())
                .header("Square-Version", VERSION)
                .header("Accept", "application/json");
    }

    private URI address(String path) {
        return URI.create(settings.apiBase() + path);
    }
}
