package sandbox.sadad.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sandbox.api.Answer;
import sandbox.api.BadDays;
import sandbox.api.Reaction;
import sandbox.form.FormFields;
import sandbox.form.JoinedHash;
import sandbox.sadad.SadadAccount;
import sandbox.sadad.payment.Checkout;
import sandbox.sadad.payment.Checkouts;
import sandbox.sadad.payment.Refunds;
import sandbox.sadad.payment.Transaction;

/** SADAD's interface: a token, transactions by number and by time, and refunds. */
@ApplicationScoped
public class SadadApi {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Qatar"));

    @Inject
    SadadAccount account;

    @Inject
    Checkouts checkouts;

    @Inject
    Refunds refunds;

    @Inject
    BadDays badDays;

    /** To which a rule may be limited. */
    public List<String> operations() {
        return List.of("login", "getTransaction", "listTransactions", "refundTransaction");
    }

    /**
     * @param query of the address, as a form
     * @param isAuthenticated whether token and origin were right; of no meaning to a login
     */
    Reaction react(String operation, FormFields query, String body, boolean isAuthenticated) {
        return badDays.react(
                new BadDays.Call(SadadAccount.GATEWAY, operation, names(operation, body)),
                error(429, "Too many requests"),
                error(500, "Internal Server Error"),
                () -> operation.equals("login") || isAuthenticated
                        ? answer(operation, query, body)
                        : error(401, "Authorization Required"));
    }

    /** The one that is valid. */
    String token() {
        return "tok_"
                + new JoinedHash(account.secretKey()).of(Map.of("use", "token")).substring(0, 32);
    }

    private Answer answer(String operation, FormFields query, String body) {
        return switch (operation) {
            case "login" -> login(body);
            case "getTransaction" ->
                transaction(text(body, "transactionno"))
                        .map(it ->
                                Answer.of(200, SadadMessages.shown(it).build().toString()))
                        .orElseGet(() -> error(404, "Transaction not found!"));
            case "listTransactions" -> list(query);
            default ->
                refunds.refund(text(body, "transactionnumber"))
                        .map(why -> error(400, why))
                        .orElseGet(() -> Answer.of(200, "{\"status\":\"success\"}"));
        };
    }

    private Answer login(String body) {
        return text(body, "sadadId").equals(account.merchantId())
                        && text(body, "secretKey").equals(account.secretKey())
                        && text(body, "domain").equals(account.website())
                ? Answer.of(
                        200,
                        Json.createObjectBuilder()
                                .add("accessToken", token())
                                .build()
                                .toString())
                : error(401, "Invalid credentials !");
    }

    private Answer list(FormFields query) {
        var data = Json.createArrayBuilder();
        checkouts
                .transactions(
                        time(query.text("filter[date_range][startDate]")).orElse(Instant.EPOCH),
                        time(query.text("filter[date_range][endDate]")).orElse(Instant.parse("9999-01-01T00:00:00Z")),
                        whole(query.text("filter[skip]"), 0),
                        whole(query.text("filter[limit]"), 10))
                .forEach(it -> data.add(SadadMessages.shown(it)));
        return Answer.of(200, data.build().toString());
    }

    private Optional<Transaction> transaction(String number) {
        return checkouts.transaction(number);
    }

    private Set<String> names(String operation, String body) {
        var number = text(body, operation.equals("refundTransaction") ? "transactionnumber" : "transactionno");
        var names = new HashSet<>(Set.of(number));
        transaction(number)
                .flatMap(it -> checkouts.find(it.reference()))
                .map(Checkout::names)
                .ifPresent(names::addAll);
        return names;
    }

    private static String text(String body, String name) {
        try (var reader = Json.createReader(new StringReader(body))) {
            JsonObject json = reader.readObject();
            return json.containsKey(name) ? json.get(name).toString().replace("\"", "") : "";
        } catch (JsonException notJson) {
            return "";
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME)
                    .atZone(ZoneId.of("Asia/Qatar"))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int whole(String text, int otherwise) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    private static Answer error(int status, String message) {
        return Answer.of(
                status,
                Json.createObjectBuilder()
                        .add(
                                "error",
                                Json.createObjectBuilder()
                                        .add("statusCode", status)
                                        .add("name", "Error")
                                        .add("message", message))
                        .build()
                        .toString());
    }
}
