package sandbox.database;

import java.sql.SQLException;

/** The database did not do what a statement asked; the cause says why. */
public class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int vendorCode;

    DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
        this.vendorCode = cause.getErrorCode();
    }

    /** A deadlock (1213) or a lock's time-out (1205): nothing happened, and the whole transaction may be tried again. */
    boolean mayBeRetried() {
        return vendorCode == 1213 || vendorCode == 1205;
    }
}
