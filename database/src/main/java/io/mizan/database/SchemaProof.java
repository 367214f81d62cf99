package io.mizan.database;

import static io.mizan.database.ChangelogDigest.hex;
import static io.mizan.database.ChangelogDigest.line;
import static io.mizan.database.ChangelogDigest.sha256;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * That a schema was compared with the changelog of a program and found complete. What a comparison finds depends on two things
 * alone, the files of the changelog and the list of what was applied: while both are the same to the byte it would find the same
 * again, and it takes a tenth of a start. Whatever changes either of them makes the proof void.
 */
final class SchemaProof {
    private static final int NO_SUCH_TABLE = 1146;

    private final Connection connection;
    private final Optional<String> changelog;

    /** @param changelog the name of the program's changelog; without one nothing is ever proven */
    SchemaProof(Connection connection, Optional<String> changelog) {
        this.connection = connection;
        this.changelog = changelog;
    }

    /** Whether the schema was found complete, and nothing has changed since. */
    boolean holds() throws SQLException {
        try {
            return changelog.isPresent() && kept().equals(Optional.of(made(changelog.get())));
        } catch (SQLException failure) {
            if (failure.getErrorCode() == NO_SUCH_TABLE) {
                return false;
            }
            throw failure;
        }
    }

    /** To be called when the schema was found complete, or made so. */
    void keep() throws SQLException {
        if (changelog.isEmpty()) {
            return;
        }
        try (var insert = connection.prepareStatement(
                "INSERT INTO schema_proof (id, proof, since) VALUES (1, ?, UTC_TIMESTAMP(6))"
                        + " ON DUPLICATE KEY UPDATE proof = VALUES(proof), since = VALUES(since)")) {
            insert.setString(1, made(changelog.get()));
            insert.executeUpdate();
        }
    }

    private Optional<String> kept() throws SQLException {
        try (var query = connection.prepareStatement("SELECT proof FROM schema_proof WHERE id = 1");
                var row = query.executeQuery()) {
            return row.next() ? Optional.of(row.getString("proof")) : Optional.empty();
        }
    }

    private String made(String ofChangelog) throws SQLException {
        var digest = sha256();
        digest.update(line(ofChangelog));
        try (var query = connection.prepareStatement("SELECT id, author, filename, md5sum, exectype"
                        + " FROM DATABASECHANGELOG ORDER BY orderexecuted, id");
                var row = query.executeQuery()) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    digest.update(line(String.valueOf(row.getString(column))));
                }
            }
        }
        return hex(digest.digest());
    }
}
