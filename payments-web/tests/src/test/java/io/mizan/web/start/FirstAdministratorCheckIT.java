package io.mizan.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.testbed.TestBed;
import io.mizan.testbed.TestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is wrong with the first administrator is known before there is a table for them. */
class FirstAdministratorCheckIT {

    @Test
    void a_password_file_that_cannot_be_read_is_told_until_somebody_is_employed() throws SQLException {
        var schema = TestBed.database().emptySchema();
        var missing = TestFiles.directory().resolve("no-such-password");

        assertThat(refusals(missing)).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("first_administrator");
            assertThat(refusal.sentence())
                    .contains("correct MIZAN_BOOTSTRAP_ADMIN_PASSWORD_FILE, which names " + missing);
        });
        execute(schema, "CREATE TABLE staff (username VARCHAR(64))");
        assertThat(refusals(missing)).hasSize(1);
        execute(schema, "INSERT INTO staff VALUES ('amal')");
        assertThat(refusals(missing)).isEmpty();
    }

    @Test
    void a_password_that_the_rules_refuse_is_told_and_not_quoted() throws IOException {
        TestBed.database().emptySchema();
        var file = Files.writeString(TestFiles.directory().resolve("poor-password"), "amal-amal-amal\n");

        assertThat(refusals(file)).singleElement().satisfies(refusal -> assertThat(refusal.sentence())
                .contains(file + " is no good", "choose 12 to 128 characters")
                .doesNotContain("amal-amal"));
    }

    /** A pipe to which nobody writes any more would keep each later start waiting. */
    @Test
    void where_somebody_is_employed_the_file_is_not_opened() throws IOException, SQLException {
        var schema = TestBed.database().emptySchema();
        execute(schema, "CREATE TABLE staff (username VARCHAR(64))");
        execute(schema, "INSERT INTO staff VALUES ('amal')");
        var file = Files.writeString(TestFiles.directory().resolve("unread-password"), "before the check\n");
        var bootstrap = new BootstrapPassword(Optional.of("badr"), Optional.of(file));

        assertThat(refusals(bootstrap)).isEmpty();

        Files.writeString(file, "after the check\n");
        assertThat(bootstrap.password()).containsExactly("after the check".toCharArray());
    }

    @Test
    void where_nobody_is_to_be_made_nothing_is_told() {
        assertThat(refusals(new BootstrapPassword(Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    private static List<Refusal> refusals(Path file) {
        return refusals(new BootstrapPassword(Optional.of("amal"), Optional.of(file)));
    }

    private static List<Refusal> refusals(BootstrapPassword bootstrap) {
        return new FirstAdministratorCheck(database(), bootstrap).refusals();
    }

    private static DatabaseSettings database() {
        var settings = TestBed.database().plainSettings();
        return new DatabaseSettings(
                Optional.of(settings.get("MIZAN_DB_URL")),
                settings.get("MIZAN_DB_USER"),
                settings.get("MIZAN_DB_PASSWORD"));
    }

    private static void execute(DataSource schema, String statement) throws SQLException {
        try (var connection = schema.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute(statement);
        }
    }
}
