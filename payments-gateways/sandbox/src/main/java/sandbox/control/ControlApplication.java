package sandbox.control;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The control page and the control API, below {@code /control}. */
@ApplicationPath("/control")
public class ControlApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(ControlApi.class, ControlPages.class, RefusalMapper.class, SameSiteOnly.class);
    }
}
