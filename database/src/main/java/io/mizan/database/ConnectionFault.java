package io.mizan.database;

import java.sql.SQLException;

/**
 * Why a database gives no connection.
 *
 * @param code stable, for programs
 * @param sentence what is wrong and what to do about it, for people; never quotes a password
 */
public record ConnectionFault(String code, String sentence) {

    private static final int ACCESS_DENIED = 1045;
    private static final int ACCESS_DENIED_TO_SCHEMA = 1044;
    private static final int NO_SUCH_SCHEMA = 1049;

    /** @param url as configured; null or not one of MariaDB's if nothing usable is configured */
    public static ConnectionFault of(String url, String user, SQLException cause) {
        if (!isMariaDb(url)) {
            return noAddress();
        }
        String where = url.replaceAll("\\?.*", "");
        return switch (cause.getErrorCode()) {
            case ACCESS_DENIED ->
                new ConnectionFault(
                        "database_password",
                        "The database at " + where + " does not let user '" + user
                                + "' in: correct MIZAN_DB_USER and MIZAN_DB_PASSWORD, or let that user in from this host.");
            case ACCESS_DENIED_TO_SCHEMA, NO_SUCH_SCHEMA ->
                new ConnectionFault(
                        "database_schema",
                        "The schema of " + where + " is missing or closed to user '" + user
                                + "': create it with CREATE DATABASE and grant that user all privileges on it.");
            default ->
                new ConnectionFault(
                        "database_unreachable",
                        "The database at " + where + " does not answer (" + cause.getMessage()
                                + "): start it, or correct MIZAN_DB_URL.");
        };
    }

    public static boolean isMariaDb(String url) {
        return url != null && url.startsWith("jdbc:mariadb:");
    }

    public static ConnectionFault noAddress() {
        return new ConnectionFault(
                "database_url",
                "No MariaDB is configured: set MIZAN_DB_URL to something like jdbc:mariadb://db.example/payments,"
                        + " and MIZAN_DB_USER and MIZAN_DB_PASSWORD with it.");
    }
}
