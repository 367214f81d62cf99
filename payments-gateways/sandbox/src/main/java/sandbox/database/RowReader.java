package sandbox.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads one row into a value. */
@FunctionalInterface
public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
}
