package io.mizan.database;

/** The database could not be brought to, or compared with, the schema of this build. Nothing should use it then. */
public final class MigrationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MigrationException(String message) {
        super(message);
    }

    MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
