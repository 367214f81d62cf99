package sandbox.stripe.hosted;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.SessionStatus;

/** Where a customer goes after an act. */
final class Redirects {
    private Redirects() {}

    /** To the merchant when the session is complete, to the challenge when there is one, else back to the form. */
    static Response following(Checkout checkout, Optional<String> language) {
        if (checkout.status() == SessionStatus.COMPLETE) {
            return to(checkout.successUrl());
        }
        var page = "/c/pay/" + checkout.sessionId() + (checkout.challenge().isPresent() ? "/challenge" : "");
        return to(page
                + language.filter(tag -> tag.matches("[a-z]{2}"))
                        .map(tag -> "?lang=" + tag)
                        .orElse(""));
    }

    /** The address as it stands: braces and all, as the merchant wrote it. */
    static Response to(String address) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .header("Cache-Control", "no-store")
                .build();
    }
}
