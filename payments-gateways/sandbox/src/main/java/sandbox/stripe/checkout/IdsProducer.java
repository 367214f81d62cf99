package sandbox.stripe.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import sandbox.stripe.payment.Ids;

/** One source of ids for the whole simulator. */
@ApplicationScoped
class IdsProducer {
    @Produces
    @Singleton
    Ids ids() {
        return Ids.unguessable();
    }
}
