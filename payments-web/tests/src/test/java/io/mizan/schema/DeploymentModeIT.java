package io.mizan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.database.DeploymentMode;
import io.mizan.database.Migrations;
import io.mizan.testbed.TestBed;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DeploymentModeIT {
    @Test
    void a_database_belongs_to_the_mode_of_its_first_start_for_ever() throws SQLException {
        var schema = TestBed.database().emptySchema();
        var mode = new DeploymentMode(schema);
        assertThat(mode.bound()).as("an empty schema").isEmpty();

        new Migrations(schema).update();
        assertThat(mode.bound()).as("a new one").isEmpty();

        assertThat(mode.bind("sandbox")).isEqualTo("sandbox");
        assertThat(mode.bind("live")).isEqualTo("sandbox");
        assertThat(mode.bound()).contains("sandbox");
    }
}
