package sandbox.razorpay.hosted;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Optional;
import sandbox.form.FormFields;
import sandbox.form.ReturnForm;
import sandbox.page.CustomerPages;
import sandbox.page.Language;
import sandbox.razorpay.RazorpayAccount;
import sandbox.razorpay.order.Customer;
import sandbox.razorpay.order.Order;
import sandbox.razorpay.order.Orders;
import sandbox.razorpay.order.Payment;
import sandbox.razorpay.order.RazorpayJson;
import sandbox.razorpay.order.Refused;
import sandbox.razorpay.order.TestMeans;

/** The checkout. What follows each submission is a redirect, so that reloading a page never pays. */
@Path("checkout/{order}")
@RequestScoped
public class CheckoutPage {
    @PathParam("order")
    String id;

    @QueryParam("lang")
    String chosenLanguage;

    @Context
    HttpHeaders headers;

    @Inject
    RazorpayAccount account;

    @Inject
    Orders orders;

    @Inject
    Customer customer;

    @Inject
    RazorpayViews views;

    @Inject
    CustomerPages pages;

    @Inject
    ReturnForm returnForm;

    @GET
    public Response show() {
        var order = visited();
        if (order.isEmpty()) {
            return pages.unknown(language());
        }
        return order.get().isPayable() ? views.checkout(order.get(), language(), false) : toReturn();
    }

    /** @param means {@code card}, {@code upi}, or anything else to go back without paying */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(
            @FormParam("means") String means,
            @FormParam("card_number") String number,
            @FormParam("upi_id") String upi,
            @FormParam("lang") String lang) {
        chosenLanguage = lang;
        var order = visited().filter(Order::isPayable);
        if (order.isEmpty()) {
            return show();
        }
        if ("card".equals(means)) {
            var typed = Optional.ofNullable(number).orElse("");
            return TestMeans.isCardNumber(typed)
                    ? paid(TestMeans.card(typed))
                    : views.checkout(order.get(), language(), true);
        }
        return "upi".equals(means)
                ? paid(TestMeans.upi(Optional.ofNullable(upi).orElse("")))
                : CustomerPages.to(order.get().page().orElseThrow().cancelUrl());
    }

    /** Takes the customer back with a form: signed after a success, with the error's words after a failure. */
    @GET
    @Path("return")
    public Response back() {
        var order = visited();
        var payment = order.flatMap(it -> it.successful().or(it::latest));
        if (payment.isEmpty()) {
            return show();
        }
        return returnForm.to(
                order.get().page().orElseThrow().callbackUrl(), fields(order.get(), payment.get()), language());
    }

    private Response paid(TestMeans means) {
        try {
            customer.pays(id, means.method(), means.reason());
        } catch (Refused overtaken) {
            return show();
        }
        return toReturn();
    }

    private FormFields fields(Order order, Payment payment) {
        var none = new FormFields(new LinkedHashMap<>());
        return payment.reason()
                .map(reason -> none.with("error[code]", RazorpayJson.code(reason))
                        .with("error[description]", "A simulated failure: " + reason)
                        .with("error[source]", "customer")
                        .with("error[step]", "payment_authorization")
                        .with("error[reason]", reason)
                        .with(
                                "error[metadata]",
                                "{\"payment_id\":\"" + payment.id() + "\",\"order_id\":\"" + order.id() + "\"}"))
                .orElseGet(() -> none.with("razorpay_payment_id", payment.id())
                        .with("razorpay_order_id", order.id())
                        .with("razorpay_signature", account.signedReturn(order.id(), payment.id())));
    }

    private Optional<Order> visited() {
        return orders.find(id).filter(order -> order.page().isPresent());
    }

    private Language language() {
        return Language.of(Optional.ofNullable(chosenLanguage), Optional.empty(), headers.getAcceptableLanguages());
    }

    private Response toReturn() {
        return CustomerPages.to(RazorpayAccount.PATH + "/checkout/" + id + "/return"
                + Language.kept(Optional.ofNullable(chosenLanguage)));
    }
}
