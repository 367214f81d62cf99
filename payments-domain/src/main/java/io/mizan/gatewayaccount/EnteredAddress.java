package io.mizan.gatewayaccount;

import io.mizan.approval.ActRefused;
import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Setting;
import io.mizan.gatewayaccount.Secret.State;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where an address that somebody enters may lead: credentials are sent there, so that whoever can enter one could have
 * those of others. Any other address is for the environment to say.
 */
final class EnteredAddress {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final GatewayEnvironment environment;

    EnteredAddress(GatewayEnvironment environment) {
        this.environment = environment;
    }

    /**
     * @param before what was entered until now
     * @throws ActRefused if it must not be entered
     */
    void require(AdapterFactory provider, Entered before, Setting setting, String text) {
        var host = host(text);
        if (!environment.live() && THIS_MACHINE.contains(host)) {
            return;
        }
        switch (setting.kind()) {
            case ADDRESS -> requireUnder(setting.domains(), host);
            case CALLBACK -> requireUnder(List.of(host(environment.publicUrl().toString())), host);
            case OWN_SERVER -> requireNoSecrets(provider, before);
            case TEXT, SECRET, SECRETS -> throw new IllegalArgumentException(setting.name() + " is no address");
        }
    }

    private static String host(String address) {
        try {
            var host = new URI(address).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException none) {
            return "";
        }
    }

    private static void requireUnder(List<String> domains, String host) {
        if (domains.stream().noneMatch(domain -> host.equals(domain) || host.endsWith("." + domain))) {
            throw new ActRefused("gateway_address", String.join(", ", domains));
        }
    }

    /** Nobody but whoever entered a secret for a server decides that it is sent to that server. */
    private void requireNoSecrets(AdapterFactory provider, Entered before) {
        boolean entered = before.secrets().stream().anyMatch(secret -> !secret.is(State.DESTROYED));
        if (entered
                || provider.settings().stream().anyMatch(setting -> setting.isSecret() && isTold(provider, setting))) {
            throw new ActRefused("gateway_address_secrets");
        }
    }

    private boolean isTold(AdapterFactory provider, Setting setting) {
        return environment.find(provider.name(), setting.name()).isPresent();
    }
}
