package io.mizan.admin.render;

import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.Function;

/** What people call a gateway; one that this deployment no longer has goes by its name in the rows. */
@RequestScoped
public class GatewayNames implements Function<GatewayName, String> {
    @Inject
    Gateways gateways;

    @Override
    public String apply(GatewayName name) {
        return gateways.find(name)
                .map(PaymentGateway::profile)
                .map(GatewayProfile::displayName)
                .orElse(name.value());
    }
}
