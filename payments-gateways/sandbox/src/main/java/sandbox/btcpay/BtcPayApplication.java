package sandbox.btcpay;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Everything of the server's, below {@code /btcpay}. */
@ApplicationPath(BtcPayAccount.PATH)
public class BtcPayApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(BtcPayEndpoint.class, InvoicePage.class);
    }
}
