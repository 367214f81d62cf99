package io.mizan.gatewayaccount;

import io.mizan.access.AddressRange;
import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.AdapterFactory.Adapter;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.OfferTerms;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes gateways of settings. Pure but for the adapters, which may read files and call nobody. */
public final class Assembly {
    static final String ENABLED = "enabled";
    static final String OFFERED = "offered";
    static final String AMOUNTS = "amounts";
    static final String COUNTRIES = "countries";
    static final String CALLERS = "callers";

    private static final Set<String> YES = Set.of("true", "1", "yes", "y", "on", "t");

    private final GatewayEnvironment environment;

    public Assembly(GatewayEnvironment environment) {
        this.environment = environment;
    }

    /**
     * One gateway as it is set.
     *
     * @param adapter absent if it is not used
     * @param callers from where its callbacks are taken; none means from everywhere
     */
    public record Assembled(Optional<Adapter> adapter, OfferTerms terms, List<AddressRange> callers) {
        public Assembled {
            callers = List.copyOf(callers);
        }
    }

    /** As the environment alone says. */
    public Assembled assemble(AdapterFactory provider) {
        return assemble(provider, environment.lookUp());
    }

    /**
     * @param lookUp finds a setting by its full name
     * @throws IllegalArgumentException with a sentence that quotes no secret, if the gateway cannot be used like that
     */
    Assembled assemble(AdapterFactory provider, Function<String, Optional<String>> lookUp) {
        var own = new Own(provider.name(), lookUp);
        var terms = OfferTerms.read(own.flag(OFFERED, true), own.list(AMOUNTS), own.list(COUNTRIES));
        var callers = own.list(CALLERS).stream().map(Assembly::range).toList();
        boolean used = own.flag(ENABLED, false) && !environment.takesAway(provider.name());
        var adapter = used
                ? Optional.of(provider.build(environment.settings(provider.name(), lookUp)))
                : Optional.<Adapter>empty();
        adapter.ifPresent(built -> {
            if (built.callBudget().compareTo(environment.mostCallBudget()) > 0) {
                throw new IllegalArgumentException(
                        "The budget of a call is at most " + environment.mostCallBudget() + " beside the leases here");
            }
        });
        return new Assembled(adapter, terms, callers);
    }

    /** Those that {@code mizan.gateways.order} names come first; the others follow by name. */
    public List<AdapterFactory> inOrder(List<AdapterFactory> providers) {
        var named = split(environment.lookUp().apply("mizan.gateways.order").orElse(""));
        var first = named.isEmpty() ? List.of("stripe") : named;
        return providers.stream()
                .sorted(Comparator.comparing((AdapterFactory provider) -> place(provider, first))
                        .thenComparing(provider -> provider.name().value()))
                .toList();
    }

    private static int place(AdapterFactory provider, List<String> order) {
        int place = order.indexOf(provider.name().value());
        return place < 0 ? order.size() : place;
    }

    private static AddressRange range(String entry) {
        try {
            return new AddressRange(entry);
        } catch (IllegalArgumentException notOne) {
            throw new IllegalArgumentException("\"" + entry + "\" is none: " + notOne.getMessage(), notOne);
        }
    }

    static List<String> split(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    static String fullName(GatewayName gateway, String setting) {
        return "mizan." + gateway + "." + setting;
    }

    static boolean isYes(String text) {
        return YES.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    private record Own(GatewayName gateway, Function<String, Optional<String>> lookUp) {
        boolean flag(String name, boolean standard) {
            return lookUp.apply(fullName(gateway, name)).map(Assembly::isYes).orElse(standard);
        }

        List<String> list(String name) {
            return split(lookUp.apply(fullName(gateway, name)).orElse(""));
        }
    }
}
