package io.mizan.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentsDataSourceTest {
    private static final String OURS = "sessionVariables=group_concat_max_len=1048576,innodb_lock_wait_timeout=3";

    @ParameterizedTest
    @CsvSource({"jdbc:mariadb://db.example/payments, ?", "jdbc:mariadb://db.example/payments?sslMode=disable, &"})
    void each_connection_waits_for_a_lock_no_longer_than_we_say(String url, String and) {
        assertThat(PaymentsDataSource.withVariables(url)).isEqualTo(url + and + OURS);
    }

    @Test
    void what_the_deployment_sets_itself_wins() {
        var url = "jdbc:mariadb://db.example/payments?sessionVariables=innodb_lock_wait_timeout=9&sslMode=disable";

        assertThat(PaymentsDataSource.withVariables(url))
                .isEqualTo(
                        "jdbc:mariadb://db.example/payments?" + OURS + ",innodb_lock_wait_timeout=9&sslMode=disable");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:mariadb://db.example/payments, ?useServerPrepStmts=true&disablePipeline=true&prepStmtCacheSize=100",
        "jdbc:mariadb://db.example/payments?useServerPrepStmts=false, ''"
    })
    void the_server_parses_a_statement_once_a_connection_unless_the_deployment_wants_it_otherwise(
            String url, String added) {
        assertThat(PaymentsDataSource.preparing(url)).isEqualTo(url + added);
    }
}
