package sandbox.stripe.hosted;

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
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.page.CustomerPages;
import sandbox.page.Language;
import sandbox.stripe.checkout.Checkouts;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.PaymentRefused;
import sandbox.stripe.payment.SessionStatus;

/** The card form. What follows a submission is a redirect, so that reloading a page never pays. */
@Path("pay/{session}")
@RequestScoped
public class PayPage {
    @PathParam("session")
    String session;

    @QueryParam("lang")
    String chosenLanguage;

    @Context
    HttpHeaders headers;

    @Inject
    Checkouts checkouts;

    @Inject
    Customer customer;

    @Inject
    HostedViews views;

    @Inject
    CustomerPages pages;

    @Inject
    SimulatedClock clock;

    @GET
    public Response show() {
        var found = checkouts.find(session);
        var language = language(Optional.ofNullable(chosenLanguage), found);
        return found.map(checkout -> checkout.status() == SessionStatus.OPEN
                        ? views.form(checkout, language, HostedViews.Entered.NOTHING)
                        : views.finished(checkout, language))
                .orElseGet(() -> pages.unknown(language));
    }

    /** A second click finds the session finished and follows the first one to the merchant. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response pay(MultivaluedMap<String, String> fields) {
        var form = new CardForm(fields);
        var found = checkouts.find(session);
        var language = language(form.language(), found);
        if (found.isEmpty()) {
            return pages.unknown(language);
        }
        if (found.get().status() != SessionStatus.OPEN) {
            return afterTheEnd(found.get(), language);
        }
        try {
            if (form.isBankDebit()) {
                return next(customer.payByBankDebit(session, form.holder()).orElseThrow(), form);
            }
            var reading = form.card(clock.now());
            if (reading.card().isEmpty()) {
                return views.form(found.get(), language, HostedViews.Entered.of(form, reading.faults()));
            }
            return next(customer.payByCard(session, reading.card().get()).orElseThrow(), form);
        } catch (PaymentRefused overtaken) {
            return afterTheEnd(checkouts.find(session).orElseThrow(), language);
        }
    }

    private static Response next(Checkout checkout, CardForm form) {
        return Redirects.following(checkout, form.language());
    }

    private Response afterTheEnd(Checkout checkout, Language language) {
        return checkout.status() == SessionStatus.COMPLETE
                ? CustomerPages.to(checkout.successUrl())
                : views.finished(checkout, language);
    }

    private Language language(Optional<String> chosen, Optional<Checkout> checkout) {
        return HostedViews.language(chosen, checkout, headers.getAcceptableLanguages());
    }
}
