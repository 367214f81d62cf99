package io.mizan.simulation;

import io.mizan.gateway.Callback;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayProfile;
import io.mizan.gateway.GatewayProfile.Callbacks;
import io.mizan.gateway.GatewayProfile.Totals;
import io.mizan.gateway.GatewayProfile.Traits;
import io.mizan.gateway.GatewayRequest;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.Recovery;
import io.mizan.gateway.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Of the provider that can do little: it takes money at once and tells totals, its pages cannot be closed, its letters only
 * hint, and a lost answer is found out by our mark, of which it takes one page and no other.
 */
final class InvoicesGateway extends FakeGateway {
    static final GatewayName NAME = new GatewayName("invoices");

    private static final GatewayProfile PROFILE = new GatewayProfile(
            "Invoices",
            Map.of(Operation.OPEN_CHECKOUT, new Recovery.InquireByOurReference(Duration.ofMinutes(1), true)),
            Duration.ofHours(1),
            Duration.ofHours(2),
            List.of(Duration.ofSeconds(20), Duration.ofMinutes(2), Duration.ofMinutes(15), Duration.ofHours(1)),
            Traits.USUAL.with(Callbacks.HINTING).with(Totals.LEVELS).stayingPayable(Provider.INVOICES_STAY));

    InvoicesGateway(Provider provider, Line line) {
        super(Provider.Desk.INVOICES, NAME, provider, line);
    }

    @Override
    public GatewayProfile profile() {
        return PROFILE;
    }

    @Override
    Optional<String> act(GatewayRequest request, Map<String, String> fields) {
        if (request.operation() != Operation.OPEN_CHECKOUT) {
            throw new IllegalStateException("it has no such operation");
        }
        return provider.once(fields.get("mark"), request.content(), () -> Optional.of(open(fields)));
    }

    @Override
    public GatewayResult findOut(GatewayRequest sent, Target target) {
        return inquire(target);
    }

    @Override
    Optional<Provider.Page> page(Target target) {
        return provider.pageFor(target.attempt().toString());
    }

    @Override
    Callback.Reading reading(Map<String, String> fields, Observation told) {
        return new Callback.Reading.Hint(Documents.mark(fields), told.refs(), fields.get("type"));
    }
}
