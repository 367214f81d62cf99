package io.mizan.admin.webhooks;

import static java.util.stream.Collectors.toSet;

import io.mizan.admin.render.Wording;
import io.mizan.gateway.GatewayName;
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
import java.util.Set;

/** The health of the callbacks of every gateway. */
@Controller
@Path("webhooks")
@RequestScoped
@RolesAllowed({Roles.OPERATOR, Roles.ADMINISTRATOR})
public class WebhooksPages {
    private static final String WEBHOOK_IDS = "webhook.ids";

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
        var overId = overId();
        models.put(
                "page",
                new WebhooksView(health.all().stream()
                        .map(seen -> WebhooksView.of(
                                displayName(seen),
                                seen,
                                calls.outage(seen.gateway()),
                                overId.contains(seen.gateway()),
                                opensHere(seen.gateway()),
                                words))
                        .toList()));
        return "webhooks.html";
    }

    /** Those that are told the ids of our webhooks have no secret for them. */
    private Set<GatewayName> overId() {
        return accounts.all().stream()
                .filter(account -> account.settings().stream()
                        .anyMatch(setting -> setting.name().equals(WEBHOOK_IDS)))
                .map(GatewayAccount::name)
                .collect(toSet());
    }

    private boolean opensHere(GatewayName name) {
        return gateways.find(name)
                .filter(gateway -> gateway.profile().opensHere())
                .isPresent();
    }

    private String displayName(Health seen) {
        return gateways.find(seen.gateway())
                .map(gateway -> gateway.profile().displayName())
                .or(() -> accounts.find(seen.gateway().value()).map(GatewayAccount::displayName))
                .orElse(seen.gateway().value());
    }
}
