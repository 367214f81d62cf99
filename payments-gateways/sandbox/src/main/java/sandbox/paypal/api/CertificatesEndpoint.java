package sandbox.paypal.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import sandbox.paypal.event.SigningIdentity;

/** The certificates, which need no token: {@code CERT-sim} signs messages, {@code CERT-root} is the authority behind it. */
@Path("v1/notifications/certs/{name}")
@RequestScoped
public class CertificatesEndpoint {
    @Inject
    SigningIdentity identity;

    @GET
    @Produces("application/x-pem-file")
    public String certificate(@PathParam("name") String name) {
        return switch (name) {
            case "CERT-sim" -> identity.certificate();
            case "CERT-root" -> identity.authority();
            default -> throw new NotFoundException();
        };
    }
}
