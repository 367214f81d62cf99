package sandbox.paypal.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import sandbox.paypal.PayPalAccount;
import sandbox.paypal.hosted.ApprovalPage;

/** Everything of PayPal's, below {@code /paypal}. */
@ApplicationPath(PayPalAccount.PATH)
public class PayPalApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(PayPalEndpoint.class, CertificatesEndpoint.class, SimulatedMessages.class, ApprovalPage.class);
    }
}
