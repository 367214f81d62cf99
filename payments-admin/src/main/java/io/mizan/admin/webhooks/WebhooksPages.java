package io.mizan.admin.webhooks;

import io.mizan.admin.render.Wording;
import io.mizan.gateway.Gateways;
import io.mizan.gatewayaccount.GatewayAccount;
import io.mizan.gatewayaccount.GatewayAccounts;
import io.mizan.outage.GatewayCalls;
import io.mizan.staff.Roles;
import io.mizan.webhookhealth.Health;
import io.mizan.webhookhealth.WebhookHealth;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The health of the callbacks of every gateway. */
@Controller
@Path("webhooks")
@RequestScoped
@RolesAllowed({Roles.OPERATOR, Roles.ADMINISTRATOR})
public class WebhooksPages {
    @Inject
    Models models;

    @Inject
    Wording wording;

    @Inject
    WebhookHealth health;

    @Inject
    Gateways gateways;

    @Inject
    GatewayAccounts accounts;

    @Inject
    GatewayCalls calls;

    @GET
    public String show() {
        var words = wording.words();
        models.put(
                "page",
                new WebhooksView(health.all().stream()
                        .map(seen -> WebhooksView.of(displayName(seen), seen, calls.outage(seen.gateway()), words))
                        .toList()));
        return "webhooks.html";
    }

    private String displayName(Health seen) {
        return gateways.find(seen.gateway())
                .map(gateway -> gateway.profile().displayName())
                .or(() -> accounts.find(seen.gateway().value()).map(GatewayAccount::displayName))
                .orElse(seen.gateway().value());
    }
}
