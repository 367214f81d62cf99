package sandbox.stripe.hosted;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import sandbox.page.CustomerPages;
import sandbox.page.Language;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.SessionStatus;

/** Where a customer goes after an act. */
final class Redirects {
    private Redirects() {}

    /** To the merchant when the session is complete, to the challenge when there is one, else back to the form. */
    static Response following(Checkout checkout, Optional<String> language) {
        if (checkout.status() == SessionStatus.COMPLETE) {
            return CustomerPages.to(checkout.successUrl());
        }
        var page = "/c/pay/" + checkout.sessionId() + (checkout.challenge().isPresent() ? "/challenge" : "");
        return CustomerPages.to(page + Language.kept(language));
    }
}
