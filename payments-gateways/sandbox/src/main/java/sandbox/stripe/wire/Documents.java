package sandbox.stripe.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import sandbox.settings.Settings;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.Happening;

/** Writes the objects of a checkout, with the addresses under which this process is reached. */
@ApplicationScoped
public class Documents {
    @Inject
    Settings settings;

    public String pageUrl(String sessionId) {
        return settings.publicUrl() + "/c/pay/" + sessionId;
    }

    public JsonObject session(Checkout checkout) {
        return SessionJson.of(checkout, pageUrl(checkout.sessionId()));
    }

    public Optional<JsonObject> intent(Checkout checkout) {
        return checkout.intent().map(intent -> IntentJson.of(checkout, intent, pageUrl(checkout.sessionId())));
    }

    public Optional<JsonObject> charge(Checkout checkout, String id) {
        return checkout.charge(id).map(charge -> ChargeJson.of(checkout, charge));
    }

    public Optional<JsonObject> refund(Checkout checkout, String id) {
        return checkout.refund(id).map(refund -> RefundJson.of(checkout, refund));
    }

    /** The object that an event shows, as it was when the event happened. */
    public JsonObject shownBy(Happening happening) {
        return switch (happening.subject()) {
            case SESSION -> session(happening.at());
            case INTENT -> intent(happening.at()).orElseThrow();
            case CHARGE -> charge(happening.at(), happening.objectId()).orElseThrow();
            case REFUND -> refund(happening.at(), happening.objectId()).orElseThrow();
        };
    }
}
