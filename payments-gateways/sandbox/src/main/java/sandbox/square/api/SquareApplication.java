package sandbox.square.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Square's API, below {@code /square/v2}. */
@ApplicationPath("/square/v2")
public class SquareApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(SquareEndpoint.class);
    }
}
