package io.mizan.web.command;

import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import io.mizan.sql.SqlFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;

/**
 * A command that looks at the database of a deployment without a server. It reads the settings of the server from the
 * environment: {@code MIZAN_DB_URL}, {@code MIZAN_DB_USER}, {@code MIZAN_DB_PASSWORD}, and {@code MIZAN_MASTER_KEY} or
 * {@code MIZAN_MASTER_KEY_FILE}.
 */
public final class OperatorCommand {
    /** Everything is as it should be. */
    public static final int GOOD = 0;
    /** Something is wrong, and was told. */
    public static final int BROKEN = 1;
    /** It could not look. */
    public static final int NOT_VERIFIED = 2;

    private OperatorCommand() {}

    /** What the command does; no transaction is open on the connections of {@code database}. */
    @FunctionalInterface
    public interface Look {
        /** @return the status to end with */
        int at(DataSource database, Vault vault);
    }

    /**
     * @param err is told, in one sentence with its cure, why it cannot look
     * @return the status to end with
     */
    public static int run(Map<String, String> settings, PrintStream err, Look look) {
        try (var database = new MariaDbPoolDataSource()) {
            var url = required(settings, "MIZAN_DB_URL");
            var user = settings.getOrDefault("MIZAN_DB_USER", "");
            var password = settings.getOrDefault("MIZAN_DB_PASSWORD", "");
            requireEntry(url, user, password);
            // The address last: it fills the pool at once, as whoever is named by then.
            database.setUser(user);
            database.setPassword(password);
            database.setUrl(poolOfOne(url));
            return look.at(database, new Vault(masterKey(settings), previousKeys(settings)));
        } catch (SQLException | SqlFailure failure) {
            err.println("The database cannot be read: " + rootOf(failure) + ". Correct MIZAN_DB_URL, MIZAN_DB_USER and"
                    + " MIZAN_DB_PASSWORD.");
            return NOT_VERIFIED;
        } catch (IOException | IllegalArgumentException refusal) {
            err.println(refusal.getMessage());
            return NOT_VERIFIED;
        } catch (RuntimeException | LinkageError failure) {
            err.println("It could not look: this is a fault of the command, and says nothing about the database.");
            failure.printStackTrace(err);
            return NOT_VERIFIED;
        }
    }

    /** The pool would only say that it has no connection, and the log of the driver why. */
    private static void requireEntry(String url, String user, String password) throws SQLException {
        DriverManager.getConnection(url, user, password).close();
    }

    private static String poolOfOne(String url) {
        return url + (url.contains("?") ? "&" : "?") + "maxPoolSize=1&minPoolSize=1";
    }

    private static MasterKey masterKey(Map<String, String> settings) throws IOException {
        var key = Optional.ofNullable(settings.get("MIZAN_MASTER_KEY"));
        var encoded =
                key.isPresent() ? key.get() : Files.readString(Path.of(required(settings, "MIZAN_MASTER_KEY_FILE")));
        return decoded(encoded);
    }

    private static List<MasterKey> previousKeys(Map<String, String> settings) throws IOException {
        var keys = new ArrayList<MasterKey>();
        for (var file : settings.getOrDefault("MIZAN_MASTER_KEY_PREVIOUS", "").split(",", -1)) {
            if (!file.isBlank()) {
                keys.add(decoded(Files.readString(Path.of(file.strip()))));
            }
        }
        return keys;
    }

    private static MasterKey decoded(String encoded) {
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
