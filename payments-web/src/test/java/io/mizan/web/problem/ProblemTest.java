package io.mizan.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.sql.Sql;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {
    private static JsonObject document(Problem problem) {
        try (var reader = Json.createReader(new ByteArrayInputStream(problem.toJson("req_1")))) {
            return reader.readObject();
        }
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void every_code_becomes_a_document_with_all_members(ErrorCode code) {
        var document = document(Problem.of(new MizanException(code, "What happened.")));

        assertThat(document.keySet())
                .containsExactly("type", "title", "status", "detail", "code", "param", "request_id", "retry");
        assertThat(document.getString("type")).isEqualTo("urn:mizan:problem:" + code.code());
        assertThat(document.getInt("status")).isBetween(400, 503);
        assertThat(document.getString("request_id")).isEqualTo("req_1");
        assertThat(document.getString("retry")).isIn("safe", "same_key", "never");
    }

    @Test
    void a_refusal_brings_its_parameter_and_members_of_its_own() {
        var document = document(Problem.of(MizanException.of(ErrorCode.ATTEMPT_OPEN, "replace", "One is open.")
                .with("attempt", "att_1")
                .with("code", "cannot be replaced")));

        assertThat(document.getString("param")).isEqualTo("replace");
        assertThat(document.getString("attempt")).isEqualTo("att_1");
        assertThat(document.getString("code")).isEqualTo("attempt_open");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1000, 1", "1001, 2", "900000, 900"})
    void the_wait_is_told_in_whole_seconds_rounded_up(long millis, long seconds) {
        var limited = new MizanException(ErrorCode.RATE_LIMITED, "Too many.").retryAfter(Duration.ofMillis(millis));

        assertThat(Problem.of(limited).retryAfterSeconds()).contains(seconds);
    }

    @Test
    void a_wait_is_told_where_the_status_asks_for_one() {
        assertThat(Problem.of(ErrorCode.SERVICE_UNAVAILABLE, "Busy.").retryAfterSeconds())
                .isPresent();
        assertThat(Problem.of(ErrorCode.NOT_FOUND, "No.").retryAfterSeconds()).isEmpty();
    }

    @Test
    void a_fault_of_ours_tells_nothing() {
        var problem = Problems.of(new IllegalStateException("select secret from vault"), "req_1");

        assertThat(problem.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(new String(problem.toJson("req_1"), StandardCharsets.UTF_8))
                .doesNotContain("select", "IllegalState");
    }

    @Test
    void a_refusal_is_found_under_what_wrapped_it() {
        var wrapped = new RuntimeException(new MizanException(ErrorCode.ORDER_NOT_PAYABLE, "Paid."));

        assertThat(Problems.of(wrapped, "req_1").code()).isEqualTo(ErrorCode.ORDER_NOT_PAYABLE);
    }

    @Test
    void a_change_by_somebody_else_may_be_repeated() {
        assertThat(Problems.of(new RuntimeException(new OptimisticLockException()), "req_1")
                        .code())
                .isEqualTo(ErrorCode.CONCURRENT_CHANGE);
    }

    @ParameterizedTest(name = "SQL state {0}, error {1}: {2}")
    @CsvSource({
        "40001, 1213, SERVICE_UNAVAILABLE",
        "HY000, 1205, SERVICE_UNAVAILABLE",
        "08000, 0,    SERVICE_UNAVAILABLE",
        ",      0,    SERVICE_UNAVAILABLE",
        "42000, 1064, INTERNAL_ERROR",
        "23000, 1062, INTERNAL_ERROR",
        "22001, 1406, INTERNAL_ERROR",
    })
    void the_condition_of_the_database_is_told_from_bugs_of_ours(String state, int error, ErrorCode expected) {
        var failure = sqlFailure(new SQLException("near 'select'", state, error));

        assertThat(Problems.of(failure, "req_1").code()).isEqualTo(expected);
    }

    private static RuntimeException sqlFailure(SQLException cause) {
        var broken = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    throw cause;
                });
        var outsideTransactions = (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                TransactionSynchronizationRegistry.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> Status.STATUS_NO_TRANSACTION);
        try {
            new Sql(broken, null, outsideTransactions).update("SELECT 1");
            throw new AssertionError("the data source is broken");
        } catch (RuntimeException failure) {
            return failure;
        }
    }
}
