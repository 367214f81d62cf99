package io.mizan.web.start;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a database server says of itself, as far as it decides whether money may be kept there.
 *
 * @param release major and minor version as one number, 1011 for 10.11
 * @param ahead by how much its clock is before ours; negative if behind
 */
record DatabaseFacts(String product, String version, int release, String sqlMode, Duration ahead) {

    private static final int OLDEST_RELEASE = 1011;

    /** Leases and limits compare times that different servers wrote; the shortest lease is several times this. */
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    static DatabaseFacts of(Connection connection, Clock clock) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT @@sql_mode, UTC_TIMESTAMP(6)")) {
            answer.next();
            var theirs = answer.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC);
            return new DatabaseFacts(
                    server.getDatabaseProductName(),
                    server.getDatabaseProductVersion(),
                    server.getDatabaseMajorVersion() * 100 + server.getDatabaseMinorVersion(),
                    answer.getString(1).toUpperCase(Locale.ROOT),
                    Duration.between(clock.instant(), theirs));
        }
    }

    /** All that speaks against it. */
    List<Refusal> refusals() {
        List<Refusal> refusals = new ArrayList<>();
        if (!"MariaDB".equals(product) || release < OLDEST_RELEASE) {
            refusals.add(new Refusal(
                    "database_version",
                    "The database is " + product + " " + version + ": use MariaDB 10.11 or later."));
        }
        if (!sqlMode.contains("STRICT_TRANS_TABLES")) {
            refusals.add(
                    new Refusal(
                            "database_sql_mode",
                            "The database would silently cut values that do not fit: add STRICT_TRANS_TABLES to its sql_mode."));
        }
        if (ahead.abs().compareTo(TOLERANCE) > 0) {
            refusals.add(new Refusal(
                    "database_clock",
                    "The database's clock is " + ahead.abs().toSeconds() + " seconds "
                            + (ahead.isNegative() ? "behind" : "ahead of")
                            + " this machine's: set both by a time server (NTP)."));
        }
        return refusals;
    }
}
