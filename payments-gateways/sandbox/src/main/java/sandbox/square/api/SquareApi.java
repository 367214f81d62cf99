package sandbox.square.api;

import static sandbox.square.book.SquareJson.array;
import static sandbox.square.book.SquareJson.object;
import static sandbox.square.book.SquareJson.required;
import static sandbox.square.book.SquareJson.requiredNumber;
import static sandbox.square.book.SquareJson.requiredObject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sandbox.api.Answer;
import sandbox.api.BadDays;
import sandbox.api.Reaction;
import sandbox.square.SquareAccount;
import sandbox.square.book.Checkout;
import sandbox.square.book.Checkouts;
import sandbox.square.book.NewLink;
import sandbox.square.book.SquareError;
import sandbox.square.book.SquareJson;
import sandbox.store.FirstAnswers;

/** The way of every request: token, operation, misbehaviour, idempotency, work. */
@ApplicationScoped
public class SquareApi {
    private static final Logger LOG = Logger.getLogger(SquareApi.class.getName());
    private static final String LINKS = "online-checkout/payment-links";
    private static final Duration KEYS_KEPT = Duration.ofDays(1);
    private static final int PAGE = 100;

    @Inject
    SquareAccount account;

    @Inject
    Checkouts checkouts;

    @Inject
    FirstAnswers firstAnswers;

    @Inject
    BadDays badDays;

    /**
     * An operation.
     *
     * @param path below {@code /v2}, a star for the id in it
     * @param work what it does, of the id in its path and its body
     */
    private record Operation(String name, String method, String path, Function<Request, Answer> work) {
        Optional<String> idIn(String calledMethod, String called) {
            if (!method.equals(calledMethod)) {
                return Optional.empty();
            }
            if (!path.endsWith("*")) {
                return called.equals(path) ? Optional.of("") : Optional.empty();
            }
            var start = path.substring(0, path.length() - 1);
            return called.startsWith(start) && !called.substring(start.length()).contains("/")
                    ? Optional.of(called.substring(start.length())).filter(id -> !id.isEmpty())
                    : Optional.empty();
        }
    }

    private record Request(String id, String text) {
        JsonObject body() {
            return SquareJson.read(text);
        }
    }

    private List<Operation> operations() {
        return List.of(
                new Operation("create_link", "POST", LINKS, this::createLink),
                new Operation("list_links", "GET", LINKS, request -> list("payment_links", Checkouts.LINK)),
                new Operation("retrieve_link", "GET", LINKS + "/*", this::retrieveLink),
                new Operation("delete_link", "DELETE", LINKS + "/*", this::deleteLink),
                new Operation("retrieve_order", "GET", "orders/*", request -> shown(Checkouts.ORDER, request.id)),
                new Operation("list_payments", "GET", "payments", request -> list("payments", Checkouts.PAYMENT)),
                new Operation("retrieve_payment", "GET", "payments/*", request -> shown(Checkouts.PAYMENT, request.id)),
                new Operation("create_refund", "POST", "refunds", this::createRefund),
                new Operation("list_refunds", "GET", "refunds", request -> list("refunds", Checkouts.REFUND)),
                new Operation("retrieve_refund", "GET", "refunds/*", request -> shown(Checkouts.REFUND, request.id)),
                new Operation("list_locations", "GET", "locations", request -> locations()),
                new Operation("retrieve_location", "GET", "locations/*", this::retrieveLocation));
    }

    /** The names by which rules may mean them. */
    public List<String> names() {
        return operations().stream().map(Operation::name).toList();
    }

    Reaction react(String method, String path, String body, Optional<String> authorization) {
        try {
            requireToken(authorization);
            for (var operation : operations()) {
                var id = operation.idIn(method, path);
                if (id.isPresent()) {
                    return perform(operation, new Request(id.get(), body));
                }
            }
            throw SquareError.notFound("Resource", path);
        } catch (SquareError error) {
            return new Reaction.Answered(error.answer());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "event=square.request.failed path=" + path, e);
            return new Reaction.Answered(SquareError.serverError().answer());
        }
    }

    private Reaction perform(Operation operation, Request request) {
        return badDays.react(
                new BadDays.Call(SquareAccount.GATEWAY, operation.name, namesIn(request)),
                SquareError.rateLimited().answer(),
                SquareError.serverError().answer(),
                () -> operation.work.apply(request));
    }

    /** The names of the checkout that a request is about; of a link that is being created, those that its order bears. */
    private Collection<String> namesIn(Request request) {
        if (!request.id.isEmpty()) {
            return checkouts.ofAnything(request.id).map(Checkout::names).orElse(Set.of(request.id));
        }
        if (request.text.isBlank()) {
            return Set.of();
        }
        var body = request.body();
        return SquareJson.text(body, "payment_id")
                .flatMap(checkouts::ofAnything)
                .map(Checkout::names)
                .orElseGet(() -> body.get("order") instanceof JsonObject order
                        ? Stream.concat(
                                        SquareJson.text(order, "reference_id").stream(),
                                        SquareJson.metadata(order).values().stream())
                                .collect(Collectors.toSet())
                        : Set.of());
    }

    private void requireToken(Optional<String> authorization) {
        var expected = ("Bearer " + account.accessToken()).getBytes(StandardCharsets.UTF_8);
        if (authorization
                .filter(given -> MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8)))
                .isEmpty()) {
            throw SquareError.unauthorized();
        }
    }

    private Answer createLink(Request request) {
        return once(request, "links", 192, body -> {
            var opened = checkouts.open(NewLink.read(body, account));
            return answered(object().add("payment_link", opened.link().orElseThrow())
                    .add("related_resources", object().add("orders", array().add(opened.order())))
                    .build());
        });
    }

    private Answer retrieveLink(Request request) {
        var link = checkouts
                .ofLink(request.id)
                .flatMap(Checkout::link)
                .orElseThrow(() -> SquareError.notFound("Payment link", request.id));
        return answered(object().add("payment_link", link).build());
    }

    private Answer deleteLink(Request request) {
        var answer = object().add("id", request.id);
        checkouts.delete(request.id).ifPresent(order -> answer.add("cancelled_order_id", order));
        return answered(answer.build());
    }

    private Answer createRefund(Request request) {
        return once(request, "refunds", 45, body -> {
            var amount = requiredObject(body, "amount_money");
            var refund = checkouts.refund(
                    required(body, "payment_id", 192),
                    requiredNumber(amount, "amount"),
                    required(amount, "currency", 3),
                    body.containsKey("reason") ? Optional.of(required(body, "reason", 192)) : Optional.empty());
            return answered(object().add("refund", refund).build());
        });
    }

    /** Does it once for each key of the body. */
    private Answer once(Request request, String scope, int longestKey, Function<JsonObject, Answer> work) {
        var body = request.body();
        var key = required(body, "idempotency_key", longestKey);
        return firstAnswers.answer(
                new FirstAnswers.Use(SquareAccount.GATEWAY, scope, key, body.toString(), KEYS_KEPT),
                () -> SquareError.invalid("IDEMPOTENCY_KEY_REUSED", "The key was used before with other parameters.")
                        .answer(),
                () -> work.apply(body));
    }

    private Answer shown(String kind, String id) {
        var document = checkouts.document(kind, id).orElseThrow(() -> SquareError.notFound(kind, id));
        return answered(object().add(kind, document).build());
    }

    private Answer list(String name, String kind) {
        var documents = array();
        checkouts.latestDocuments(kind, PAGE).forEach(documents::add);
        return answered(object().add(name, documents).build());
    }

    private Answer locations() {
        return answered(object().add("locations", array().add(location())).build());
    }

    private Answer retrieveLocation(Request request) {
        if (!request.id.equals(account.location())) {
            throw SquareError.notFound("Location", request.id);
        }
        return answered(object().add("location", location()).build());
    }

    private JsonObject location() {
        return object().add("id", account.location())
                .add("name", "Mizan Demo Shop")
                .add("status", "ACTIVE")
                .add("currency", account.currency())
                .add("merchant_id", SquareAccount.MERCHANT)
                .build();
    }

    private static Answer answered(JsonObject document) {
        return Answer.of(200, document.toString()).with("square-version", SquareAccount.VERSION);
    }
}
