package io.mizan.web.gateway;

import io.mizan.access.Scope;
import io.mizan.checkout.GatewayChoice;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Capturing;
import io.mizan.gateway.PaymentGateway;
import io.mizan.money.Money;
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
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the checkout page may offer. */
@Path("v1/gateways")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@RolesAllowed({Roles.MERCHANT, Roles.BROWSER})
public class GatewaysResource {
    private static final Pattern MINOR = Pattern.compile("[1-9][0-9]{0,14}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    @Inject
    GatewayChoice choice;

    @GET
    @Needs(Scope.READ)
    public GatewaysView list(@Context UriInfo uri) {
        var query = Query.of(uri, Set.of("currency", "amount", "country"));
        var currency = query.value("currency", MoneyBody::currency);
        var minor = query.value("amount", GatewaysResource::minor);
        if (minor.isPresent() && currency.isEmpty()) {
            throw MizanException.of(ErrorCode.MISSING_FIELD, "currency", "An amount needs its currency.");
        }
        var amount = minor.map(it -> new Money(it, currency.orElseThrow()));
        var wanted = new GatewayChoice.Wanted(currency, amount, query.value("country", GatewaysResource::country));
        return new GatewaysView(
                choice.offered(wanted).stream().map(GatewaysResource::view).toList());
    }

    private static long minor(String text) {
        if (!MINOR.matcher(text).matches()) {
            throw new IllegalArgumentException("it is a whole number of minor units from 1 to 999999999999999");
        }
        return Long.parseLong(text);
    }

    private static String country(String text) {
        if (!COUNTRY.matcher(text).matches()) {
            throw new IllegalArgumentException("a country is two capitals of ISO 3166-1, such as QA");
        }
        return text;
    }

    private static GatewayView view(PaymentGateway gateway) {
        var capture = gateway instanceof Capturing
                ? List.of(CaptureMode.AUTOMATIC.code(), CaptureMode.MANUAL.code())
                : List.of(CaptureMode.AUTOMATIC.code());
        return new GatewayView(gateway.name().value(), gateway.profile().displayName(), capture);
    }
}
