package sandbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** The providers that this process simulates. */
@ApplicationScoped
class Gateways {
    @Inject
    @Any
    Instance<SimulatedGateway> simulators;

    List<SimulatedGateway> all() {
        return simulators.stream()
                .sorted(Comparator.comparing(SimulatedGateway::name))
                .toList();
    }

    /** @throws ControlRefused if there is none of this name */
    SimulatedGateway named(String name) {
        return all().stream()
                .filter(gateway -> gateway.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ControlRefused.unknown("gateway", name));
    }
}
