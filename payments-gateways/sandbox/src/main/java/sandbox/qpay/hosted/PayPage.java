package sandbox.qpay.hosted;

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
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import sandbox.clock.SimulatedClock;
import sandbox.page.CustomerPages;
import sandbox.page.Language;
import sandbox.qpay.QPayAccount;
import sandbox.qpay.api.BrowserForms;
import sandbox.qpay.payment.Customer;
import sandbox.qpay.payment.NapsCard;
import sandbox.qpay.payment.Payment;
import sandbox.qpay.payment.Payments;

/** The card, then the code. What follows a submission is a redirect, so that reloading a page never pays. */
@Path("pay/{number}")
@RequestScoped
public class PayPage {
    @PathParam("number")
    String number;

    @QueryParam("lang")
    String chosenLanguage;

    @Context
    HttpHeaders headers;

    @Inject
    Payments payments;

    @Inject
    Customer customer;

    @Inject
    BrowserForms browserForms;

    @Inject
    QPayViews views;

    @Inject
    CustomerPages pages;

    @Inject
    SimulatedClock clock;

    @GET
    public Response show() {
        return shown(payments.find(number), Set.of(), false);
    }

    @GET
    @Path("return")
    public Response back() {
        return payments.find(number)
                .filter(payment -> payment.outcome().isPresent())
                .map(payment -> browserForms.back(payment, language(Optional.of(payment))))
                .orElseGet(this::show);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(MultivaluedMap<String, String> form) {
        var reading = NapsCard.read(text(form, "card_number"), text(form, "expiry"), text(form, "pin"), clock.now());
        return reading.card()
                .map(card -> onward(customer.givesCard(number, card), form.getFirst("lang")))
                .orElseGet(() -> {
                    chosenLanguage = form.getFirst("lang");
                    return shown(payments.find(number), reading.wrong(), false);
                });
    }

    @POST
    @Path("code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response code(@FormParam("code") String code, @FormParam("lang") String lang) {
        var after = customer.givesCode(number, Optional.ofNullable(code).orElse(""));
        if (after.filter(payment -> payment.outcome().isEmpty()).isPresent()) {
            chosenLanguage = lang;
            return shown(after, Set.of(), true);
        }
        return onward(after, lang);
    }

    @POST
    @Path("cancel")
    public Response cancel(@FormParam("lang") String lang) {
        return onward(customer.cancels(number), lang);
    }

    private Response shown(Optional<Payment> found, Set<NapsCard.Field> wrong, boolean wrongCode) {
        var language = language(found);
        if (found.isEmpty()) {
            return pages.unknown(language);
        }
        var payment = found.get();
        if (payment.outcome().isPresent()) {
            return onward(found, chosenLanguage);
        }
        return payment.awaitsCode()
                ? views.code(payment, language, wrongCode)
                : views.card(payment, language, wrong.isEmpty() ? EnumSet.noneOf(NapsCard.Field.class) : wrong);
    }

    private Response onward(Optional<Payment> after, String lang) {
        var page = QPayAccount.PATH + "/pay/" + number
                + (after.filter(payment -> payment.outcome().isPresent()).isPresent() ? "/return" : "");
        return CustomerPages.to(page + Language.kept(Optional.ofNullable(lang)));
    }

    private Language language(Optional<Payment> payment) {
        return Language.of(
                Optional.ofNullable(chosenLanguage), payment.map(Payment::language), headers.getAcceptableLanguages());
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        return Optional.ofNullable(form.getFirst(name)).orElse("");
    }
}
