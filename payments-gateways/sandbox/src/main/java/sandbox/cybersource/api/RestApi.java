package sandbox.cybersource.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sandbox.api.Answer;
import sandbox.api.BadDays;
import sandbox.api.Reaction;
import sandbox.clock.SimulatedClock;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.cybersource.payment.Checkout;
import sandbox.cybersource.payment.Checkouts;
import sandbox.cybersource.payment.FollowUps;
import sandbox.cybersource.payment.Sum;
import sandbox.cybersource.payment.Transaction;

/** The REST interface: what follows a payment, and searches. */
@ApplicationScoped
public class RestApi {
    private static final Pattern FOLLOW_UP =
            Pattern.compile("pts/v2/(payments|captures|refunds)/(\\d{10,26})/(captures|reversals|refunds|voids)");
    private static final Pattern DETAILS = Pattern.compile("tss/v2/transactions/(\\d{10,26})");
    private static final Pattern CODE = Pattern.compile("clientReferenceInformation\\.code:(\\S+)");
    private static final Pattern ID = Pattern.compile("(?<![\\w.])id:(\\S+)");

    @Inject
    Checkouts checkouts;

    @Inject
    FollowUps followUps;

    @Inject
    Documents documents;

    @Inject
    BadDays badDays;

    @Inject
    SimulatedClock clock;

    /** To which a rule may be limited. */
    public List<String> operations() {
        return List.of("captures", "reversals", "refunds", "voids", "details", "searches");
    }

    /** @param genuine whether the call is signed by the merchant */
    Reaction react(String method, String path, String body, boolean genuine) {
        return badDays.react(
                new BadDays.Call(CyberSourceAccount.GATEWAY, operation(path), names(path, body)),
                Answer.of(429, "{\"status\":\"ERROR\",\"reason\":\"TOO_MANY_REQUESTS\"}"),
                Answer.of(502, "{\"status\":\"SERVER_ERROR\",\"reason\":\"SYSTEM_ERROR\"}"),
                () -> genuine
                        ? answer(method, path, body)
                        : Answer.of(401, "{\"response\":{\"rmsg\":\"Authentication Failed\"}}"));
    }

    private Answer answer(String method, String path, String body) {
        var details = DETAILS.matcher(path);
        if (details.matches() && method.equals("GET")) {
            return checkouts
                    .transaction(details.group(1))
                    .filter(this::isVisible)
                    .map(it -> Answer.of(200, documents.details(it, visible(checkouts.ofCheckout(it.checkout())))))
                    .orElseGet(RestApi::unknown);
        }
        if (path.equals("tss/v2/searches") && method.equals("POST")) {
            return Answer.of(201, Documents.found(visible(searched(text(json(body), "query")))));
        }
        var followUp = FOLLOW_UP.matcher(path);
        return followUp.matches() && method.equals("POST")
                ? done(followUp.group(2), followUp.group(3), json(body))
                : unknown();
    }

    private Answer done(String id, String act, JsonObject body) {
        var code = text(object(body, "clientReferenceInformation"), "code");
        FollowUps.Result result;
        try {
            result = act.equals("voids")
                    ? followUps.callBack(id, code)
                    : done(id, act, amount(body, act.equals("reversals")), code);
        } catch (IllegalArgumentException e) {
            return refused("INVALID_DATA");
        }
        return result.transaction()
                .map(it -> Answer.of(201, documents.done(it)))
                .orElseGet(() -> refused(result.reason()));
    }

    private FollowUps.Result done(String id, String act, Sum amount, String code) {
        return switch (act) {
            case "captures" -> followUps.capture(id, amount, code);
            case "reversals" -> followUps.reverse(id, amount, code);
            default -> followUps.refund(id, amount, code);
        };
    }

    private List<Transaction> searched(String query) {
        var code = CODE.matcher(query);
        if (code.find()) {
            return checkouts.ofCode(code.group(1));
        }
        var id = ID.matcher(query);
        return id.find() ? checkouts.transaction(id.group(1)).stream().toList() : List.of();
    }

    private List<Transaction> visible(List<Transaction> transactions) {
        return transactions.stream().filter(this::isVisible).toList();
    }

    private boolean isVisible(Transaction transaction) {
        return !transaction.visibleFrom().isAfter(clock.now());
    }

    private static Answer refused(String reason) {
        return Answer.of(
                reason.equals("INVALID_PAYMENT_ID") ? 404 : 400,
                Json.createObjectBuilder()
                        .add("status", "INVALID_REQUEST")
                        .add("reason", reason)
                        .add("message", "Declined - see the reason.")
                        .build()
                        .toString());
    }

    private static Answer unknown() {
        return Answer.of(404, "{\"status\":\"NOT_FOUND\",\"message\":\"The requested resource is not found.\"}");
    }

    private static String operation(String path) {
        return DETAILS.matcher(path).matches() ? "details" : path.substring(path.lastIndexOf('/') + 1);
    }

    /** By everything that leads to its checkout: the transaction in the path, the code in the body. */
    private Set<String> names(String path, String body) {
        var names = new HashSet<String>();
        var followUp = FOLLOW_UP.matcher(path);
        var details = DETAILS.matcher(path);
        var id = followUp.matches()
                ? Optional.of(followUp.group(2))
                : details.matches() ? Optional.of(details.group(1)) : Optional.<String>empty();
        id.flatMap(checkouts::transaction)
                .map(Transaction::checkout)
                .or(() -> Optional.of(CODE.matcher(body))
                        .filter(code -> code.find())
                        .map(code -> code.group(1)))
                .flatMap(checkouts::find)
                .map(Checkout::names)
                .ifPresent(names::addAll);
        return names;
    }

    private static Sum amount(JsonObject body, boolean reversal) {
        var details = object(object(body, reversal ? "reversalInformation" : "orderInformation"), "amountDetails");
        return Sum.of(text(details, "totalAmount"), text(details, "currency"));
    }

    private static JsonObject json(String body) {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException notJson) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }

    private static JsonObject object(JsonObject json, String name) {
        return json.get(name) instanceof JsonObject object ? object : JsonObject.EMPTY_JSON_OBJECT;
    }

    private static String text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text ? text.getString() : "";
    }
}
