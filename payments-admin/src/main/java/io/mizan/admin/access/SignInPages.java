package io.mizan.admin.access;

import static java.lang.System.Logger.Level.INFO;

import io.mizan.admin.render.Messages;
import io.mizan.staff.SignInDelays;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffDirectory;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.mvc.MvcContext;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Password;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** In and out. Nobody needs to be signed in here, nor for the language and for setting a password. */
@Controller
@Path("/")
@RequestScoped
public class SignInPages {
    private static final System.Logger LOG = System.getLogger("mizan.admin");
    private static final int LONGEST_NAME = 64;

    @Inject
    Models models;

    @Inject
    MvcContext mvc;

    @Inject
    SecurityContext security;

    @Inject
    SignInDelays delays;

    @Inject
    StaffDirectory staff;

    @Inject
    StaffAudit audit;

    @Inject
    Visitor visitor;

    @Inject
    PortalSession session;

    @Context
    HttpServletRequest request;

    @Context
    HttpServletResponse response;

    @GET
    @Path("login")
    public Response form() {
        return visitor.member().isPresent() ? start() : page(Response.Status.OK, Optional.empty());
    }

    /**
     * A name that nobody has and a wrong password are answered alike, and as slowly. Whoever is signed in signs out first: the
     * container would take what it knows of the session for an answer and look at no password.
     */
    @POST
    @Path("login")
    public Response signIn(@FormParam("username") String username, @FormParam("password") String password) {
        if (request.getUserPrincipal() != null) {
            return start();
        }
        var name = username == null ? "" : username.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || password == null || password.isEmpty()) {
            return refused("signin.incomplete");
        }
        var closed = delays.closedFor(name, visitor.origin());
        if (closed.isPresent()) {
            LOG.log(INFO, "event=staff.sign_in outcome=delayed");
            return tooSoon(closed.get());
        }
        // Before it: afterwards the mechanism may have sent its answer.
        session.renew(response);
        var status = security.authenticate(
                request,
                response,
                AuthenticationParameters.withParams()
                        .credential(new UsernamePasswordCredential(name, new Password(password))));
        if (status != AuthenticationStatus.SUCCESS && status != AuthenticationStatus.SEND_CONTINUE) {
            LOG.log(INFO, "event=staff.sign_in outcome=refused");
            return refused("signin.refused");
        }
        staff.find(name).ifPresent(session::begin);
        // On SEND_CONTINUE the mechanism has answered already, with the way back to what was asked for.
        return status == AuthenticationStatus.SEND_CONTINUE ? null : start();
    }

    @POST
    @Path("logout")
    public Response signOut() throws ServletException {
        visitor.member().ifPresent(member -> audit.record(member, StaffAct.SIGNED_OUT, member.username(), Map.of()));
        request.logout();
        session.end();
        return Response.seeOther(URI.create("login")).build();
    }

    private Response start() {
        return Response.seeOther(URI.create("/admin/")).build();
    }

    private Response refused(String why) {
        return page(
                Response.Status.UNAUTHORIZED,
                Optional.of(Messages.in(mvc.getLocale()).text(why)));
    }

    private Response tooSoon(Duration wait) {
        long seconds = wait.toSeconds() + 1;
        var why = Messages.in(mvc.getLocale()).text("signin.too_soon", seconds);
        return page(Response.Status.TOO_MANY_REQUESTS, Optional.of(why));
    }

    private Response page(Response.Status status, Optional<String> refusal) {
        models.put("page", new SignInView(refusal));
        return Response.status(status).entity("signin.html").build();
    }
}
