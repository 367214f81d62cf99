package io.mizan.attempt;

import static java.lang.System.Logger.Level.WARNING;

import io.mizan.gateway.Redirect;
import io.mizan.id.AttemptId;
import io.mizan.secrets.Vault;
import io.mizan.time.Sampler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Seals where an attempt is paid, and opens it for whoever sends the customer there. */
@ApplicationScoped
public class Redirects {
    private static final System.Logger LOG = System.getLogger("mizan.attempt");

    private final Vault vault;
    private final Sampler breaks = new Sampler();

    /** For the proxy of the container only. */
    protected Redirects() {
        this(null);
    }

    @Inject
    public Redirects(Vault vault) {
        this.vault = vault;
    }

    public SealedRedirect seal(AttemptId attempt, Redirect redirect) {
        return new SealedRedirect(
                vault.seal(RedirectJson.of(redirect).getBytes(StandardCharsets.UTF_8), context(attempt)));
    }

    /**
     * Where the customer pays.
     *
     * @return empty if the gateway has not told it, and if what is kept does not open: it is of another master key, or of
     *     before it was sealed. Nobody can be sent there then, and another attempt is the way on
     */
    public Optional<Redirect> open(AttemptSnapshot attempt) {
        return attempt.redirect().flatMap(kept -> open(attempt.id(), kept));
    }

    private Optional<Redirect> open(AttemptId attempt, SealedRedirect redirect) {
        try {
            var json = vault.open(redirect.bytes(), context(attempt));
            return Optional.of(RedirectJson.read(new String(json, StandardCharsets.UTF_8)));
        } catch (Vault.SealBroken broken) {
            breaks.take()
                    .ifPresent(passedOver -> LOG.log(
                            WARNING, "event=redirect.seal_broken attempt={0} passed_over={1}", attempt, passedOver));
            return Optional.empty();
        }
    }

    private static String context(AttemptId attempt) {
        return "payment_attempt/" + attempt + "/redirect";
    }
}
