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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sandbox.page.CustomerPages;
import sandbox.page.Hint;
import sandbox.page.Language;
import sandbox.paypal.PayPalAccount;
import sandbox.paypal.order.Funding;
import sandbox.paypal.order.Order;
import sandbox.paypal.order.OrderStatus;
import sandbox.paypal.order.PayPalRefused;
import sandbox.paypal.order.Sum;
import sandbox.paypal.store.Orders;

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
    CustomerPages pages;

    /** One line of the summary. */
    public record Line(String name, String quantity, String total) {}

    @GET
    public Response show() {
        var found = found();
        var language = language(chosenLanguage, found);
        return found.filter(order -> order.status().isApprovable())
                .map(order -> pages.page(200, "paypal/approve", language, summary(order)))
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

    private static Map<String, Object> summary(Order order) {
        var model = new HashMap<String, Object>();
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
        model.put(
                "hints",
                Stream.of("CCREJECT-IF", "CCREJECT-EC", "CCREJECT-SF")
                        .map(name -> new Hint(name, name))
                        .toList());
        return model;
    }

    /** Why nothing can be approved here any more, and where to go. */
    private Response finished(Optional<Order> found, Language language) {
        var ended = found.filter(it -> it.status() == OrderStatus.COMPLETED || it.status() == OrderStatus.EXPIRED);
        if (ended.isEmpty()) {
            return pages.unknown(language);
        }
        var order = ended.get();
        return order.status() == OrderStatus.COMPLETED
                ? pages.finished(CustomerPages.End.COMPLETE, order.returnUrl(), language)
                : pages.finished(CustomerPages.End.EXPIRED, order.cancelUrl(), language);
    }

    private Language language(String chosen, Optional<Order> order) {
        return Language.of(Optional.ofNullable(chosen), order.flatMap(Order::locale), headers.getAcceptableLanguages());
    }

    private static String money(Sum sum) {
        return sum.currency() + "\u00a0" + sum.text();
    }

    /** Back to the merchant, whose own parameters stay; to the page again if he named no address. */
    private static Response to(Optional<String> address, Order order, String parameters) {
        var target = address.map(it -> it + (it.contains("?") ? "&" : "?") + parameters)
                .orElse(PayPalAccount.PATH + "/checkoutnow?token=" + order.id());
        return CustomerPages.to(target);
    }
}
