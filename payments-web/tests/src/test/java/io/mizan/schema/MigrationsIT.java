package io.mizan.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mizan.database.MigrationException;
import io.mizan.database.Migrations;
import io.mizan.testbed.TestBed;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationsIT {

    private DataSource schema;
    private Migrations migrations;

    @BeforeEach
    void begin_with_an_empty_schema() {
        schema = TestBed.database().emptySchema();
        migrations = new Migrations(schema);
    }

    @Test
    void an_empty_schema_lacks_every_changeset_until_it_is_updated() {
        assertThat(migrations.check()).isNotEmpty().isSorted();

        migrations.update();

        assertThat(migrations.check()).isEmpty();
    }

    @Test
    void an_update_of_a_complete_schema_changes_nothing() throws SQLException {
        migrations.update();
        List<String> before = changesets();

        migrations.update();

        assertThat(changesets()).isEqualTo(before);
    }

    @Test
    void instances_that_start_together_apply_each_changeset_once() throws SQLException {
        CompletableFuture<?>[] instances = Stream.generate(() -> CompletableFuture.runAsync(migrations::update))
                .limit(3)
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(instances).join();

        assertThat(changesets()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void a_lock_that_a_process_left_behind_when_it_was_killed_before_the_end_is_taken_over() throws SQLException {
        migrations.update();
        lock();
        execute("DELETE FROM schema_proof");

        migrations.update();

        assertThat(migrations.check()).isEmpty();
        assertThat(column("SELECT LOCKED FROM DATABASECHANGELOGLOCK")).containsExactly("0");
    }

    /** Liquibase's lock tells whether it came to look. */
    @Test
    void what_was_found_complete_is_compared_again_only_when_the_program_or_the_list_of_what_was_applied_has_changed()
            throws SQLException {
        migrations.update();
        var proof = column("SELECT proof FROM schema_proof");
        lock();

        migrations.update();
        assertThat(column("SELECT LOCKED FROM DATABASECHANGELOGLOCK")).containsExactly("1");

        execute("UPDATE schema_proof SET proof = REPEAT('0', 64)");
        migrations.update();
        assertThat(column("SELECT LOCKED FROM DATABASECHANGELOGLOCK")).containsExactly("0");
        assertThat(column("SELECT proof FROM schema_proof")).isEqualTo(proof);

        lock();
        execute("UPDATE DATABASECHANGELOG SET EXECTYPE = 'RERAN' ORDER BY ORDEREXECUTED LIMIT 1");
        migrations.update();
        assertThat(column("SELECT LOCKED FROM DATABASECHANGELOGLOCK")).containsExactly("0");
        assertThat(column("SELECT proof FROM schema_proof")).isNotEqualTo(proof);
    }

    @Test
    void a_schema_of_a_build_with_other_changesets_is_refused_with_the_cure() throws SQLException {
        migrations.update();
        execute(
                "UPDATE DATABASECHANGELOG SET MD5SUM = '9:00000000000000000000000000000000' ORDER BY ORDEREXECUTED LIMIT 1");

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(migrations::update)
                .withMessageContaining("begin with an empty schema");
    }

    @Test
    void a_schema_that_a_later_build_has_changed_is_refused_with_the_cure() throws SQLException {
        migrations.update();
        execute("UPDATE DATABASECHANGELOG SET ID = '9999-of-a-later-build' ORDER BY ORDEREXECUTED DESC LIMIT 1");
        List<String> before = changesets();

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(migrations::update)
                .withMessageContaining("newer than this program")
                .withMessageContaining("9999-of-a-later-build")
                .withMessageContaining("deploy the version that made the schema");
        assertThat(changesets()).isEqualTo(before);
    }

    @Test
    void a_changeset_is_known_by_its_path_in_the_changelog() throws SQLException {
        migrations.update();

        assertThat(column("SELECT FILENAME FROM DATABASECHANGELOG"))
                .allMatch(path -> path.matches("changelog/1\\.0/\\d{4}-[a-z0-9-]+\\.sql"));
    }

    private void lock() throws SQLException {
        execute("UPDATE DATABASECHANGELOGLOCK SET LOCKED = 1, LOCKEDBY = 'a process that was killed',"
                + " LOCKGRANTED = '2026-01-01 00:00:00'");
    }

    private List<String> changesets() throws SQLException {
        return column("SELECT ID FROM DATABASECHANGELOG ORDER BY ORDEREXECUTED");
    }

    private List<String> column(String query) throws SQLException {
        try (Connection connection = schema.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = schema.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
