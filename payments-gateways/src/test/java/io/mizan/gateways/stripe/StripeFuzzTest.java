package io.mizan.gateways.stripe;

import static io.mizan.gateways.stripe.StripeObjects.bytes;
import static io.mizan.gateways.stripe.StripeObjects.event;

import io.mizan.gateways.callback.CallbackFuzz;

class StripeFuzzTest extends CallbackFuzz {
    StripeFuzzTest() {
        super(
                new StripeCallback(),
                bytes(event(
                        "checkout.session.completed", StripeObjects.session().json())),
                bytes(event(
                        "payment_intent.succeeded",
                        StripeObjects.intent("succeeded").json())));
    }
}
