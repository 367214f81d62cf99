package io.mizan.web.gateway;

import io.mizan.access.Scope;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Capturing;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import io.mizan.money.Money;
import io.mizan.outage.GatewayCalls;
import io.mizan.web.access.Needs;
import io.mizan.web.access.Roles;
import io.mizan.web.gateway.GatewaysView.GatewayView;
import io.mizan.web.json.MoneyBody;
import io.mizan.web.page.Query;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Set;

/** What the checkout page may offer. */
@Path("v1/gateways")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.MERCHANT, Roles.BROWSER})
public class GatewaysResource {
    private static final int ORDINARY_AMOUNT = 1_000;

    @Inject
    Gateways gateways;

    @Inject
    GatewayCalls calls;

    @GET
    @Needs(Scope.READ)
    public GatewaysView list(@Context UriInfo uri) {
        var currency = Query.of(uri, Set.of("currency")).value("currency", MoneyBody::currency);
        return new GatewaysView(gateways.offered().stream()
                .filter(gateway -> calls.outage(gateway.name()).isEmpty())
                .filter(gateway -> currency.map(asked -> takes(gateway, asked)).orElse(true))
                .map(GatewaysResource::view)
                .toList());
    }

    /** Gateways object to amounts; an ordinary one stands for the currency. */
    private static boolean takes(PaymentGateway gateway, Currency currency) {
        var ordinary = new BigDecimal(ORDINARY_AMOUNT).movePointRight(currency.getDefaultFractionDigits());
        return gateway.objectionTo(new Money(ordinary.longValueExact(), currency))
                .isEmpty();
    }

    private static GatewayView view(PaymentGateway gateway) {
        var capture = gateway instanceof Capturing
                ? List.of(CaptureMode.AUTOMATIC.code(), CaptureMode.MANUAL.code())
                : List.of(CaptureMode.AUTOMATIC.code());
        return new GatewayView(gateway.name().value(), gateway.profile().displayName(), capture);
    }
}
