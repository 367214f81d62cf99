package sandbox.razorpay.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import sandbox.api.Answer;
import sandbox.api.BadDays;
import sandbox.api.Reaction;
import sandbox.clock.SimulatedClock;
import sandbox.razorpay.RazorpayAccount;
import sandbox.razorpay.order.Order;
import sandbox.razorpay.order.Orders;
import sandbox.razorpay.order.RazorpayJson;
import sandbox.razorpay.order.Refused;
import sandbox.store.FirstAnswers;

/** The API: key, operation, misbehaviour, work. Nearly everything that is wrong is a 400. */
@ApplicationScoped
public class RazorpayApi {
    private static final Logger LOG = Logger.getLogger(RazorpayApi.class.getName());
    private static final String BAD_REQUEST = "BAD_REQUEST_ERROR";
    private static final String INVALID = "input_validation_failed";
    private static final int LONGEST_RECEIPT = 40;
    private static final int MOST_NOTES = 15;
    private static final long LEAST_RUPEES = 100;
    private static final Duration LONGEST_HOLD = Duration.ofDays(5);
    private static final Duration KEPT = Duration.ofDays(1);

    @Inject
    RazorpayAccount account;

    @Inject
    Orders orders;

    @Inject
    FirstAnswers firstAnswers;

    @Inject
    BadDays badDays;

    @Inject
    SimulatedClock clock;

    /**
     * A request as it came in.
     *
     * @param path behind {@code /v1/}, without its query
     */
    record Request(
            String method,
            String path,
            Optional<String> receipt,
            String text,
            Optional<String> authorization,
            Optional<String> refundKey) {
        JsonObject body() {
            return RazorpayJson.parse(text)
                    .orElseThrow(() -> new Refused("invalid_request", "The request body is not JSON."));
        }
    }

    /** The names by which rules mean its operations. */
    public static List<String> operations() {
        return Stream.of(Operation.values()).map(Operation::code).toList();
    }

    Reaction react(Request request) {
        if (!isKnown(request.authorization)) {
            return new Reaction.Answered(Answer.of(401, RazorpayJson.error(BAD_REQUEST, "Authentication failed", "")));
        }
        var found = Operation.find(request.method, request.path);
        if (found.isEmpty()) {
            return new Reaction.Answered(Answer.of(
                    400, RazorpayJson.error(BAD_REQUEST, "The requested URL was not found on the server.", "")));
        }
        var call = new BadDays.Call(
                RazorpayAccount.GATEWAY, found.get().operation().code(), names(found.get(), request));
        return badDays.react(
                call,
                Answer.of(429, RazorpayJson.error(BAD_REQUEST, "Too many requests", "")),
                Answer.of(500, RazorpayJson.error("SERVER_ERROR", "A simulated failure.", "server_error")),
                () -> answer(found.get(), request));
    }

    private Answer answer(Operation.Found found, Request request) {
        try {
            return worked(found, request);
        } catch (Refused refused) {
            return refusal(refused);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "event=razorpay.request.failed", e);
            return Answer.of(500, RazorpayJson.error("SERVER_ERROR", "A simulated failure.", "server_error"));
        }
    }

    private static Answer refusal(Refused refused) {
        return Answer.of(400, RazorpayJson.error(BAD_REQUEST, refused.getMessage(), refused.reason()));
    }

    private Answer worked(Operation.Found found, Request request) {
        var id = found.id();
        return switch (found.operation()) {
            case CREATE_ORDER -> create(request.body());
            case LIST_ORDERS ->
                Answer.of(
                        200,
                        RazorpayJson.list(request.receipt.flatMap(orders::ofReceipt).stream()
                                .map(RazorpayJson::order)
                                .toList()));
            case GET_ORDER -> Answer.of(200, RazorpayJson.order(order(id)).toString());
            case LIST_PAYMENTS -> {
                var order = order(id);
                yield Answer.of(
                        200,
                        RazorpayJson.list(order.payments().stream()
                                .map(payment -> RazorpayJson.payment(order, payment))
                                .toList()));
            }
            case GET_PAYMENT -> {
                var order = orderOf(id);
                yield Answer.of(
                        200,
                        RazorpayJson.payment(order, order.payment(id).orElseThrow())
                                .toString());
            }
            case CAPTURE_PAYMENT -> capture(id, request.body());
            case REFUND_PAYMENT -> refund(id, request);
            case LIST_REFUNDS -> {
                var payment = orderOf(id).payment(id).orElseThrow();
                yield Answer.of(
                        200,
                        RazorpayJson.list(payment.refunds().stream()
                                .map(refund -> RazorpayJson.refund(payment, refund))
                                .toList()));
            }
        };
    }

    private Answer create(JsonObject body) {
        var amount = amount(body).orElseThrow(() -> invalid("amount: is required."));
        var currency = RazorpayJson.text(body, "currency")
                .filter(code -> code.matches("[A-Z]{3}"))
                .orElseThrow(() -> invalid("The currency is not supported."));
        if (amount < 1 || (currency.equals("INR") && amount < LEAST_RUPEES)) {
            throw new Refused("amount_less_than_minimum_amount", "Order amount less than minimum amount allowed");
        }
        var receipt = RazorpayJson.text(body, "receipt");
        if (receipt.filter(text -> text.length() > LONGEST_RECEIPT).isPresent()) {
            throw invalid("The receipt may not be greater than 40 characters.");
        }
        var notes = RazorpayJson.notes(body);
        if (notes.size() > MOST_NOTES) {
            throw invalid("The notes may not have more than 15 items.");
        }
        var payment = child(body, "payment");
        var options = child(payment, "capture_options");
        var manual =
                RazorpayJson.text(payment, "capture").filter("manual"::equals).isPresent();
        var held = minutes(options, "manual_expiry_period").orElse(LONGEST_HOLD);
        var order = new Order(
                orders.newId("order_"),
                receipt,
                notes.values().stream().findFirst().or(() -> receipt),
                notes,
                amount,
                currency,
                manual,
                minutes(options, "automatic_expiry_period").orElse(held),
                held,
                Optional.empty(),
                List.of(),
                clock.now());
        var made = orders.make(order, body.getBoolean("unique_receipt", false));
        return Answer.of(200, RazorpayJson.order(made).toString());
    }

    private Answer capture(String id, JsonObject body) {
        var amount = amount(body).orElseThrow(() -> invalid("amount: is required."));
        var currency = RazorpayJson.text(body, "currency").orElse("INR");
        return orders.change(orderOf(id).id(), course -> {
                    var captured = course.capture(id, amount, currency);
                    return Answer.of(
                            200, RazorpayJson.payment(course.order(), captured).toString());
                })
                .orElseThrow();
    }

    private Answer refund(String id, Request request) {
        var order = orderOf(id);
        if (request.refundKey.isEmpty()) {
            return refunded(id, order, request.body());
        }
        if (!request.refundKey.get().matches("[A-Za-z0-9_-]{10,255}")) {
            throw invalid("The idempotency key must be at least 10 characters.");
        }
        return firstAnswers.answer(
                new FirstAnswers.Use(
                        RazorpayAccount.GATEWAY, "refund", request.refundKey.get(), id + request.text, KEPT),
                () -> Answer.of(
                        409,
                        RazorpayJson.error(
                                BAD_REQUEST,
                                "Different request with the same idempotency key has already been processed.",
                                "")),
                () -> refunded(id, order, request.body()));
    }

    private Answer refunded(String id, Order order, JsonObject body) {
        var whole = order.payment(id).orElseThrow();
        var amount = amount(body).orElse(whole.amount() - whole.refunded());
        try {
            return orders.change(order.id(), course -> {
                        var refund =
                                course.refund(id, amount, RazorpayJson.text(body, "receipt"), RazorpayJson.notes(body));
                        return Answer.of(200, RazorpayJson.refund(whole, refund).toString());
                    })
                    .orElseThrow();
        } catch (Refused refused) {
            return refusal(refused);
        }
    }

    private static Optional<Long> amount(JsonObject body) {
        if (!(body.get("amount") instanceof JsonNumber number)) {
            return Optional.empty();
        }
        if (!number.isIntegral()) {
            throw invalid("The amount must be an integer.");
        }
        return Optional.of(number.longValueExact());
    }

    private static Optional<Duration> minutes(JsonObject options, String name) {
        return options.get(name) instanceof JsonNumber number
                ? Optional.of(Duration.ofMinutes(number.longValue()))
                : Optional.empty();
    }

    private Order order(String id) {
        return orders.find(id).orElseThrow(RazorpayApi::unknown);
    }

    private Order orderOf(String payment) {
        return orders.ofPayment(payment).orElseThrow(RazorpayApi::unknown);
    }

    private static Refused unknown() {
        return new Refused("", "The id provided does not exist");
    }

    private static Refused invalid(String description) {
        return new Refused(INVALID, description);
    }

    /** The names of the order that a request is about; one that is being created has those that it brings. */
    private Set<String> names(Operation.Found found, Request request) {
        return switch (found.operation()) {
            case CREATE_ORDER ->
                Set.copyOf(RazorpayJson.notes(RazorpayJson.parse(request.text).orElse(JsonObject.EMPTY_JSON_OBJECT))
                        .values());
            case LIST_ORDERS -> request.receipt.map(Set::of).orElse(Set.of());
            default -> orders.namesOf(found.id());
        };
    }

    private static JsonObject child(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject child ? child : JsonObject.EMPTY_JSON_OBJECT;
    }

    private boolean isKnown(Optional<String> authorization) {
        var key = (account.keyId() + ":" + account.keySecret()).getBytes(StandardCharsets.UTF_8);
        var expected = "Basic " + Base64.getEncoder().encodeToString(key);
        return authorization
                .filter(given -> MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}
