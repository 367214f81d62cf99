package io.mizan.web.gateway;

import io.mizan.gatewayaccount.GatewayAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code gateways} of {@code /health/ready}: names those that could not be built of their settings. Always up, for the
 * others go on, and taking the server away would end them too.
 */
@Readiness
@ApplicationScoped
class GatewaysHealth implements HealthCheck {
    @Inject
    GatewayAccounts accounts;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("gateways").up();
        accounts.faults().forEach((gateway, fault) -> answer.withData(gateway.value(), "not built, see " + fault.id()));
        return answer.build();
    }
}
