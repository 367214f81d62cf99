package io.mizan.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** One row of an answer, read by column label. Instants are UTC in {@code DATETIME(6)}, ids native {@code UUID}s. */
public final class Row {
    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    /** Null if the column is. */
    public String text(String column) throws SQLException {
        return result.getString(column);
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    public long number(String column) throws SQLException {
        return result.getLong(column);
    }

    public int integer(String column) throws SQLException {
        return result.getInt(column);
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    /** Null if the column is. */
    public byte[] bytes(String column) throws SQLException {
        return result.getBytes(column);
    }

    public UUID id(String column) throws SQLException {
        return UUID.fromString(result.getString(column));
    }

    public Optional<UUID> optionalId(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column)).map(UUID::fromString);
    }

    public Instant instant(String column) throws SQLException {
        return result.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, LocalDateTime.class))
                .map(time -> time.toInstant(ZoneOffset.UTC));
    }
}
