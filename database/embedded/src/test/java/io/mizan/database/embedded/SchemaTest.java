package io.mizan.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SchemaTest {

    @Test
    void a_schema_is_set_up_with_one_statement_on_each_line_that_may_be_repeated() {
        assertThat(new Schema("payments", "s3cret").setUp().lines())
                .hasSize(4)
                .allMatch(statement -> statement.endsWith(";"))
                .contains("ALTER USER payments@localhost IDENTIFIED BY 's3cret';");
    }

    @Test
    void names_and_passwords_that_would_need_quoting_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Schema("pay;ments", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Schema("payments", "it's"));
    }

    @Test
    void a_password_is_neither_printed_nor_quoted_by_an_error() {
        assertThat(new Schema("payments", "s3cret")).asString().doesNotContain("s3cret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schema("payments", "it's s3cret"))
                .withMessageNotContaining("s3cret");
    }
}
