package io.mizan.admin.access;

import io.mizan.admin.render.Wording;
import io.mizan.staff.SecondFactors;
import io.mizan.staff.TotpSecret;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The second step of signing in, and the authenticator app that it needs. */
@Controller
@Path("/")
@RequestScoped
public class SecondFactorPages {
    private static final String ISSUER = "Mizan";

    @Inject
    Models models;

    @Inject
    Wording wording;

    @Inject
    SecondFactors factors;

    @Inject
    PortalSession session;

    @Inject
    Proofs proofs;

    @Inject
    Visitor visitor;

    @GET
    @Path("second-factor")
    public Response question() {
        return session.stage() == PortalSession.Stage.CODE
                ? question(Response.Status.OK, Optional.empty())
                : goOn(session.stage().page());
    }

    @POST
    @Path("second-factor")
    public Response answer(@FormParam("code") String code) {
        if (session.stage() != PortalSession.Stage.CODE) {
            return goOn(session.stage().page());
        }
        var member = visitor.required();
        var objection = proofs.objectionToCode(member, code);
        if (objection.isPresent()) {
            return question(Response.Status.UNAUTHORIZED, objection);
        }
        session.in(member);
        return goOn(session.wanted());
    }

    /** How to set up an app: first why, then the secret, to whoever began and proved who they are. */
    @GET
    @Path("authenticator")
    public Response authenticator() {
        var member = visitor.required();
        if (factors.isEnrolled(member)) {
            return goOn("/admin/account");
        }
        return authenticator(Response.Status.OK, Optional.empty());
    }

    @POST
    @Path("authenticator")
    @Sensitive
    public Response begin() {
        var member = visitor.required();
        if (!factors.isEnrolled(member)) {
            factors.begin(member);
            session.enrols(true);
        }
        return goOn("/admin/authenticator");
    }

    @POST
    @Path("authenticator/confirm")
    public Response confirm(@FormParam("code") String code) {
        var member = visitor.required();
        if (!session.isEnrolling() || factors.isEnrolled(member)) {
            return goOn("/admin/authenticator");
        }
        var codes = factors.confirm(member, code == null ? "" : code);
        if (codes.isEmpty()) {
            return authenticator(
                    Response.Status.BAD_REQUEST, Optional.of(wording.words().text("factor.wrong")));
        }
        session.enrols(false);
        if (session.stage() != PortalSession.Stage.IN) {
            session.in(member);
        }
        return recoveryCodes(codes.get());
    }

    @POST
    @Path("authenticator/recovery-codes")
    @Sensitive
    public Response renewRecoveryCodes() {
        return recoveryCodes(factors.renewRecoveryCodes(visitor.required()));
    }

    private Response recoveryCodes(List<String> codes) {
        models.put("page", new RecoveryCodesView(codes));
        return Response.ok("recovery-codes.html").build();
    }

    private Response question(Response.Status status, Optional<String> refusal) {
        models.put("page", new SignInView(refusal));
        return Response.status(status).entity("second-factor.html").build();
    }

    private Response authenticator(Response.Status status, Optional<String> refusal) {
        var member = visitor.required();
        var secret = session.isEnrolling() ? factors.begun(member) : Optional.<TotpSecret>empty();
        models.put(
                "page",
                new AuthenticatorView(
                        session.stage() == PortalSession.Stage.AUTHENTICATOR,
                        secret.map(shared ->
                                AuthenticatorView.Secret.of(shared.text(), shared.address(ISSUER, member.username()))),
                        refusal));
        return Response.status(status).entity("authenticator.html").build();
    }

    private static Response goOn(String page) {
        return Response.seeOther(URI.create(page)).build();
    }
}
