package sandbox.razorpay.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import sandbox.razorpay.RazorpayAccount;
import sandbox.store.Events;

/** A message as it was written, which Razorpay itself shows on its dashboard. */
@Path("events/{id}")
@RequestScoped
public class SimulatedMessages {
    @Inject
    Events events;

    @GET
    @Produces("application/json")
    public String message(@PathParam("id") String id) {
        return events.find(RazorpayAccount.GATEWAY, id)
                .orElseThrow(NotFoundException::new)
                .message()
                .body();
    }
}
