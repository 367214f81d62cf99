package sandbox.btcpay;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import sandbox.api.Answer;
import sandbox.api.BadDays;
import sandbox.api.Reaction;
import sandbox.btcpay.invoice.Invoice;
import sandbox.btcpay.invoice.InvoiceCourse;
import sandbox.clock.SimulatedClock;

/**
 * The Greenfield API: key, operation, misbehaviour, work. There is no idempotency: whoever asks twice gets two invoices.
 * Paths of invoices are served with and without their store, as the server does.
 */
@ApplicationScoped
class BtcPayApi {
    private static final Logger LOG = Logger.getLogger(BtcPayApi.class.getName());
    private static final int MOST_FOUND = 50;

    @Inject
    BtcPayAccount account;

    @Inject
    Invoices invoices;

    @Inject
    BtcPayJson json;

    @Inject
    BadDays badDays;

    @Inject
    SimulatedClock clock;

    /**
     * A request as it came in.
     *
     * @param path behind {@code /api/v1/}, without its query
     */
    record Request(String method, String path, Optional<String> orderId, String text, Optional<String> authorization) {}

    /** A path that is served, and the id in it. */
    private record Found(Operation operation, String id) {}

    /** The calls that the simulator plays, under the names by which rules mean them. */
    enum Operation {
        CREATE_INVOICE,
        LIST_INVOICES,
        GET_INVOICE,
        MARK_INVOICE,
        REFUND_INVOICE,
        LIST_PULL_PAYMENTS,
        GET_PULL_PAYMENT,
        LIST_PAYOUTS;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Reaction react(Request request) {
        if (!isKnown(request.authorization())) {
            return new Reaction.Answered(Answer.of(401, BtcPayJson.error("unauthenticated")));
        }
        var found = find(request);
        if (found.isEmpty()) {
            return new Reaction.Answered(Answer.of(403, BtcPayJson.error("missing-permission")));
        }
        var call = new BadDays.Call(BtcPayAccount.GATEWAY, found.get().operation.code(), names(found.get(), request));
        return badDays.react(call, Answer.of(429, "{}"), Answer.of(500, "{}"), () -> answer(found.get(), request));
    }

    private Answer answer(Found found, Request request) {
        try {
            return worked(found, request);
        } catch (InvoiceCourse.Unfitting unfitting) {
            return Answer.of(400, BtcPayJson.error(unfitting.getMessage()));
        } catch (ArithmeticException | IllegalArgumentException noSuchAmount) {
            return Answer.of(422, BtcPayJson.invalid("amount"));
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "event=btcpay.request.failed", e);
            return Answer.of(500, "{}");
        }
    }

    private Answer worked(Found found, Request request) {
        var id = found.id;
        return switch (found.operation) {
            case CREATE_INVOICE -> create(request);
            case LIST_INVOICES -> Answer.of(200, BtcPayJson.array(ofOrder(request.orderId()), json::invoice));
            case GET_INVOICE -> shown(invoices.find(id));
            case MARK_INVOICE -> mark(id, request);
            case REFUND_INVOICE -> refund(id, request);
            case LIST_PULL_PAYMENTS ->
                Answer.of(
                        200,
                        BtcPayJson.array(
                                invoices.latest(MOST_FOUND, Optional.empty()).stream()
                                        .flatMap(it -> it.pullPayments().stream())
                                        .toList(),
                                json::pullPayment));
            case GET_PULL_PAYMENT ->
                pullPayment(id)
                        .map(pull -> Answer.of(200, json.pullPayment(pull).toString()))
                        .orElseGet(() -> notFound("pullpayment"));
            case LIST_PAYOUTS ->
                pullPayment(id)
                        .map(pull ->
                                Answer.of(200, BtcPayJson.array(pull.payouts(), payout -> json.payout(pull, payout))))
                        .orElseGet(() -> notFound("pullpayment"));
        };
    }

    private Answer create(Request request) {
        var body = BtcPayJson.parse(request.text()).orElse(JsonObject.EMPTY_JSON_OBJECT);
        var amount = BtcPayJson.text(body, "amount").filter(it -> it.matches("[0-9]{1,12}(\\.[0-9]{1,8})?"));
        var currency = BtcPayJson.text(body, "currency").filter(it -> it.matches("[A-Z]{3}"));
        if (amount.isEmpty() || currency.isEmpty()) {
            return Answer.of(422, BtcPayJson.invalid(amount.isEmpty() ? "amount" : "currency"));
        }
        var checkout = child(body, "checkout");
        var now = clock.now();
        var expires = now.plus(Duration.ofMinutes(checkout.getInt("expirationMinutes", 15)));
        var invoice = new Invoice(
                invoices.newId(),
                BtcPayJson.text(child(body, "metadata"), "orderId"),
                terms(body).stream().findFirst(),
                new BigDecimal(amount.get()),
                currency.get(),
                "New",
                "None",
                List.of(),
                BtcPayJson.text(checkout, "redirectURL"),
                BtcPayJson.text(checkout, "defaultLanguage"),
                now,
                expires,
                expires.plus(Duration.ofMinutes(checkout.getInt("monitoringMinutes", 1440))),
                List.of());
        invoices.open(invoice);
        return shown(invoices.find(invoice.id()));
    }

    private Answer mark(String id, Request request) {
        var status = BtcPayJson.parse(request.text())
                .flatMap(body -> BtcPayJson.text(body, "status"))
                .filter(it -> it.equals("Settled") || it.equals("Invalid"));
        return status.map(it -> shown(invoices.change(id, course -> course.mark(it))))
                .orElseGet(() -> Answer.of(422, BtcPayJson.invalid("status")));
    }

    private Answer refund(String id, Request request) {
        var body = BtcPayJson.parse(request.text()).orElse(JsonObject.EMPTY_JSON_OBJECT);
        var amount = BtcPayJson.text(body, "customAmount").filter(it -> it.matches("[0-9]{1,12}(\\.[0-9]{1,8})?"));
        var currency = BtcPayJson.text(body, "customCurrency");
        if (amount.isEmpty() || currency.isEmpty()) {
            return Answer.of(422, BtcPayJson.invalid("customAmount"));
        }
        var made = new AtomicReference<Invoice.PullPayment>();
        return invoices.change(
                        id,
                        course -> made.set(course.refund(
                                BtcPayJson.text(body, "name").orElse(""),
                                new BigDecimal(amount.get()),
                                currency.get())))
                .map(after -> Answer.of(200, json.pullPayment(made.get()).toString()))
                .orElseGet(() -> notFound("invoice"));
    }

    private Answer shown(Optional<Invoice> invoice) {
        return invoice.map(it -> Answer.of(200, json.invoice(it).toString())).orElseGet(() -> notFound("invoice"));
    }

    private static Answer notFound(String what) {
        return Answer.of(404, BtcPayJson.error(what + "-not-found"));
    }

    private List<Invoice> ofOrder(Optional<String> orderId) {
        return invoices.latest(MOST_FOUND, Optional.empty()).stream()
                .filter(it -> orderId.isEmpty() || it.orderId().equals(orderId))
                .toList();
    }

    private Optional<Invoice.PullPayment> pullPayment(String id) {
        return invoices.holding(id).flatMap(invoice -> invoice.pullPayment(id));
    }

    private Optional<Found> find(Request request) {
        var ofStore = "stores/" + account.storeId() + "/";
        var path = request.path().startsWith(ofStore) ? request.path().substring(ofStore.length()) : request.path();
        var parts = List.of(path.split("/", -1));
        var id = parts.size() > 1 ? parts.get(1) : "";
        var rest = parts.size() > 2 ? "/" + parts.get(2) : "";
        var shape = request.method() + " " + parts.get(0) + (id.isEmpty() ? "" : "/id") + rest;
        return Optional.ofNullable(
                        switch (shape) {
                            case "POST invoices" -> Operation.CREATE_INVOICE;
                            case "GET invoices" -> Operation.LIST_INVOICES;
                            case "GET invoices/id" -> Operation.GET_INVOICE;
                            case "POST invoices/id/status" -> Operation.MARK_INVOICE;
                            case "POST invoices/id/refund" -> Operation.REFUND_INVOICE;
                            case "GET pull-payments" -> Operation.LIST_PULL_PAYMENTS;
                            case "GET pull-payments/id" -> Operation.GET_PULL_PAYMENT;
                            case "GET pull-payments/id/payouts" -> Operation.LIST_PAYOUTS;
                            default -> null;
                        })
                .map(operation -> new Found(operation, id));
    }

    /** The names of the invoice that a request is about; one that is being created has those that it brings. */
    private Set<String> names(Found found, Request request) {
        if (found.operation != Operation.CREATE_INVOICE) {
            return found.id.isEmpty() ? Set.of() : invoices.namesOf(found.id);
        }
        var body = BtcPayJson.parse(request.text()).orElse(JsonObject.EMPTY_JSON_OBJECT);
        var names = new HashSet<>(terms(body));
        BtcPayJson.text(child(body, "metadata"), "orderId").ifPresent(names::add);
        return names;
    }

    private static List<String> terms(JsonObject body) {
        return body.get("additionalSearchTerms") instanceof JsonArray terms
                ? terms.getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }

    private static JsonObject child(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject child ? child : JsonObject.EMPTY_JSON_OBJECT;
    }

    private boolean isKnown(Optional<String> authorization) {
        return authorization
                .filter(given -> MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8),
                        ("token " + account.apiKey()).getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}
