package sandbox.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaTest {
    @Test
    void every_statement_may_run_at_every_start() {
        assertThat(Schema.statements()).hasSizeGreaterThan(5).allSatisfy(statement -> assertThat(statement)
                .matches("(?s)(CREATE TABLE|ALTER TABLE \\w+\\s+ADD COLUMN) IF NOT EXISTS .*"));
    }
}
