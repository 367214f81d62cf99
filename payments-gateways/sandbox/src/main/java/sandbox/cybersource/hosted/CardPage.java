package sandbox.cybersource.hosted;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import sandbox.clock.SimulatedClock;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.cybersource.api.BrowserForms;
import sandbox.cybersource.payment.Checkout;
import sandbox.cybersource.payment.Checkouts;
import sandbox.cybersource.payment.Customer;
import sandbox.cybersource.payment.TypedCard;
import sandbox.form.FormFields;
import sandbox.page.CustomerPages;
import sandbox.page.Language;
import sandbox.page.MoneyText;

/** The page on which a card is typed. What follows a submission is a redirect, so that reloading a page never pays. */
@Path("")
@RequestScoped
public class CardPage {
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

    @Inject
    SimulatedClock clock;

    /** A form that is not in order is refused here, and nobody is sent anywhere. */
    @POST
    @Path("pay")
    @Consumes(MediaType.WILDCARD)
    public Response open(byte[] body) {
        return browserForms
                .open(FormFields.parse(new String(body, StandardCharsets.UTF_8)))
                .orElseGet(() -> pages.page(
                        403, "refused", language(Optional.empty()), Map.of("provider", CyberSourceAccount.GATEWAY)));
    }

    @GET
    @Path("pay/{reference}")
    public Response show(@PathParam("reference") String reference) {
        return shown(reference, Set.of());
    }

    @POST
    @Path("pay/{reference}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(@PathParam("reference") String reference, MultivaluedMap<String, String> form) {
        chosenLanguage = form.getFirst("lang");
        var reading = TypedCard.read(text(form, "card_number"), text(form, "expiry"), text(form, "cvc"), clock.now());
        if (!reading.wrong().isEmpty()) {
            return shown(reference, reading.wrong());
        }
        if (reading.decline().isPresent()) {
            customer.isDeclined(reference, reading.decline().get());
        } else {
            customer.pays(reference);
        }
        return to(reference, "/return");
    }

    @POST
    @Path("pay/{reference}/cancel")
    public Response cancel(@PathParam("reference") String reference) {
        customer.cancels(reference);
        return to(reference, "/return");
    }

    @GET
    @Path("pay/{reference}/return")
    public Response back(@PathParam("reference") String reference) {
        return checkouts
                .find(reference)
                .filter(checkout -> checkout.reply().isPresent())
                .map(checkout -> browserForms.back(checkout, language(Optional.of(checkout))))
                .orElseGet(() -> show(reference));
    }

    private Response shown(String reference, Set<TypedCard.Field> wrong) {
        var found = checkouts.find(reference);
        var language = language(found);
        if (found.isEmpty()) {
            return pages.unknown(language);
        }
        var checkout = found.get();
        if (!checkout.isOpen()) {
            return to(reference, "/return");
        }
        var model = new HashMap<String, Object>();
        model.put("action", CyberSourceAccount.PATH + "/pay/" + reference);
        model.put(
                "total", MoneyText.of(checkout.asked().minor(), checkout.asked().currency()));
        model.put("reference", checkout.order());
        model.put("testCard", TypedCard.NUMBER.replaceAll("(\\d{4})(?=\\d)", "$1 "));
        model.put(
                "wrong",
                wrong.stream()
                        .map(field -> field.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
        return pages.page(wrong.isEmpty() ? 200 : 422, "cybersource-card", language, model);
    }

    private Language language(Optional<Checkout> checkout) {
        return Language.of(
                Optional.ofNullable(chosenLanguage),
                checkout.map(Checkout::language),
                headers.getAcceptableLanguages());
    }

    private Response to(String reference, String where) {
        return CustomerPages.to(CyberSourceAccount.PATH + "/pay/" + reference + where
                + Language.kept(Optional.ofNullable(chosenLanguage)));
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("");
    }
}
