package sandbox.qpay.hosted;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import sandbox.qpay.QPayAccount;
import sandbox.qpay.api.GatewayEndpoint;

/** All of QPay, below {@code /qpay}. */
@ApplicationPath(QPayAccount.PATH)
public class QPayApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(GatewayEndpoint.class, PayPage.class);
    }
}
