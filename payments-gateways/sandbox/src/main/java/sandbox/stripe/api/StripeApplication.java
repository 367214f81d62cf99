package sandbox.stripe.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The API, below {@code /v1}. */
@ApplicationPath("/v1")
public class StripeApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(StripeEndpoint.class);
    }
}
