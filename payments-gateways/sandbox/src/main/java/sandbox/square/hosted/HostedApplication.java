package sandbox.square.hosted;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The hosted pages, below {@code /square/pay}. */
@ApplicationPath("/square/pay")
public class HostedApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(PayPage.class);
    }
}
