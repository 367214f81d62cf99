package sandbox.stripe.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import sandbox.stripe.payment.Checkout;

/** A checkout as the text that is kept of it. Ours alone: it is not what the API answers. */
@ApplicationScoped
class CheckoutText {
    private final Jsonb jsonb = JsonbBuilder.create();

    String write(Checkout checkout) {
        return jsonb.toJson(checkout);
    }

    Checkout read(String text) {
        return jsonb.fromJson(text, Checkout.class);
    }
}
