package sandbox.square.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sandbox.page.Language;
import sandbox.page.MoneyText;
import sandbox.page.PageTexts;
import sandbox.page.Pages;
import sandbox.settings.Settings;
import sandbox.square.book.Checkout;
import sandbox.square.book.SubmittedCard;

/** Writes Square's pages. */
@ApplicationScoped
class SquareViews {
    private static final List<Hint> HINTS = List.of(
            new Hint("4111 1111 1111 1111", "succeeds"),
            new Hint("4310 0000 0020 1019", "authenticates"),
            new Hint("CVV 911", "cvv"),
            new Hint("99999", "postcode"),
            new Hint("01/40", "expiry"));

    @Inject
    Pages pages;

    @Inject
    Settings settings;

    /** A test value and the key of what it does. */
    public record Hint(String value, String effect) {}

    /** One line of the summary. */
    public record Line(String name, String quantity, String total) {}

    Response card(Checkout checkout, Language language, Set<SubmittedCard.Field> faults) {
        var model = summary(checkout, language);
        model.put(
                "wrong",
                faults.stream()
                        .map(field -> field.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
        model.put(
                "decline",
                checkout.lastDecline()
                        .filter(code -> faults.isEmpty())
                        .map(code -> PageTexts.firstText(
                                language.locale(), "square.decline." + code.toLowerCase(Locale.ROOT), "decline.other"))
                        .orElse(null));
        model.put("hints", HINTS);
        return html(faults.isEmpty() ? 200 : 422, pages.render("square-card", language, model));
    }

    Response challenge(Checkout checkout, Language language) {
        var model = summary(checkout, language);
        model.put("testCode", SubmittedCard.CODE);
        return html(200, pages.render("square-challenge", language, model));
    }

    Response finished(Checkout checkout, Language language) {
        var paid = checkout.paid().isPresent();
        var model = summary(checkout, language);
        model.put("kind", paid ? "complete" : "expired");
        model.put("onward", checkout.redirectUrl().orElse(null));
        return html(paid ? 200 : 410, pages.render("finished", language, model));
    }

    Response unknown(Language language) {
        return html(
                404,
                pages.render("finished", language, Map.of("kind", "unknown", "merchant", settings.merchantName())));
    }

    static Response redirect(String address) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .header("Cache-Control", "no-store")
                .build();
    }

    private Map<String, Object> summary(Checkout checkout, Language language) {
        var model = new HashMap<String, Object>();
        model.put("merchant", settings.merchantName());
        model.put("action", "/square/pay/" + checkout.linkId());
        model.put("total", MoneyText.of(checkout.minor(), checkout.currency()));
        model.put(
                "lines",
                checkout.order().getJsonArray("line_items").getValuesAs(JsonObject.class).stream()
                        .map(line -> line(line, checkout.currency()))
                        .toList());
        model.put("other", language.other());
        return model;
    }

    private static Line line(JsonObject line, String currency) {
        var quantity = line.getString("quantity");
        var unit =
                line.getJsonObject("base_price_money").getJsonNumber("amount").longValueExact();
        return new Line(
                line.getString("name"),
                quantity.equals("1") ? "" : quantity,
                MoneyText.of(unit * Long.parseLong(quantity), currency));
    }

    private static Response html(int status, String page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language")
                .entity(page)
                .build();
    }
}
