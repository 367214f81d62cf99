package io.mizan.web.start;

import io.mizan.database.ConnectionFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Whether the configured database answers and is one that we can trust with money.
 *
 * <p>Asked on a connection of its own, because a pool hides why it has none.
 */
@ApplicationScoped
class DatabaseCheck implements StartCheck {

    private final DatabaseSettings settings;
    private final Clock clock;

    @Inject
    DatabaseCheck(Config config) {
        // The machine's own time: a sandbox may have moved that of the system.
        this(DatabaseSettings.of(config), Clock.systemUTC());
    }

    DatabaseCheck(DatabaseSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** For the CDI proxy. */
    protected DatabaseCheck() {
        this(null, null);
    }

    @Override
    public List<Refusal> refusals() {
        String url = settings.url().orElse("");
        if (!ConnectionFault.isMariaDb(url)) {
            return List.of(Refusal.of(ConnectionFault.noAddress()));
        }
        try (Connection connection =
                new PaymentsDataSource(url, settings.user(), settings.password()).getConnection()) {
            return DatabaseFacts.of(connection, clock).refusals();
        } catch (SQLException e) {
            return List.of(Refusal.of(ConnectionFault.of(url, settings.user(), e)));
        }
    }
}
