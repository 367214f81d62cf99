package io.mizan.gateways.sadad;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpCall;
import io.mizan.gateways.http.HttpCalls;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Outcomes;
import io.mizan.gateways.http.Tokens;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.gateways.json.JsonText;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * SADAD's interface. Each call bears a token, as it is and without a word before it, and the registered domain as its
 * origin. A token that is refused is fetched anew, once.
 */
final class SadadClient {
    private static final String JSON = "application/json";
    private static final GatewayResult NEVER_SENT =
            new GatewayResult.Retryable(FailureCategory.GATEWAY_ERROR, Optional.empty());

    private final GatewayName gateway;
    private final SadadSettings settings;
    private final HttpCalls calls;
    private final Tokens tokens;

    SadadClient(GatewayName gateway, SadadSettings settings, Clock clock) {
        this.gateway = gateway;
        this.settings = settings;
        this.calls = new HttpCalls(settings.times().connect(), "Mizan/1.0");
        this.tokens = new Tokens(this::login, clock);
    }

    /** What a call comes to: an answer of SADAD's, 2xx or another 4xx, or why there is none. */
    sealed interface Asked {
        record Answered(HttpReply.Answered reply) implements Asked {}

        record InVain(GatewayResult why) implements Asked {}
    }

    Budget newBudget() {
        return new Budget(settings.times().budget());
    }

    /** One transaction by SADAD's number. A GET with a body; where something on the way does not let that pass, a POST. */
    Asked transaction(String number, Budget budget) {
        var body = JsonText.object().add("transactionno", number).build().toString();
        var address = address("/transactions/getTransaction");
        var asked = send(() -> HttpCall.get(address).with(JSON, body.getBytes(UTF_8)), budget);
        return asked instanceof Asked.Answered answered
                        && (answered.reply().status() == 400 || answered.reply().status() == 405)
                ? send(() -> HttpCall.post(address, JSON, body.getBytes(UTF_8)), budget)
                : asked;
    }

    /** A page of the transactions of that time. */
    Asked list(Instant from, Instant to, int skip, int atMost, Budget budget) {
        var query = "?" + filter("skip", String.valueOf(skip)) + "&" + filter("limit", String.valueOf(atMost)) + "&"
                + filter("date_range][startDate", SadadForm.time(from)) + "&"
                + filter("date_range][endDate", SadadForm.time(to));
        return send(() -> HttpCall.get(address("/transactions/listTransactions" + query)), budget);
    }

    Asked refund(String number, Budget budget) {
        var body = JsonText.object().add("transactionnumber", number).build().toString();
        return send(
                () -> HttpCall.post(address("/transactions/refundTransaction"), JSON, body.getBytes(UTF_8)), budget);
    }

    private Asked send(Supplier<HttpCall> call, Budget budget) {
        var first = sendOnce(call, budget);
        return first.isTokenRefused() ? sendOnce(call, budget).asked : first.asked;
    }

    private record Sent(Asked asked) {
        boolean isTokenRefused() {
            return asked instanceof Asked.Answered answered && answered.reply().status() == 401;
        }
    }

    private Sent sendOnce(Supplier<HttpCall> call, Budget budget) {
        var grant = tokens.current();
        if (grant instanceof Tokens.Grant.NotIssued notIssued) {
            return new Sent(new Asked.InVain(notIssued.why()));
        }
        if (budget.left().compareTo(settings.times().budget().dividedBy(10)) < 0) {
            // Waiting for the token took the time of the call: sent now, nobody would be there to hear its answer.
            return new Sent(new Asked.InVain(NEVER_SENT));
        }
        var token = ((Tokens.Grant.Issued) grant).token();
        var prefix = settings.secrets().prefix();
        var reply = calls.send(
                call.get()
                        .header("Authorization", prefix.isEmpty() ? token : prefix + " " + token)
                        .header("Origin", origin()),
                budget);
        var result = Outcomes.of(gateway, reply);
        if (result.isPresent()) {
            return new Sent(new Asked.InVain(result.get()));
        }
        var answered = (HttpReply.Answered) reply;
        if (answered.status() == 401) {
            tokens.invalidate(token);
        }
        return new Sent(new Asked.Answered(answered));
    }

    private Tokens.Grant login() {
        var body = JsonText.object()
                .add("sadadId", Long.parseLong(settings.account().merchantId()))
                .add("secretKey", settings.secrets().api())
                .add("domain", settings.account().website())
                .build()
                .toString();
        var call = HttpCall.post(address("/userbusinesses/login"), JSON, body.getBytes(UTF_8))
                .header("Origin", origin());
        var reply = calls.send(call, newBudget());
        return Outcomes.of(gateway, reply)
                .<Tokens.Grant>map(failure -> new Tokens.Grant.NotIssued(neverSent(failure)))
                .orElseGet(() -> granted((HttpReply.Answered) reply));
    }

    /** Whatever became of the asking for a token, the call that needed it was not sent, so it may be. */
    private static GatewayResult neverSent(GatewayResult failure) {
        return failure instanceof GatewayResult.Retryable ? failure : NEVER_SENT;
    }

    private Tokens.Grant granted(HttpReply.Answered reply) {
        if (!reply.isSuccess()) {
            return new Tokens.Grant.NotIssued(
                    new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "login " + reply.status()));
        }
        try {
            return new Tokens.Grant.Issued(
                    JsonDocument.parse(reply.body()).requiredText("accessToken"),
                    settings.dealings().tokenLife());
        } catch (IllegalArgumentException e) {
            return new Tokens.Grant.NotIssued(NEVER_SENT);
        }
    }

    private String origin() {
        return "https://" + settings.account().website();
    }

    private URI address(String path) {
        return URI.create(settings.apiBase() + path);
    }

    /** Brackets are written as escapes: as they are, they do not make an address. */
    private static String filter(String name, String value) {
        return URLEncoder.encode("filter[" + name + "]", UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }
}
