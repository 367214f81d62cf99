package sandbox.stripe.wire;

import jakarta.json.JsonObject;
import java.util.Optional;
import sandbox.stripe.payment.Decline;

/** The error that a declined try leaves on its payment intent. */
final class ErrorJson {
    private ErrorJson() {}

    /** @param method shown where no issuer was asked; a charge tells its own */
    static JsonObject of(Decline decline, Optional<String> charge, Optional<String> method) {
        return Document.empty()
                .text("type", decline.isAuthenticationFailure() ? "invalid_request_error" : "card_error")
                .text("code", decline.code())
                .text("decline_code", decline.declineCode())
                .text("advice_code", decline.adviceCode())
                .text("charge", charge)
                .text("message", decline.message())
                .value("payment_method", method.filter(id -> charge.isEmpty()).map(id -> Document.of("payment_method")
                        .text("id", id)
                        .build()))
                .text(
                        "doc_url",
                        "https://stripe.com/docs/error-codes/" + decline.code().replace('_', '-'))
                .build();
    }
}
