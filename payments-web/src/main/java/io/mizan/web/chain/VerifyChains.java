package io.mizan.web.chain;

import io.mizan.chain.ChainFault;
import io.mizan.chain.ChainVerifier;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import io.mizan.sql.SqlFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/**
 * Verifies the chains of a database without a server, and changes nothing. It reads the settings of the server from the
 * environment: {@code MIZAN_DB_URL}, {@code MIZAN_DB_USER}, {@code MIZAN_DB_PASSWORD}, and {@code MIZAN_MASTER_KEY} or
 * {@code MIZAN_MASTER_KEY_FILE}. Each fault is a line; it ends with status 0 if there is none, 1 if there is one, and 2
 * if it could not look.
 */
public final class VerifyChains {
    private static final int GOOD = 0;
    private static final int BROKEN = 1;
    private static final int NOT_VERIFIED = 2;

    private VerifyChains() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv(), System.out, System.err));
    }

    /** @return the status to end with */
    public static int run(Map<String, String> settings, PrintStream out, PrintStream err) {
        try (var database = new MariaDbPoolDataSource()) {
            // The address last: it fills the pool at once, as whoever is named by then.
            database.setUser(settings.getOrDefault("MIZAN_DB_USER", ""));
            database.setPassword(settings.getOrDefault("MIZAN_DB_PASSWORD", ""));
            database.setUrl(poolOfOne(required(settings, "MIZAN_DB_URL")));
            var verifier = new ChainVerifier(Sql.withoutTransactions(database), new Vault(masterKey(settings)));
            var total = verifier.all(fault -> out.println(line(fault)));
            out.printf(
                    "%d orders, %d people, %d anchors, %d entries: %s%n",
                    total.orders(),
                    total.people(),
                    total.anchors(),
                    total.entries(),
                    total.faults() == 0 ? "nothing was changed" : total.faults() + " faults");
            return total.faults() == 0 ? GOOD : BROKEN;
        } catch (SQLException | SqlFailure failure) {
            err.println("The database cannot be read: " + rootOf(failure) + ". Correct MIZAN_DB_URL, MIZAN_DB_USER and"
                    + " MIZAN_DB_PASSWORD.");
            return NOT_VERIFIED;
        } catch (IOException | IllegalArgumentException refusal) {
            err.println(refusal.getMessage());
            return NOT_VERIFIED;
        }
    }

    private static String line(ChainFault fault) {
        return fault.kind().code() + " " + fault.subject() + " " + fault.seq();
    }

    private static String poolOfOne(String url) {
        return url + (url.contains("?") ? "&" : "?") + "maxPoolSize=1&minPoolSize=1";
    }

    private static MasterKey masterKey(Map<String, String> settings) throws IOException {
        var key = Optional.ofNullable(settings.get("MIZAN_MASTER_KEY"));
        var encoded =
                key.isPresent() ? key.get() : Files.readString(Path.of(required(settings, "MIZAN_MASTER_KEY_FILE")));
        return MasterKey.of(Base64.getDecoder().decode(encoded.strip()));
    }

    private static String required(Map<String, String> settings, String name) {
        return Optional.ofNullable(settings.get(name))
                .orElseThrow(() -> new IllegalArgumentException("Set " + name + ", as for the server."));
    }

    private static String rootOf(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
