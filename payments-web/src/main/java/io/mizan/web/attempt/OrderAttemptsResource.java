package io.mizan.web.attempt;

import io.mizan.access.Scope;
import io.mizan.attempt.AttemptSnapshot;
import io.mizan.checkout.StartAttempt;
import io.mizan.checkout.StartAttemptCommand;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.CaptureMode;
import io.mizan.id.OrderId;
import io.mizan.web.access.Caller;
import io.mizan.web.access.Needs;
import io.mizan.web.access.OrderAccess;
import io.mizan.web.access.Roles;
import io.mizan.web.http.ClientAddress;
import io.mizan.web.idempotency.Idempotent;
import io.mizan.web.idempotency.Outcome;
import io.mizan.web.json.StrictJson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Starting to pay an order. */
@Path("v1/orders/{id}/attempts")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.MERCHANT, Roles.BROWSER})
public class OrderAttemptsResource {
    private static final String OPEN_ATTEMPT = "attempt";

    @Inject
    Caller caller;

    @Inject
    OrderAccess access;

    @Inject
    ClientAddress address;

    @Inject
    Idempotent idempotent;

    @Inject
    StartAttempt startAttempt;

    @Inject
    AttemptViews views;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.ORDERS)
    public Response start(@PathParam("id") OrderId order, byte[] raw) {
        access.check(order);
        var body = StrictJson.read(raw, StartAttemptBody::read);
        if (caller.isBrowser() && body.acceptDuplicateRisk()) {
            throw MizanException.of(
                    ErrorCode.PERMISSION_DENIED,
                    "accept_duplicate_risk",
                    "Only the merchant's server may accept that an order could be paid twice.");
        }
        if (caller.isBrowser() && body.capture() == CaptureMode.MANUAL) {
            throw MizanException.of(
                    ErrorCode.PERMISSION_DENIED,
                    "capture",
                    "Only the merchant's server may choose to collect the money later.");
        }
        return idempotent.once(raw, attemptId -> {
            var attempt = start(command(attemptId, order, body));
            return Outcome.created(URI.create("/api/v1/attempts/" + attempt.id()), views.of(attempt));
        });
    }

    private AttemptSnapshot start(StartAttemptCommand command) {
        try {
            return startAttempt.start(command);
        } catch (MizanException refusal) {
            throw refusal.members().get(OPEN_ATTEMPT) instanceof AttemptSnapshot open
                    ? refusal.with(OPEN_ATTEMPT, views.of(open))
                    : refusal;
        }
    }

    private StartAttemptCommand command(UUID attemptId, OrderId order, StartAttemptBody body) {
        return new StartAttemptCommand(
                attemptId,
                order,
                body.gateway(),
                body.capture(),
                body.replace(),
                body.acceptDuplicateRisk(),
                caller.isBrowser() ? address.value() : Optional.empty());
    }
}
