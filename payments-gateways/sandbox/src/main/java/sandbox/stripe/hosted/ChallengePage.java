package sandbox.stripe.hosted;

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
import java.util.Optional;
import sandbox.page.CustomerPages;
import sandbox.page.Language;
import sandbox.stripe.checkout.Checkouts;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.PaymentRefused;
import sandbox.stripe.payment.SessionStatus;

/** The issuer's page on which a cardholder authenticates: here, two buttons. */
@Path("pay/{session}/challenge")
@RequestScoped
public class ChallengePage {
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

    @GET
    public Response show() {
        var found = checkouts.find(session);
        var chosen = Optional.ofNullable(chosenLanguage);
        var language = HostedViews.language(chosen, found, headers.getAcceptableLanguages());
        if (found.isEmpty()) {
            return pages.unknown(language);
        }
        var waiting = found.filter(checkout -> checkout.status() == SessionStatus.OPEN)
                .filter(checkout -> checkout.challenge().isPresent());
        return waiting.map(checkout -> views.challenge(checkout, language)).orElseGet(() -> back(found.get(), chosen));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@FormParam("outcome") String outcome, @FormParam("lang") String lang) {
        var chosen = Optional.ofNullable(lang);
        try {
            return customer.answerChallenge(session, "complete".equals(outcome))
                    .map(checkout -> Redirects.following(checkout, chosen))
                    .orElseGet(() -> pages.unknown(
                            HostedViews.language(chosen, Optional.empty(), headers.getAcceptableLanguages())));
        } catch (PaymentRefused overtaken) {
            return back(checkouts.find(session).orElseThrow(), chosen);
        }
    }

    private static Response back(Checkout checkout, Optional<String> chosen) {
        return checkout.status() == SessionStatus.COMPLETE
                ? CustomerPages.to(checkout.successUrl())
                : CustomerPages.to("/c/pay/" + checkout.sessionId() + Language.kept(chosen));
    }
}
