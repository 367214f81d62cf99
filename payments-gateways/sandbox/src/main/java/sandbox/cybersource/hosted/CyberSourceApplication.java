package sandbox.cybersource.hosted;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import sandbox.cybersource.CyberSourceAccount;
import sandbox.cybersource.api.RestEndpoint;

/** All of CyberSource, below {@code /cybersource}. */
@ApplicationPath(CyberSourceAccount.PATH)
public class CyberSourceApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(RestEndpoint.class, CardPage.class);
    }
}
