package sandbox.razorpay;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import sandbox.razorpay.api.RazorpayEndpoint;
import sandbox.razorpay.hosted.CheckoutOpening;
import sandbox.razorpay.hosted.CheckoutPage;

/** All of Razorpay, below {@code /razorpay}. */
@ApplicationPath(RazorpayAccount.PATH)
public class RazorpayApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(RazorpayEndpoint.class, CheckoutOpening.class, CheckoutPage.class);
    }
}
