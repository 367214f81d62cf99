package io.mizan.gatewayaccount;

import io.mizan.gateway.GatewayName;
import io.mizan.secrets.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells secrets apart without telling them: the beginning of a keyed hash, which nobody can try guesses against. */
@ApplicationScoped
public class SecretPrints {
    private static final int LENGTH = 8;

    private final Vault vault;

    /** For the proxy of the container only. */
    protected SecretPrints() {
        this(null);
    }

    @Inject
    public SecretPrints(Vault vault) {
        this.vault = vault;
    }

    String of(GatewayName gateway, String secret) {
        return vault.hash("gateway_secret", gateway + "/" + secret).substring(0, LENGTH);
    }
}
