package sandbox.paypal.hosted;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandbox.page.Language;
import sandbox.page.Pages;
import sandbox.paypal.PayPalAccount;
import sandbox.paypal.order.Funding;
import sandbox.paypal.order.Order;
import sandbox.paypal.order.OrderStatus;
import sandbox.paypal.order.PayPalRefused;
import sandbox.paypal.order.Sum;
import sandbox.paypal.store.Orders;
import sandbox.settings.Settings;

/** What follows a submission is a redirect, so that reloading a page never approves. */
@Path("checkoutnow")
@RequestScoped
public class ApprovalPage {
    @QueryParam("token")
    String token;

    @QueryParam("lang")
    String chosenLanguage;

    @Context
    HttpHeaders headers;

    @Inject
    Orders orders;

    @Inject
    Pages pages;

    @Inject
    Settings settings;

    /** One line of the summary. */
    public record Line(String name, String quantity, String total) {}

    @GET
    public Response show() {
        var found = found();
        var language = language(chosenLanguage, found);
        return found.filter(order -> order.status().isApprovable())
                .map(order -> html(200, pages.render("paypal/approve", language, summary(order, language))))
                .orElseGet(() -> finished(found, language));
    }

    /** @param decision {@code approve}, or anything else to go back without paying */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decide(
            @FormParam("decision") String decision,
            @FormParam("funding") String funding,
            @FormParam("holder") String holder,
            @FormParam("lang") String lang) {
        var found = found();
        if (found.isEmpty()) {
            return finished(found, language(lang, found));
        }
        var order = found.get();
        if (!"approve".equals(decision)) {
            return to(order.cancelUrl(), order, "token=" + order.id());
        }
        try {
            orders.change(
                    order.id(),
                    course -> course.approve(funding(
                            Optional.ofNullable(funding).orElse(""),
                            Optional.ofNullable(holder).orElse(""))));
        } catch (PayPalRefused overtaken) {
            return finished(found(), language(lang, found));
        }
        return to(order.returnUrl(), order, "token=" + order.id() + "&PayerID=" + PayPalAccount.PAYER);
    }

    /** What a payer chose, on the page or through the control API. */
    public static Funding funding(String kind, String holder) {
        return switch (kind) {
            case "e_check" -> Funding.E_CHECK;
            case "refused" -> Funding.REFUSED;
            case "card" -> Funding.card(holder);
            default -> Funding.BALANCE;
        };
    }

    private Optional<Order> found() {
        return Optional.ofNullable(token).flatMap(orders::find);
    }

    private Map<String, Object> summary(Order order, Language language) {
        var model = new HashMap<String, Object>();
        model.put("merchant", settings.merchantName());
        model.put("total", money(order.amount()));
        model.put(
                "lines",
                order.items().stream()
                        .map(item -> new Line(
                                item.name(),
                                item.quantity() == 1 ? "" : String.valueOf(item.quantity()),
                                money(Sum.ofMinor(
                                        item.unit().minor() * item.quantity(),
                                        item.unit().currency()))))
                        .toList());
        model.put("action", PayPalAccount.PATH + "/checkoutnow?token=" + order.id());
        model.put("again", order.funding().isPresent() && order.status() == OrderStatus.PAYER_ACTION_REQUIRED);
        model.put("holds", order.authorizes());
        model.put("hints", List.of("CCREJECT-IF", "CCREJECT-EC", "CCREJECT-SF"));
        model.put("other", language.other());
        return model;
    }

    /** Why nothing can be approved here any more, and where to go. */
    private Response finished(Optional<Order> found, Language language) {
        var model = new HashMap<String, Object>();
        model.put("merchant", settings.merchantName());
        var order = found.filter(it -> it.status() == OrderStatus.COMPLETED || it.status() == OrderStatus.EXPIRED);
        var complete = order.filter(it -> it.status() == OrderStatus.COMPLETED);
        model.put("kind", complete.isPresent() ? "complete" : order.isPresent() ? "expired" : "unknown");
        order.flatMap(it -> complete.isPresent() ? it.returnUrl() : it.cancelUrl())
                .ifPresent(onward -> model.put("onward", onward));
        var status = complete.isPresent() ? 200 : order.isPresent() ? 410 : 404;
        return html(status, pages.render("finished", language, model));
    }

    private Language language(String chosen, Optional<Order> order) {
        return Language.of(Optional.ofNullable(chosen), order.flatMap(Order::locale), headers.getAcceptableLanguages());
    }

    private static String money(Sum sum) {
        return sum.currency() + "\u00a0" + sum.text();
    }

    private static Response html(int status, String page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept-Language")
                .entity(page)
                .build();
    }

    /** Back to the merchant, whose own parameters stay; to the page again if he named no address. */
    private static Response to(Optional<String> address, Order order, String parameters) {
        var target = address.map(it -> it + (it.contains("?") ? "&" : "?") + parameters)
                .orElse(PayPalAccount.PATH + "/checkoutnow?token=" + order.id());
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, target)
                .header("Cache-Control", "no-store")
                .build();
    }
}
