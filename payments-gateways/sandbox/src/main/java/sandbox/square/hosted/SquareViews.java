package sandbox.square.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import sandbox.page.CustomerPages;
import sandbox.page.Hint;
import sandbox.page.Language;
import sandbox.page.MoneyText;
import sandbox.page.PageTexts;
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
    CustomerPages pages;

    /** One line of the summary. */
    public record Line(String name, String quantity, String total) {}

    Response card(Checkout checkout, Language language, Set<SubmittedCard.Field> faults) {
        var model = summary(checkout);
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
        return pages.page(faults.isEmpty() ? 200 : 422, "square-card", language, model);
    }

    Response challenge(Checkout checkout, Language language) {
        var model = summary(checkout);
        model.put("testCode", SubmittedCard.CODE);
        return pages.page(200, "square-challenge", language, model);
    }

    Response finished(Checkout checkout, Language language) {
        var end = checkout.paid().isPresent() ? CustomerPages.End.COMPLETE : CustomerPages.End.EXPIRED;
        return pages.finished(end, checkout.redirectUrl(), language);
    }

    private static Map<String, Object> summary(Checkout checkout) {
        var model = new HashMap<String, Object>();
        model.put("action", "/square/pay/" + checkout.linkId());
        model.put("total", MoneyText.of(checkout.minor(), checkout.currency()));
        model.put(
                "lines",
                checkout.order().getJsonArray("line_items").getValuesAs(JsonObject.class).stream()
                        .map(line -> line(line, checkout.currency()))
                        .toList());
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
}
