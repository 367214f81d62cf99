package sandbox.stripe.hosted;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The hosted pages, below {@code /c}. */
@ApplicationPath("/c")
public class HostedApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(PayPage.class, ChallengePage.class);
    }
}
