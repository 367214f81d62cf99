package io.mizan.gateways.paypal;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpCall;
import io.mizan.gateways.http.HttpCalls;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Outcomes;
import io.mizan.gateways.http.Tokens;
import io.mizan.gateways.json.JsonDocument;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Calls PayPal's API under the account's access token. Knows no payments. Each call ends within its time; none is
 * repeated here, but for the one that PayPal refused because the token had ended before its time (401).
 */
final class PayPalClient {
    private static final Duration CERTIFICATE_BUDGET = Duration.ofSeconds(2);
    /** A chain of certificates is a few thousand bytes. */
    private static final int LONGEST_CERTIFICATE = 1 << 16;

    private static final String JSON = "application/json";
    private static final GatewayResult NOT_IN_TIME =
            new GatewayResult.Retryable(FailureCategory.NETWORK, Optional.empty());

    private final PayPalSettings settings;
    private final HttpCalls calls;
    private final Tokens tokens;

    /** What a call came to: a reply, or nothing because no token was to be had, so that it was never sent. */
    sealed interface Outcome {
        record Replied(HttpReply reply) implements Outcome {}

        record NotSent(GatewayResult why) implements Outcome {}
    }

    PayPalClient(PayPalSettings settings, Clock clock) {
        this.settings = settings;
        this.calls = new HttpCalls(settings.times().connect(), "Mizan/1.0");
        this.tokens = new Tokens(this::fetchToken, clock);
    }

    Budget newBudget() {
        return new Budget(settings.times().budget());
    }

    /** @param requestId under which a repeat is answered as the first was ({@code PayPal-Request-Id}) */
    Outcome post(String path, String body, String requestId, Budget budget) {
        return call(
                HttpCall.post(at(path), JSON, body.getBytes(StandardCharsets.UTF_8))
                        .header("PayPal-Request-Id", requestId)
                        .header("Prefer", "return=representation"),
                budget);
    }

    Outcome get(String path, Budget budget) {
        return call(HttpCall.get(at(path)), budget);
    }

    /** A signing certificate; without a token, for it is public, and with little patience, for a sender waits. */
    Optional<byte[]> certificate(URI address) {
        var reply = calls.send(HttpCall.get(address), new Budget(CERTIFICATE_BUDGET));
        return reply instanceof HttpReply.Answered answer
                        && answer.status() == 200
                        && answer.body().length <= LONGEST_CERTIFICATE
                ? Optional.of(answer.body())
                : Optional.empty();
    }

    private Outcome call(HttpCall call, Budget budget) {
        var outcome = once(call, budget);
        return outcome.isRefused() ? once(call, budget).outcome : outcome.outcome;
    }

    /** A try with the token of now; one that PayPal refused is not used again. */
    private Try once(HttpCall call, Budget budget) {
        var grant = tokens.current();
        if (grant instanceof Tokens.Grant.NotIssued none) {
            return new Try(new Outcome.NotSent(none.why()));
        }
        if (budget.left().compareTo(settings.times().budget().dividedBy(10)) < 0) {
            // Waiting for the token took the time of the call: sent now, nobody would be there to hear its answer.
            return new Try(new Outcome.NotSent(NOT_IN_TIME));
        }
        var token = ((Tokens.Grant.Issued) grant).token();
        var tried = new Try(new Outcome.Replied(calls.send(call.header("Authorization", "Bearer " + token), budget)));
        if (tried.isRefused()) {
            tokens.invalidate(token);
        }
        return tried;
    }

    private record Try(Outcome outcome) {
        boolean isRefused() {
            return outcome instanceof Outcome.Replied replied
                    && replied.reply() instanceof HttpReply.Answered answer
                    && answer.status() == 401;
        }
    }

    private Tokens.Grant fetchToken() {
        var credentials = settings.clientId() + ":" + settings.clientSecret();
        var reply = calls.send(
                HttpCall.post(
                                at("/v1/oauth2/token"),
                                "application/x-www-form-urlencoded",
                                "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII))
                        .header(
                                "Authorization",
                                "Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8))),
                newBudget());
        if (reply instanceof HttpReply.Answered answer
                && answer.status() >= 400
                && answer.status() < 500
                && answer.status() != 429) {
            return new Tokens.Grant.NotIssued(new GatewayResult.Declined(
                    FailureCategory.AUTHENTICATION, PayPalError.in(answer).word()));
        }
        return Outcomes.of(PayPalGateway.NAME, reply)
                .<Tokens.Grant>map(failure -> new Tokens.Grant.NotIssued(neverSent(failure)))
                .orElseGet(() -> issued((HttpReply.Answered) reply));
    }

    /** Whatever became of the asking for a token, the call that needed it was not sent, so it may be. */
    private static GatewayResult neverSent(GatewayResult failure) {
        return failure instanceof GatewayResult.Retryable
                ? failure
                : new GatewayResult.Retryable(FailureCategory.GATEWAY_ERROR, Optional.empty());
    }

    private static Tokens.Grant issued(HttpReply.Answered answer) {
        try {
            var document = JsonDocument.parse(answer.body());
            var token = document.requiredText("access_token");
            var seconds = document.requiredNumber("expires_in");
            if (!token.matches("[!-~]{1,4000}")
                    || seconds < 1
                    || seconds > Duration.ofDays(365).toSeconds()) {
                throw new IllegalArgumentException("not a token");
            }
            return new Tokens.Grant.Issued(token, Duration.ofSeconds(seconds));
        } catch (IllegalArgumentException unreadable) {
            return new Tokens.Grant.NotIssued(
                    new GatewayResult.Retryable(FailureCategory.GATEWAY_ERROR, Optional.empty()));
        }
    }

    private URI at(String path) {
        return URI.create(settings.apiBase() + path);
    }
}
