package sandbox.sadad.hosted;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import sandbox.sadad.SadadAccount;
import sandbox.sadad.api.ApiEndpoint;

/** All of SADAD, below {@code /sadad}. */
@ApplicationPath(SadadAccount.PATH)
public class SadadApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ApiEndpoint.class, CheckoutPage.class);
    }
}
