package sandbox.sadad.hosted;

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
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sandbox.form.FormFields;
import sandbox.page.CustomerPages;
import sandbox.page.Language;
import sandbox.page.MoneyText;
import sandbox.sadad.SadadAccount;
import sandbox.sadad.api.BrowserForms;
import sandbox.sadad.payment.Checkout;
import sandbox.sadad.payment.Checkouts;
import sandbox.sadad.payment.Customer;
import sandbox.sadad.payment.Transaction;

/** The page: three buttons in place of cards. What follows each is a redirect, so that reloading a page never pays. */
@Path("")
@RequestScoped
public class CheckoutPage {
    @QueryParam("lang")
    String chosenLanguage;

    @Context
    HttpHeaders headers;

    @Inject
    Checkouts checkouts;

    @Inject
    Customer customer;

    @Inject
    BrowserForms browserForms;

    @Inject
    CustomerPages pages;

    @POST
    @Path("webpurchase")
    @Consumes(MediaType.WILDCARD)
    public Response open(byte[] body) {
        return browserForms
                .open(FormFields.parse(new String(body, StandardCharsets.UTF_8)))
                .orElseGet(() -> pages.page(
                        200, "refused", language(Optional.empty()), Map.of("provider", SadadAccount.GATEWAY)));
    }

    @GET
    @Path("pay/{reference}")
    public Response show(@PathParam("reference") String reference) {
        return checkouts.find(reference).map(this::shown).orElseGet(() -> pages.unknown(language(Optional.empty())));
    }

    @POST
    @Path("pay/{reference}")
    public Response act(@PathParam("reference") String reference, @FormParam("act") String act) {
        switch (Optional.ofNullable(act).orElse("")) {
            case "pay" -> customer.pays(reference);
            case "decline" -> customer.isDeclined(reference);
            default -> {
                if (checkouts.tries(reference).isEmpty()) {
                    customer.cancels(reference);
                }
                return to(reference, "/return");
            }
        }
        var waits = latest(reference)
                .filter(it -> it.status() == Transaction.FAILED)
                .isPresent();
        return to(reference, waits ? "" : "/return");
    }

    @GET
    @Path("pay/{reference}/return")
    public Response back(@PathParam("reference") String reference) {
        var checkout = checkouts.find(reference);
        return latest(reference)
                .map(latest -> browserForms.back(checkout.orElseThrow(), latest, language(checkout)))
                .orElseGet(() -> show(reference));
    }

    private Response shown(Checkout checkout) {
        var tried = latest(checkout.reference());
        if (tried.filter(it -> it.status() != Transaction.FAILED).isPresent()) {
            return to(checkout.reference(), "/return");
        }
        var language = language(Optional.of(checkout));
        var model = new HashMap<String, Object>();
        model.put("action", SadadAccount.PATH + "/pay/" + checkout.reference());
        model.put("total", MoneyText.of(checkout.minor(), "QAR"));
        model.put("reference", checkout.order());
        model.put("declined", tried.isPresent());
        return pages.page(200, "sadad-pay", language, model);
    }

    private Optional<Transaction> latest(String reference) {
        List<Transaction> tries = checkouts.tries(reference);
        return tries.isEmpty() ? Optional.empty() : Optional.of(tries.get(tries.size() - 1));
    }

    private Language language(Optional<Checkout> checkout) {
        return Language.of(
                Optional.ofNullable(chosenLanguage),
                checkout.map(Checkout::language),
                headers.getAcceptableLanguages());
    }

    private static Response to(String reference, String where) {
        return CustomerPages.to(SadadAccount.PATH + "/pay/" + reference + where);
    }
}
