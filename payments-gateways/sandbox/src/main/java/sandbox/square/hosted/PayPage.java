package sandbox.square.hosted;

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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import sandbox.page.CustomerPages;
import sandbox.page.Language;
import sandbox.square.SquareAccount;
import sandbox.square.book.Checkout;
import sandbox.square.book.Checkouts;
import sandbox.square.book.SquareError;
import sandbox.square.book.SubmittedCard;

/** The card form and the issuer's question. What follows a submission is a redirect, so that reloading never pays. */
@Path("{link}")
@RequestScoped
public class PayPage {
    @PathParam("link")
    String link;

    @QueryParam("lang")
    String chosenLanguage;

    @Context
    HttpHeaders headers;

    @Inject
    Checkouts checkouts;

    @Inject
    SquareAccount account;

    @Inject
    SquareViews views;

    @Inject
    CustomerPages pages;

    @GET
    public Response show() {
        var language = language(chosenLanguage);
        return checkouts
                .ofLink(link)
                .map(checkout -> page(checkout, language, Set.of()))
                .orElseGet(() -> pages.unknown(language));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(MultivaluedMap<String, String> form) {
        var language = language(form.getFirst("lang"));
        var found = checkouts.ofLink(link);
        if (found.isEmpty()) {
            return pages.unknown(language);
        }
        var reading = SubmittedCard.read(
                text(form, "card_number"), text(form, "expiry"), text(form, "cvc"), text(form, "postcode"));
        if (reading.card().isEmpty() && found.get().isPayable()) {
            return page(found.get(), language, reading.faults());
        }
        try {
            return onward(checkouts.pay(found.get().id(), reading.card().orElseThrow()), language);
        } catch (SquareError overtaken) {
            return onward(checkouts.ofLink(link).orElseThrow(), language);
        }
    }

    @POST
    @Path("challenge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response authenticate(@FormParam("code") String code, @FormParam("lang") String chosen) {
        var language = language(chosen);
        var found = checkouts.ofLink(link);
        if (found.isEmpty()) {
            return pages.unknown(language);
        }
        try {
            return onward(checkouts.authenticate(found.get().id(), SubmittedCard.CODE.equals(code)), language);
        } catch (SquareError overtaken) {
            return onward(checkouts.ofLink(link).orElseThrow(), language);
        }
    }

    private Response page(Checkout checkout, Language language, Set<SubmittedCard.Field> faults) {
        if (!checkout.isPayable()) {
            return views.finished(checkout, language);
        }
        return checkout.challengedCard().isPresent()
                ? views.challenge(checkout, language)
                : views.card(checkout, language, faults);
    }

    /** To the merchant once it is paid, else back to the page. */
    private Response onward(Checkout checkout, Language language) {
        var paid = checkout.paid().isPresent();
        var back = checkout.redirectUrl().filter(url -> paid).map(url -> withParameters(url, checkout));
        return CustomerPages.to(back.orElse("/square/pay/" + link + "?lang=" + language.tag()));
    }

    /** Square's production names the order on the way back; its sandbox adds nothing. */
    private String withParameters(String url, Checkout checkout) {
        return account.appendsParameters()
                ? url + (url.contains("?") ? "&" : "?") + "orderId=" + checkout.id() + "&transactionId=" + checkout.id()
                : url;
    }

    private Language language(String chosen) {
        return Language.of(Optional.ofNullable(chosen), Optional.empty(), headers.getAcceptableLanguages());
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("");
    }
}
