package io.mizan.gateways.http;

import io.mizan.halt.HaltPoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries calls over {@link HttpClient}. A call is given up when its time is over, whatever the server does (a client
 * that limits each read is held for ever by one that sends a byte now and then); it is sent once; and an answer of more
 * than {@link BoundedBody#MOST} is no answer.
 */
public final class HttpCalls {
    /** One client, with its pool of connections, for all adapters that wait equally long for a connection. */
    private static final Map<Duration, HttpClient> CLIENTS = new ConcurrentHashMap<>();

    private final HttpClient http;
    private final String userAgent;

    public HttpCalls(Duration connectTimeout, String userAgent) {
        this.http = CLIENTS.computeIfAbsent(connectTimeout, HttpCalls::client);
        this.userAgent = userAgent;
    }

    private static HttpClient client(Duration connectTimeout) {
        // Redirects are not followed: an answer from elsewhere is not the provider's.
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    /** Sends it once; never later than the budget is used up, and not at all if it is used up already. */
    public HttpReply send(HttpCall call, Budget budget) {
        var left = budget.left();
        if (left.isNegative() || left.isZero()) {
            return new HttpReply.Unanswered("no time left");
        }
        var pending = http.sendAsync(request(call), HttpCalls::body);
        try {
            var answer = pending.get(left.toNanos(), TimeUnit.NANOSECONDS);
            return new HttpReply.Answered(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (TimeoutException e) {
            return new HttpReply.Unanswered("no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new HttpReply.Unanswered("interrupted");
        } catch (ExecutionException e) {
            return failure(e.getCause());
        } finally {
            pending.cancel(true);
        }
    }

    private static HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo answer) {
        HaltPoint.GATEWAY_ACTED.pass();
        return new BoundedBody();
    }

    /**
     * Only what certainly happened before the first byte of the request counts as not reached. A failed TLS handshake
     * does not: TLS 1.3 reports some failures after data was sent.
     */
    private static HttpReply failure(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
            return new HttpReply.NotReached(cause.getClass().getSimpleName());
        }
        if (cause instanceof IOException) {
            return new HttpReply.Unanswered(
                    "connection broke: " + cause.getClass().getSimpleName());
        }
        throw new IllegalStateException("a request could not be sent", cause);
    }

    private HttpRequest request(HttpCall call) {
        var request = HttpRequest.newBuilder(call.address()).header("User-Agent", userAgent);
        call.headers().forEach(header -> request.header(header.name(), header.value()));
        var body = call.body().length == 0
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(call.body());
        return request.method(call.method(), body).build();
    }
}
