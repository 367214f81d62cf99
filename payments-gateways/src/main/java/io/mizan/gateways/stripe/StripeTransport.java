package io.mizan.gateways.stripe;

import com.stripe.Stripe;
import com.stripe.exception.StripeException;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpCall;
import io.mizan.gateways.http.HttpCalls;
import io.mizan.gateways.http.HttpReply;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries the library's requests over {@link HttpCalls}. The library's own transport would limit each read and not the
 * whole call, so that a server that sends a byte now and then holds the thread for ever; and it sends a POST again by
 * itself when a pooled connection turns out dead.
 *
 * <p>The library's telemetry headers (what the last call took, what machine this is) are left out here, which needs no
 * static switch of it.
 */
final class StripeTransport extends com.stripe.net.HttpClient {
    private static final String USER_AGENT = "Mizan/1.0 stripe-java/" + Stripe.VERSION;
    private static final Set<String> TELEMETRY = caseless("X-Stripe-Client-Telemetry", "X-Stripe-Client-User-Agent");

    private final HttpCalls http;

    StripeTransport(Duration connectTimeout) {
        http = new HttpCalls(connectTimeout, USER_AGENT);
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

        NotReached(String cause) {
            super(cause, null, null, null);
        }
    }

    /** It may have been sent, and no whole answer came. */
    static final class Unanswered extends StripeException {
        private static final long serialVersionUID = 1L;

        Unanswered(String cause) {
            super(cause, null, null, null);
        }
    }

    /** The read time-out in the request's options is the time of the whole call. */
    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        var budget = new Budget(Duration.ofMillis(request.options().getReadTimeout()));
        var reply = http.send(toHttp(request), budget);
        if (reply instanceof HttpReply.NotReached notReached) {
            throw new NotReached(notReached.cause());
        }
        if (reply instanceof HttpReply.Unanswered unanswered) {
            throw new Unanswered(unanswered.cause());
        }
        var answer = (HttpReply.Answered) reply;
        var response =
                new StripeResponse(answer.status(), com.stripe.net.HttpHeaders.of(answer.headers()), answer.text());
        if (!answer.isSuccess()) {
            throw new Refused(response);
        }
        return response;
    }

    private static HttpCall toHttp(StripeRequest request) {
        try {
            var address = request.url().toURI();
            var method = request.method().name();
            var call = request.content() == null
                    ? HttpCall.of(method, address)
                    : HttpCall.of(method, address)
                            .with(
                                    request.content().contentType(),
                                    request.content().byteArrayContent());
            for (var header : request.headers().map().entrySet()) {
                if (!TELEMETRY.contains(header.getKey())) {
                    for (var value : header.getValue()) {
                        call = call.header(header.getKey(), value);
                    }
                }
            }
            return call;
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not an address of Stripe's API", e);
        }
    }

    private static Set<String> caseless(String... names) {
        var set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(Set.of(names));
        return set;
    }
}
