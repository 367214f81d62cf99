package sandbox.paypal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import sandbox.clock.SimulatedClock;
import sandbox.paypal.PayPalAccount;
import sandbox.paypal.order.Ids;

/** The tokens that were issued. They end by the clock, when somebody ends them, and with this process. */
@ApplicationScoped
public class AccessTokens {
    static final Duration LIFE = Duration.ofHours(9);
    private static final String BEARER = "Bearer ";

    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final Ids ids = new Ids();

    @Inject
    PayPalAccount account;

    @Inject
    SimulatedClock clock;

    /** A new token for these Basic credentials; empty if they are not the app's. */
    Optional<String> issue(Optional<String> authorization) {
        var app = account.clientId() + ":" + account.clientSecret();
        var wanted = bytes("Basic " + Base64.getEncoder().encodeToString(bytes(app)));
        return authorization
                .filter(given -> MessageDigest.isEqual(bytes(given), wanted))
                .map(good -> {
                    var token = ids.token();
                    ends.put(token, clock.now().plus(LIFE));
                    return token;
                });
    }

    boolean isValid(Optional<String> authorization) {
        return authorization
                .filter(it -> it.startsWith(BEARER))
                .map(it -> ends.get(it.substring(BEARER.length())))
                .filter(end -> clock.now().isBefore(end))
                .isPresent();
    }

    /** As if the secret had been changed. */
    public void endAll() {
        ends.clear();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
