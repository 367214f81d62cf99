package io.mizan.web.start;

import java.sql.SQLException;

/** Says in one sentence why a database gives no connection, and what to do about it. Never quotes a password. */
final class ConnectionFault {

    private static final int ACCESS_DENIED = 1045;
    private static final int ACCESS_DENIED_TO_SCHEMA = 1044;
    private static final int NO_SUCH_SCHEMA = 1049;

    private ConnectionFault() {}

    /** @param url as configured; null or unresolved if nothing is configured */
    static Refusal explain(String url, String user, SQLException fault) {
        if (!isMariaDb(url)) {
            return noAddress();
        }
        String where = url.replaceAll("\\?.*", "");
        return switch (fault.getErrorCode()) {
            case ACCESS_DENIED ->
                new Refusal(
                        "database_password",
                        "The database at " + where + " does not let user '" + user
                                + "' in: correct MIZAN_DB_USER and MIZAN_DB_PASSWORD, or let that user in from this host.");
            case ACCESS_DENIED_TO_SCHEMA, NO_SUCH_SCHEMA ->
                new Refusal(
                        "database_schema",
                        "The schema of " + where + " is missing or closed to user '" + user
                                + "': create it with CREATE DATABASE and grant that user all privileges on it.");
            default ->
                new Refusal(
                        "database_unreachable",
                        "The database at " + where + " does not answer (" + fault.getMessage()
                                + "): start it, or correct MIZAN_DB_URL.");
        };
    }

    static boolean isMariaDb(String url) {
        return url != null && url.startsWith("jdbc:mariadb:");
    }

    static Refusal noAddress() {
        return new Refusal(
                "database_url",
                "No MariaDB is configured: set MIZAN_DB_URL to something like jdbc:mariadb://db.example/payments,"
                        + " and MIZAN_DB_USER and MIZAN_DB_PASSWORD with it.");
    }
}
