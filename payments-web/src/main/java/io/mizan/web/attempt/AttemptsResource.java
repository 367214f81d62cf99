package io.mizan.web.attempt;

import io.mizan.access.Scope;
import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.Attempts;
import io.mizan.checkout.CaptureAttempt;
import io.mizan.checkout.CloseAttempt;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import io.mizan.web.access.Needs;
import io.mizan.web.access.Roles;
import io.mizan.web.idempotency.Idempotent;
import io.mizan.web.idempotency.Outcome;
import io.mizan.web.json.NoBody;
import io.mizan.web.json.StrictJson;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** One attempt: how it stands, and what the merchant may do about it. */
@Path("v1/attempts/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed(Roles.MERCHANT)
public class AttemptsResource {
    @Inject
    Idempotent idempotent;

    @Inject
    Attempts attempts;

    @Inject
    CaptureAttempt captureAttempt;

    @Inject
    CloseAttempt closeAttempt;

    @Inject
    AttemptViews views;

    @GET
    @Needs(Scope.READ)
    public Response get(@PathParam("id") AttemptId id) {
        return Response.ok(views.of(require(id))).build();
    }

    @POST
    @Path("capture")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.CAPTURES)
    public Response capture(@PathParam("id") AttemptId id, byte[] raw) {
        var body = StrictJson.read(raw, CaptureBody::read);
        return idempotent.once(raw, effect -> {
            body.amount().ifPresent(amount -> requireCurrencyOf(require(id), amount));
            return views.captured(captureAttempt.capture(id, body.reference(), body.amount()), body.reference());
        });
    }

    @POST
    @Path("void")
    @Needs(Scope.CAPTURES)
    public Response release(@PathParam("id") AttemptId id, byte[] raw) {
        NoBody.check(raw);
        return idempotent.once(raw, effect -> Outcome.done(views.of(closeAttempt.release(id))));
    }

    @POST
    @Path("close")
    @Needs(Scope.ORDERS)
    public Response close(@PathParam("id") AttemptId id, byte[] raw) {
        NoBody.check(raw);
        return idempotent.once(raw, effect -> Outcome.done(views.of(closeAttempt.close(id))));
    }

    private AttemptSnapshot require(AttemptId id) {
        return attempts.find(id)
                .orElseThrow(() -> new MizanException(ErrorCode.NOT_FOUND, "There is no such attempt."));
    }

    private static void requireCurrencyOf(AttemptSnapshot attempt, Money amount) {
        if (!attempt.amount().currency().equals(amount.currency())) {
            throw MizanException.of(
                    ErrorCode.INVALID_FIELD,
                    "amount.currency",
                    "The attempt is in " + attempt.amount().currencyCode() + ".");
        }
    }
}
