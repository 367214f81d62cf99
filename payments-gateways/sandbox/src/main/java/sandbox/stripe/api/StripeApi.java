package sandbox.stripe.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import sandbox.api.Answer;
import sandbox.api.BadDays;
import sandbox.api.Reaction;
import sandbox.database.Database;
import sandbox.stripe.StripeAccount;
import sandbox.stripe.checkout.Checkouts;
import sandbox.stripe.event.Cause;
import sandbox.stripe.event.EventLog;
import sandbox.stripe.payment.Ids;
import sandbox.stripe.payment.PaymentRefused;

/**
 * The way of every request: key, operation, parameters, misbehaviour, idempotency, work, expansion. The work, its events
 * and what its idempotency key remembers are one transaction.
 */
@ApplicationScoped
class StripeApi {
    private static final Logger LOG = Logger.getLogger(StripeApi.class.getName());

    @Inject
    StripeAccount account;

    @Inject
    Operations operations;

    @Inject
    Expansion expansion;

    @Inject
    IdempotencyKeys keys;

    @Inject
    BadDays badDays;

    @Inject
    Checkouts checkouts;

    @Inject
    Database database;

    @Inject
    Ids ids;

    Reaction react(Request request) {
        var requestId = ids.request();
        var reaction = reactionTo(request, requestId);
        if (reaction instanceof Reaction.Answered answered) {
            return new Reaction.Answered(withCommonHeaders(answered.answer(), request, requestId));
        }
        return reaction;
    }

    private Reaction reactionTo(Request request, String requestId) {
        try {
            Authentication.check(request.authorization(), account.secretKey());
            var found = operations.find(request.method(), request.path());
            var parameters = Parameters.parse(request.encoded());
            found.operation().shape().check(parameters);
            var call = new BadDays.Call(StripeAccount.GATEWAY, found.operation().name(), namesIn(found, parameters));
            return badDays.react(
                    call,
                    StripeError.rateLimited().answer().with("Stripe-Should-Retry", "true"),
                    StripeError.serverError().answer(),
                    () -> work(request, found, parameters, requestId));
        } catch (StripeError error) {
            return new Reaction.Answered(error.answer());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "event=stripe.request.failed request_id=" + requestId, e);
            return new Reaction.Answered(StripeError.serverError().answer());
        }
    }

    /**
     * The names of the checkout that a request is about, by the id in its path or, for refunds, among its parameters; a
     * session that is being created has its reference only.
     */
    private Set<String> namesIn(Operations.Found found, Parameters parameters) {
        return Optional.of(found.id())
                .filter(id -> !id.isEmpty())
                .or(() -> RefundOperations.payment(parameters))
                .map(id -> checkouts.holdingAnything(id).map(EventLog::names).orElse(Set.of(id)))
                .orElseGet(() ->
                        parameters.text("client_reference_id").map(Set::of).orElse(Set.of()));
    }

    private Answer work(Request request, Operations.Found found, Parameters parameters, String requestId) {
        if (!request.method().equals("POST") || request.idempotencyKey().isEmpty()) {
            return performed(request, found, parameters, requestId);
        }
        var use = IdempotencyKeys.Use.of(
                request.account().orElse(StripeAccount.ID),
                request.idempotencyKey().get(),
                request.method(),
                request.path(),
                parameters);
        keys.claim(use);
        try {
            var first = keys.first(use);
            if (first.isPresent()) {
                return Answer.of(first.get().status(), first.get().body())
                        .with("Idempotent-Replayed", "true")
                        .with("Original-Request", first.get().requestId());
            }
            return remembered(use, request, found, parameters, requestId);
        } finally {
            keys.release(use);
        }
    }

    private Answer remembered(
            IdempotencyKeys.Use use, Request request, Operations.Found found, Parameters parameters, String requestId) {
        try {
            return database.transaction(() -> {
                var answer = performed(request, found, parameters, requestId);
                keys.remember(use, answer.status(), answer.body(), requestId);
                return answer;
            });
        } catch (StripeError error) {
            if (error.executed()) {
                keys.remember(use, error.status(), error.document().toString(), requestId);
            }
            throw error;
        }
    }

    private Answer performed(Request request, Operations.Found found, Parameters parameters, String requestId) {
        var cause = new Cause(Optional.of(requestId), request.idempotencyKey());
        try {
            var document = found.operation().action().apply(new Call(found.id(), parameters, cause));
            return Answer.of(
                    200, expansion.expand(document, parameters.texts("expand")).toString());
        } catch (PaymentRefused refused) {
            throw StripeError.refused(refused.code(), refused.getMessage());
        }
    }

    private static Answer withCommonHeaders(Answer answer, Request request, String requestId) {
        var common = answer.with("Request-Id", requestId)
                .with("Stripe-Version", request.version().orElse(StripeAccount.API_VERSION));
        return request.idempotencyKey()
                .map(key -> common.with("Idempotency-Key", key))
                .orElse(common);
    }
}
