package sandbox.paypal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sandbox.api.Answer;
import sandbox.api.BadDays;
import sandbox.api.Reaction;
import sandbox.database.Database;
import sandbox.paypal.PayPalAccount;
import sandbox.paypal.order.PayPalRefused;
import sandbox.paypal.store.Orders;
import sandbox.paypal.wire.Documents;
import sandbox.paypal.wire.Json;
import sandbox.paypal.wire.OrderRequest;

/** The way of every request: token, operation, misbehaviour, request id, work. */
@ApplicationScoped
class PayPalApi {
    private static final Logger LOG = Logger.getLogger(PayPalApi.class.getName());

    @Inject
    AccessTokens tokens;

    @Inject
    Operations operations;

    @Inject
    RequestIds requestIds;

    @Inject
    Orders orders;

    @Inject
    Documents documents;

    @Inject
    BadDays badDays;

    @Inject
    Database database;

    Reaction react(Request request) {
        var debugId = orders.ids().debug();
        var operation = Operation.of(request);
        if (operation.isEmpty()) {
            return answered(refusal(PayPalRefused.notFound(), request, debugId));
        }
        if (operation.get() != Operation.TOKEN && !tokens.isValid(request.authorization())) {
            return answered(Answer.of(
                    401,
                    "{\"error\":\"invalid_token\",\"error_description\":\"Token signature verification failed\"}"));
        }
        var call = new BadDays.Call(PayPalAccount.GATEWAY, operation.get().code(), names(operation.get(), request));
        return badDays.react(
                call,
                refusal(new PayPalRefused(429, "RATE_LIMIT_REACHED", ""), request, debugId),
                refusal(new PayPalRefused(500, "INTERNAL_SERVER_ERROR", ""), request, debugId),
                () -> answer(operation.get(), request, debugId));
    }

    private Answer answer(Operation operation, Request request, String debugId) {
        try {
            var answer = operation == Operation.TOKEN ? token(request) : worked(operation, request);
            // Of an authorization that was given up there is nothing short to tell.
            var told = operation == Operation.VOID_AUTHORIZATION && !request.representation()
                    ? Answer.of(204, "")
                    : answer;
            return told.with("Paypal-Debug-Id", debugId);
        } catch (PayPalRefused refused) {
            return refusal(refused, request, debugId);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "event=paypal.request.failed debug_id=" + debugId, e);
            return refusal(new PayPalRefused(500, "INTERNAL_SERVER_ERROR", ""), request, debugId);
        }
    }

    private Answer token(Request request) {
        if (!request.text().equals("grant_type=client_credentials")) {
            return Answer.of(400, "{\"error\":\"unsupported_grant_type\"}");
        }
        return tokens.issue(request.authorization())
                .map(token -> Answer.of(
                        200,
                        Json.object()
                                .add("scope", "https://uri.paypal.com/services/payments/payment")
                                .add("access_token", token)
                                .add("token_type", "Bearer")
                                .add("expires_in", AccessTokens.LIFE.toSeconds())
                                .build()
                                .toString()))
                .orElseGet(() -> Answer.of(
                        401, "{\"error\":\"invalid_client\",\"error_description\":\"Client Authentication failed\"}"));
    }

    private Answer worked(Operation operation, Request request) {
        request.mock().flatMap(PayPalApi::mocked).ifPresent(issue -> {
            throw PayPalRefused.of(issue);
        });
        if (!operation.isWrite() || request.requestId().isEmpty()) {
            if (operation == Operation.CREATE_ORDER && new OrderRequest(request.body()).hasPaymentSource()) {
                throw PayPalRefused.invalid("PAYPAL_REQUEST_ID_REQUIRED");
            }
            return answer(operations.work(operation, request), request);
        }
        // An earlier request under this id is answered with what has become of it since.
        var earlier = requestIds.known(operation, request);
        if (earlier.isPresent()) {
            return Answer.of(200, shown(operations.show(earlier.get()), request));
        }
        return answer(
                database.transaction(() -> {
                    var done = operations.work(operation, request);
                    if (done.refused().isEmpty()) {
                        requestIds.remember(request, done);
                    }
                    return done;
                }),
                request);
    }

    private Answer answer(Done done, Request request) {
        done.refused().ifPresent(issue -> {
            throw PayPalRefused.of(issue);
        });
        var document = operations.show(done);
        return done.isNew() ? Answer.of(201, shown(document, request)) : Answer.of(200, document.toString());
    }

    private static String shown(JsonObject document, Request request) {
        return (request.representation() ? document : Documents.minimal(document)).toString();
    }

    private Answer refusal(PayPalRefused refused, Request request, String debugId) {
        return Answer.of(
                        refused.status(),
                        documents
                                .error(refused, debugId, orders.find(request.id()))
                                .toString())
                .with("Paypal-Debug-Id", debugId);
    }

    /** The names of the order that a request is about; one that is being created has those that it brings. */
    private Set<String> names(Operation operation, Request request) {
        if (operation != Operation.CREATE_ORDER) {
            return orders.namesOf(request.id());
        }
        try {
            var asked = new OrderRequest(request.body());
            return Stream.of(asked.referenceId(), asked.customId())
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
        } catch (PayPalRefused unreadable) {
            return Set.of();
        }
    }

    /** {@code {"mock_application_codes":"INSTRUMENT_DECLINED"}} ("Negative testing"). */
    private static Optional<String> mocked(String header) {
        return Json.text(Json.parse(header), "mock_application_codes");
    }

    private static Reaction answered(Answer answer) {
        return new Reaction.Answered(answer);
    }
}
