package io.mizan.gateway;

import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Builds the adapter of one provider from this deployment's settings. A provider names its own among the services of
 * {@link ServiceLoader} (not among beans, for settings are judged before there are any), and that is all it takes to be
 * offered.
 */
public interface AdapterFactory {
    /** Those of every provider that there is. */
    static List<AdapterFactory> all() {
        return ServiceLoader.load(AdapterFactory.class, AdapterFactory.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    GatewayName name();

    /** As people know it. */
    default String displayName() {
        return name().value();
    }

    /** Those of its settings that may be entered in the portal too; what is entered there rules. */
    default List<Setting> settings() {
        return List.of();
    }

    /**
     * Reads every setting that there is, and then judges: what is wrong is one sentence that quotes no secret.
     *
     * @throws IllegalArgumentException if the provider cannot be used with these settings
     */
    Adapter build(AdapterSettings settings);

    /** @param callBudget the longest that one call of it can take */
    record Adapter(PaymentGateway gateway, Duration callBudget) {}
}
