package io.mizan.gateways.stripe;

import com.stripe.Stripe;
import com.stripe.exception.StripeException;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import io.mizan.halt.HaltPoint;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries the library's requests over {@link HttpClient}. The library's own transport would limit each read and not the
 * whole call, so that a server that sends a byte now and then holds the thread for ever; and it sends a POST again by
 * itself when a pooled connection turns out dead. This one gives up when the call's time is over, whatever the server
 * does, and sends once.
 *
 * <p>The library's telemetry headers (what the last call took, what machine this is) are left out here, which needs no
 * static switch of it.
 */
final class StripeTransport extends com.stripe.net.HttpClient {
    private static final String USER_AGENT = "Mizan/1.0 stripe-java/" + Stripe.VERSION;
    private static final Set<String> TELEMETRY = caseless("X-Stripe-Client-Telemetry", "X-Stripe-Client-User-Agent");

    private final HttpClient http;

    StripeTransport(Duration connectTimeout) {
        // Redirects are not followed: an answer from elsewhere is not Stripe's.
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout)
                .build();
    }

    /** An answer other than 2xx, kept from the library's parser, which fails on bodies that are not Stripe's. */
    static final class Refused extends StripeException {
        private static final long serialVersionUID = 1L;
        private final transient StripeResponse response;

        Refused(StripeResponse response) {
            super("Stripe answered " + response.code(), response.requestId(), null, response.code());
            this.response = response;
        }

        StripeResponse response() {
            return response;
        }
    }

    /** No connection came about, so nothing was sent. */
    static final class NotReached extends StripeException {
        private static final long serialVersionUID = 1L;

        NotReached(Throwable cause) {
            super("Stripe was not reached", null, null, null, cause);
        }
    }

    /** It may have been sent, and no whole answer came. */
    static final class Unanswered extends StripeException {
        private static final long serialVersionUID = 1L;

        Unanswered(String message, Throwable cause) {
            super(message, null, null, null, cause);
        }
    }

    private static HttpResponse.BodySubscriber<byte[]> body(HttpResponse.ResponseInfo answer) {
        HaltPoint.GATEWAY_ACTED.pass();
        return HttpResponse.BodySubscribers.ofByteArray();
    }

    /** The read time-out in the request's options is the time of the whole call. */
    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        var pending = http.sendAsync(toHttp(request), StripeTransport::body);
        try {
            var answer = toStripe(pending.get(request.options().getReadTimeout(), TimeUnit.MILLISECONDS));
            if (answer.code() < 200 || answer.code() >= 300) {
                throw new Refused(answer);
            }
            return answer;
        } catch (TimeoutException e) {
            throw new Unanswered("no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unanswered("interrupted", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            pending.cancel(true);
        }
    }

    /**
     * Only what certainly happened before the first byte of the request counts as not reached. A failed TLS handshake
     * does not: TLS 1.3 reports some failures after data was sent.
     */
    private static StripeException failure(Throwable cause) {
        if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
            return new NotReached(cause);
        }
        if (cause instanceof IOException) {
            return new Unanswered("connection broke: " + cause.getClass().getSimpleName(), cause);
        }
        throw new IllegalStateException("a request to Stripe could not be sent", cause);
    }

    private static HttpRequest toHttp(StripeRequest request) {
        try {
            var http = HttpRequest.newBuilder(request.url().toURI());
            request.headers().map().forEach((name, values) -> {
                if (!TELEMETRY.contains(name)) {
                    values.forEach(value -> http.header(name, value));
                }
            });
            http.header("User-Agent", USER_AGENT);
            if (request.content() == null) {
                return http.method(request.method().name(), HttpRequest.BodyPublishers.noBody())
                        .build();
            }
            return http.header("Content-Type", request.content().contentType())
                    .method(
                            request.method().name(),
                            HttpRequest.BodyPublishers.ofByteArray(
                                    request.content().byteArrayContent()))
                    .build();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not an address of Stripe's API", e);
        }
    }

    private static StripeResponse toStripe(HttpResponse<byte[]> answer) {
        return new StripeResponse(
                answer.statusCode(),
                com.stripe.net.HttpHeaders.of(new TreeMap<>(answer.headers().map())),
                new String(answer.body(), StandardCharsets.UTF_8));
    }

    private static Set<String> caseless(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
