package io.mizan.sql;

import java.sql.SQLException;
import java.util.Set;

/** The database refused or lost a statement. The message goes to the log, never to a caller. */
public final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** MariaDB: deadlock found; lock wait timeout exceeded; record has changed since last read. */
    private static final Set<Integer> LOCK_CONFLICTS = Set.of(1213, 1205, 1020);

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether somewhere in the causes stands a conflict of locks, after which the whole transaction may be repeated. */
    public static boolean isLockConflict(Throwable failure) {
        int depth = 0;
        for (var cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLException sql && LOCK_CONFLICTS.contains(sql.getErrorCode())) {
                return true;
            }
        }
        return false;
    }
}
