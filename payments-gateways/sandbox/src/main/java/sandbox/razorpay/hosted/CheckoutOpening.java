package sandbox.razorpay.hosted;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import sandbox.form.FormFields;
import sandbox.page.CustomerPages;
import sandbox.page.Language;
import sandbox.razorpay.RazorpayAccount;
import sandbox.razorpay.order.Order;
import sandbox.razorpay.order.Orders;

/** Where a merchant's page posts its form; the same form once more shows the same page. */
@Path("v1/checkout/embedded")
@RequestScoped
public class CheckoutOpening {
    private static final String NOTE = "notes[";

    @Context
    HttpHeaders headers;

    @Inject
    RazorpayAccount account;

    @Inject
    Orders orders;

    @Inject
    CustomerPages pages;

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response open(byte[] body) {
        var form = FormFields.parse(new String(body, StandardCharsets.UTF_8));
        var order = orders.find(form.text("order_id")).filter(found -> isRight(form, found));
        if (order.isEmpty()) {
            return Response.fromResponse(pages.unknown(
                            Language.of(Optional.empty(), Optional.empty(), headers.getAcceptableLanguages())))
                    .status(400)
                    .build();
        }
        var notes = new LinkedHashMap<String, String>();
        form.byName().forEach((name, value) -> {
            if (name.startsWith(NOTE) && name.endsWith("]")) {
                notes.put(name.substring(NOTE.length(), name.length() - 1), value);
            }
        });
        var page = new Order.Page(form.text("name"), form.text("callback_url"), form.text("cancel_url"), notes);
        orders.change(order.get().id(), course -> {
            course.visited(page);
            return course.order();
        });
        return CustomerPages.to(
                RazorpayAccount.PATH + "/checkout/" + order.get().id());
    }

    private boolean isRight(FormFields form, Order order) {
        return form.text("key_id").equals(account.keyId())
                && form.text("amount").equals(String.valueOf(order.amount()))
                && form.text("currency").equals(order.currency())
                && List.of(form.text("callback_url"), form.text("cancel_url")).stream()
                        .allMatch(url -> url.matches("https?://[^\\s\"<>]{3,2000}"));
    }
}
