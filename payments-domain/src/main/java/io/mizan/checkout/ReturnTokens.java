package io.mizan.checkout;

import io.mizan.attempt.PaymentAttempt;
import io.mizan.gateway.GatewayName;
import io.mizan.id.AttemptId;
import io.mizan.secrets.Digests;
import io.mizan.secrets.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;

/** The way back from a gateway's page: an address with an unguessable token, derived so that it need not be stored. */
@ApplicationScoped
class ReturnTokens {
    private final Vault vault;
    private final CheckoutSettings settings;

    /** For the proxy of the container only. */
    protected ReturnTokens() {
        this(null, null);
    }

    @Inject
    ReturnTokens(Vault vault, CheckoutSettings settings) {
        this.vault = vault;
        this.settings = settings;
    }

    String hashFor(AttemptId attempt) {
        return Digests.sha256(token(attempt));
    }

    boolean matches(PaymentAttempt attempt, String token) {
        return attempt.returnTokenMatches(Digests.sha256(token));
    }

    URI returnUrl(GatewayName gateway, AttemptId attempt) {
        return URI.create(settings.publicUrl() + "/return/" + gateway + "/" + attempt + "?t=" + token(attempt));
    }

    URI cancelUrl(GatewayName gateway, AttemptId attempt) {
        return URI.create(returnUrl(gateway, attempt) + "&canceled=true");
    }

    private String token(AttemptId attempt) {
        return vault.token("return", attempt.toString());
    }
}
