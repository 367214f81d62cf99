package io.mizan.gateways.stripe;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import com.stripe.exception.StripeException;
import com.stripe.net.ApiResource.RequestMethod;
import com.stripe.net.RawRequestOptions;
import com.stripe.net.StripeResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Calls Stripe's API through stripe-java: its authentication, version and idempotency headers over our transport. Knows
 * no payments. Each call ends within its time; none is repeated here, and what comes of it is a value.
 *
 * <p>The library pins the API's version to its own release, {@link com.stripe.Stripe#API_VERSION}; a test holds it to
 * the one that {@code wire} was written for, so that a new release is read before it is used.
 */
final class StripeClient {
    /** Longer waits than this say nothing that our own schedule does not. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final com.stripe.StripeClient stripe;
    private final Duration callBudget;

    StripeClient(StripeSettings settings) {
        stripe = com.stripe.StripeClient.builder()
                .setApiKey(settings.secretKey())
                .setApiBase(settings.apiBase().toString())
                .setMaxNetworkRetries(0)
                .setHttpClient(new StripeTransport(settings.connectTimeout()))
                .build();
        callBudget = settings.callBudget();
    }

    /** The time that calls made for one purpose may take together. */
    final class Budget {
        private final long started = System.nanoTime();

        private Budget() {}

        private Duration left() {
            return callBudget.minusNanos(System.nanoTime() - started);
        }
    }

    Budget newBudget() {
        return new Budget();
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
            return new StripeReply.NotReached(e.getCause().getClass().getSimpleName());
        } catch (StripeTransport.Unanswered e) {
            return new StripeReply.Unanswered(e.getMessage());
        } catch (StripeException e) {
            throw new IllegalStateException("stripe-java refused to send a request", e);
        }
    }

    private static StripeReply answered(StripeResponse response) {
        var headers = response.headers();
        return new StripeReply.Answered(
                response.code(),
                headers.firstValue("Request-Id").filter(id -> id.matches("[A-Za-z0-9_]{1,120}")),
                headers.firstValue("Retry-After").flatMap(StripeClient::wait),
                headers.firstValue("Date").flatMap(StripeClient::date),
                response.body());
    }

    /** Stripe writes seconds; a date, which a proxy may write, is passed over. */
    private static Optional<Duration> wait(String retryAfter) {
        if (!retryAfter.matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        var asked = Duration.ofSeconds(Long.parseLong(retryAfter));
        return Optional.of(asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT);
    }

    private static Optional<Instant> date(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
