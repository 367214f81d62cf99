package io.mizan.gateways.stripe;

import com.stripe.exception.StripeException;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.RawRequestOptions;
import com.stripe.net.StripeResponse;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpReply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Calls Stripe's API through stripe-java: its authentication, version and idempotency headers over our transport. Knows
 * no payments. Each call ends within its time; none is repeated here, and what comes of it is a value.
 *
 * <p>The library pins the API's version to its own release, {@link com.stripe.Stripe#API_VERSION}; a test holds it to
 * the one that {@code wire} was written for, so that a new release is read before it is used.
 */
final class StripeClient {
    private final com.stripe.StripeClient stripe;
    private final Duration callBudget;

    StripeClient(StripeSettings settings) {
        stripe = com.stripe.StripeClient.builder()
                .setApiKey(settings.secretKey())
                .setApiBase(settings.apiBase().toString())
                .setMaxNetworkRetries(0)
                .setHttpClient(new StripeTransport(settings.times().connect()))
                .build();
        callBudget = settings.times().budget();
    }

    Budget newBudget() {
        return new Budget(callBudget);
    }

    /** @param form the body, as it goes on the wire */
    StripeReply post(String path, String form, String idempotencyKey, Budget budget) {
        return call(
                RequestMethod.POST, path, form, RawRequestOptions.builder().setIdempotencyKey(idempotencyKey), budget);
    }

    /** @param path with its query */
    StripeReply get(String path, Budget budget) {
        return call(RequestMethod.GET, path, null, RawRequestOptions.builder(), budget);
    }

    private StripeReply call(
            RequestMethod method,
            String path,
            String form,
            RawRequestOptions.RawRequestOptionsBuilder options,
            Budget budget) {
        var left = budget.left().toMillis();
        if (left <= 0) {
            return new StripeReply.Unanswered("no time left");
        }
        try {
            return answered(stripe.rawRequest(
                    method, path, form, options.setReadTimeout((int) left).build()));
        } catch (StripeTransport.Refused e) {
            return answered(e.response());
        } catch (StripeTransport.NotReached e) {
            return new StripeReply.NotReached(e.getMessage());
        } catch (StripeTransport.Unanswered e) {
            return new StripeReply.Unanswered(e.getMessage());
        } catch (StripeException e) {
            throw new IllegalStateException("stripe-java refused to send a request", e);
        }
    }

    private static StripeReply answered(StripeResponse response) {
        var answer = new HttpReply.Answered(
                response.code(), response.headers().map(), response.body().getBytes(StandardCharsets.UTF_8));
        return new StripeReply.Answered(
                response.code(),
                answer.header("Request-Id").filter(id -> id.matches("[A-Za-z0-9_]{1,120}")),
                answer.retryAfter(),
                answer.date(),
                response.body());
    }
}
