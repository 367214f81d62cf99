package io.mizan.attention;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.chain.ChainChecks;
import io.mizan.database.Migrations;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import io.mizan.id.OrderId;
import io.mizan.outage.BreakerSettings;
import io.mizan.outage.GatewayCalls;
import io.mizan.outage.Outage;
import io.mizan.search.OrderListQuery;
import io.mizan.search.OrderListQuery.Only;
import io.mizan.search.OrderSearch;
import io.mizan.sql.Sql;
import io.mizan.staff.StaffMember;
import io.mizan.testbed.TestBed;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each matter is provoked by a row that it counts, beside rows which are nearly that and which it does not. */
class AttentionIT {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String SOON = "'2026-11-21 12:00:20'";
    private static final String AMAL = new UUID(0, 1).toString();
    private static final String BADR = new UUID(0, 2).toString();
    private static final UUID ORDER = new UUID(0, 3);
    private static final UUID OTHER_ORDER = new UUID(0, 4);
    private static final List<String> TABLES = List.of(
            "webhook_event",
            "key_stop",
            "exception_case",
            "gateway_command",
            "payment_attempt",
            "approval",
            "erasure",
            "chain_check",
            "orders");

    private static DataSource schema;

    @BeforeAll
    static void migrate() {
        schema = TestBed.database().emptySchema();
        new Migrations(schema).update();
    }

    @BeforeEach
    void nothingWantsALook() throws SQLException {
        for (var table : TABLES) {
            execute("DELETE FROM " + table);
        }
        execute(verification("2026-11-19 12:00:01", 0));
        execute(order("2026-11-19 12:00:00"));
    }

    @Test
    void where_nothing_wants_a_look_nothing_is_counted() {
        assertThat(seenByAmal(Map.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void a_matter_is_counted_by_its_rows_alone(Matter matter, List<String> rows) throws SQLException {
        for (var row : rows) {
            execute(row);
        }

        assertThat(seenByAmal(Map.of())).isEqualTo(Map.of(matter, 1));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void a_gateway_that_is_of_no_use_is_counted_by_why(Outage.Cause cause, Matter matter) {
        var outage = new Outage(NOON.minusSeconds(9), NOON.plusSeconds(9), cause);

        assertThat(seenByAmal(Map.of("stripe", outage))).isEqualTo(Map.of(matter, 1));
    }

    @Test
    void differences_in_the_record_are_counted_one_by_one() throws SQLException {
        execute(verification("2026-11-21 02:00:00", 7));

        assertThat(seenByAmal(Map.of())).isEqualTo(Map.of(Matter.RECORD_BROKEN, 7));
    }

    @Test
    void a_record_that_was_never_verified_wants_a_look() throws SQLException {
        execute("DELETE FROM chain_check");

        assertThat(seenByAmal(Map.of())).isEqualTo(Map.of(Matter.RECORD_UNVERIFIED, 1));
    }

    @Test
    void a_system_that_is_younger_than_two_days_has_missed_no_verification() throws SQLException {
        execute("DELETE FROM chain_check");
        execute("DELETE FROM orders");
        execute(order("2026-11-19 12:00:01"));

        assertThat(seenByAmal(Map.of())).isEmpty();
    }

    @Test
    void of_overdue_orders_each_is_listed_once_however_much_of_it_is_overdue() throws SQLException {
        execute(order(ORDER, "'2026-11-21 11:55:00'"));
        execute(attempt(ORDER, "'2026-11-21 11:50:00'"));
        execute(order(OTHER_ORDER, "'2026-11-21 11:55:01'"));
        execute(attempt(OTHER_ORDER, "NULL"));

        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var listed = new OrderSearch(Sql.withoutTransactions(schema), null, clock)
                .page(new OrderListQuery(Optional.empty(), Only.OVERDUE, Optional.empty(), 10));

        assertThat(listed).extracting(row -> row.id()).containsExactly(new OrderId(ORDER));
    }

    @Test
    void every_matter_is_provoked_here() {
        var provoked = EnumSet.of(Matter.GATEWAYS_FAULTY); // which whoever knows the settings counts
        Stream.concat(rows().map(row -> row.get()[0]), outages().map(row -> row.get()[1]))
                .map(Matter.class::cast)
                .forEach(provoked::add);

        assertThat(provoked).containsExactlyInAnyOrder(Matter.values());
    }

    private static Stream<Arguments> rows() {
        return Stream.of(
                of(Matter.EVENTS_DEAD, event("DEAD", "NULL"), event("PROCESSED", "NULL")),
                of(Matter.EVENTS_FAILED, event("FAILED", "'2026-11-21 11:55:01'")),
                of(Matter.EVENTS_WAITING, event("WAITING", "'2026-11-21 12:05:00'")),
                of(
                        Matter.WORK_LATE,
                        event("RECEIVED", "'2026-11-21 11:55:00'"),
                        event("RECEIVED", "'2026-11-21 11:55:01'")),
                of(Matter.KEYS_STOPPED, stop("2026-11-21 12:00:01"), stop("2026-11-21 12:00:00")),
                of(
                        Matter.CASES_OPEN,
                        exception("OPEN", true, "NULL"),
                        exception("OPEN", false, "NULL"),
                        exception("RESOLVED", true, "NULL")),
                of(
                        Matter.CASES_MINE,
                        exception("ASSIGNED", true, "'amal'"),
                        exception("ASSIGNED", true, "'badr'"),
                        exception("RESOLVED", true, "'amal'")),
                of(
                        Matter.CASES_OVERDUE,
                        taken("LATE_SUCCESS", "2026-11-20 12:00:00"),
                        taken("LATE_SUCCESS", "2026-11-20 12:00:01"),
                        taken("COMMAND_GIVEN_UP", "2026-11-21 11:00:01")),
                of(
                        Matter.CASES_OVERDUE,
                        taken("COMMAND_GIVEN_UP", "2026-11-21 11:00:00"),
                        exception("ASSIGNED", false, "'badr'"),
                        exception("RESOLVED", true, "'badr'")),
                of(Matter.OUTCOMES_UNKNOWN, command("GIVEN_UP", "'2026-11-21 13:00:00'"), command("GIVEN_UP", "NULL")),
                of(
                        Matter.OUTCOMES_UNKNOWN,
                        command("UNKNOWN", "'2026-11-22 12:00:00'"),
                        command("UNKNOWN", "NULL"),
                        command("PLANNED", "'2026-11-21 11:55:01'")),
                of(
                        Matter.ORDERS_OVERDUE,
                        order(ORDER, "'2026-11-21 11:55:00'"),
                        attempt(ORDER, "'2026-11-21 11:55:00'"),
                        command("PLANNED", "'2026-11-21 11:55:01'"),
                        attempt(OTHER_ORDER, "'2026-11-21 11:55:01'"),
                        order(OTHER_ORDER, "'2026-11-21 11:55:01'")),
                of(Matter.ORDERS_OVERDUE, attempt(ORDER, "'2026-11-21 11:55:00'"), attempt(OTHER_ORDER, "NULL")),
                of(
                        Matter.ORDERS_OVERDUE,
                        attempt(ORDER, SOON),
                        failing("payment_attempt", "inquiry_due_since", "2026-11-21 11:55:00")),
                of(
                        Matter.ORDERS_OVERDUE,
                        command("PLANNED", SOON),
                        failing("gateway_command", "due_since", "2026-11-21 11:55:00"),
                        attempt(OTHER_ORDER, SOON),
                        failing("payment_attempt", "inquiry_due_since", "2026-11-21 11:55:01")),
                of(
                        Matter.ORDERS_OVERDUE,
                        order(ORDER, SOON),
                        failing("orders", "expiry_due_since", "2026-11-21 11:55:00")),
                of(
                        Matter.ORDERS_OVERDUE,
                        command("PLANNED", "'2026-11-21 11:55:00'"),
                        command("DONE", "NULL"),
                        order(ORDER, "NULL")),
                of(
                        Matter.CHANGES_WAITING,
                        wish("WAITING", BADR, "2026-11-21 12:00:01"),
                        wish("WAITING", BADR, "2026-11-21 12:00:00"),
                        wish("WAITING", AMAL, "2026-11-22 12:00:00"),
                        wish("WITHDRAWN", BADR, "2026-11-22 12:00:00")),
                of(
                        Matter.ERASURES_WAITING,
                        erasure("AWAITING_APPROVAL", BADR, "2026-11-21 12:00:01"),
                        erasure("AWAITING_APPROVAL", BADR, "2026-11-21 12:00:00"),
                        erasure("AWAITING_APPROVAL", AMAL, "2026-11-22 12:00:00"),
                        erasure("APPROVED", BADR, "2026-11-22 12:00:00")),
                of(Matter.RECORD_BROKEN, verification("2026-11-21 02:00:00", 1)),
                of(
                        Matter.RECORD_UNVERIFIED,
                        "DELETE FROM chain_check",
                        verification("2026-11-18 12:00:00", 5),
                        verification("2026-11-19 12:00:00", 0)));
    }

    private static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of(Outage.Cause.UNANSWERED, Matter.GATEWAYS_AWAY),
                Arguments.of(Outage.Cause.TURNED_AWAY, Matter.GATEWAYS_REFUSING));
    }

    private static Arguments of(Matter matter, String... rows) {
        return Arguments.of(matter, List.of(rows));
    }

    private static String event(String state, String due) {
        return "INSERT INTO webhook_event (id, gateway, account, provider_event_id, type, proof, body_sha256, state,"
                + " received_at, due_at) VALUES (UUID(), 'stripe', 'stripe/acct_1', UUID(), 'a', 'a', 'a', '" + state
                + "', '2026-11-21 11:00:00', " + due + ")";
    }

    private static String stop(String end) {
        return "INSERT INTO key_stop (id, api_key_id, stopped_at, ends_at, declined, tries)"
                + " VALUES (UUID(), UUID(), '2026-11-21 11:00:00', '" + end + "', 9, 9)";
    }

    private static String exception(String state, boolean holds, String owner) {
        return "INSERT INTO exception_case (id, kind, subject, state, holds, proposed_action, evidence, opened_at, owner)"
                + " VALUES (UUID(), 'late_success', UUID(), '" + state + "', " + holds
                + ", 'a', '{}', '2026-11-21 11:00:00', " + owner + ")";
    }

    private static String taken(String kind, String openedAt) {
        return "INSERT INTO exception_case (id, kind, subject, state, holds, proposed_action, evidence, opened_at, owner)"
                + " VALUES (UUID(), '" + kind + "', UUID(), 'ASSIGNED', TRUE, 'a', '{}', '" + openedAt + "', 'badr')";
    }

    private static String command(String state, String due) {
        return "INSERT INTO gateway_command (id, order_id, attempt_id, operation, ordinal, state, idempotency_key,"
                + " sealed_request, created_at, due_at) VALUES (UUID(), UUID(), UUID(), 'CAPTURE', 1, '" + state
                + "', UUID(), '', '2026-11-21 11:00:00', " + due + ")";
    }

    /** Whoever takes up what is there of that kind fails each time. */
    private static String failing(String table, String column, String since) {
        var due = column.replace("since", "at");
        return "UPDATE " + table + " SET " + column + " = '" + since + "' WHERE " + due + " IS NOT NULL";
    }

    private static String wish(String state, String maker, String end) {
        return "INSERT INTO approval (id, act, subject, detail, state, made_by, made_at, expires_at, waiting)"
                + " VALUES (UUID(), 'person_added', 'noor', '{}', '" + state + "', '" + maker
                + "', '2026-11-20 12:00:00', '" + end + "', " + (state.equals("WAITING") ? "UUID()" : "NULL") + ")";
    }

    private static String erasure(String state, String asker, String end) {
        return "INSERT INTO erasure (id, order_id, reason, state, requested_by, requested_at, due_at)"
                + " VALUES (UUID(), UUID(), 'they asked', '" + state + "', '" + asker + "', '2026-11-20 12:00:00', '"
                + end + "')";
    }

    private static String attempt(UUID order, String inquiry) {
        return "INSERT INTO payment_attempt (id, version, order_id, attempt_no, gateway, account, capture_mode, currency,"
                + " amount_minor, due_minor, state, is_open, authorized_minor, captured_minor, verdict,"
                + " return_token_hash, created_at, inquiry_due_at) VALUES (UUID(), 0, '" + order
                + "', 1, 'stripe', 'stripe/acct_1', 'AUTOMATIC', 'QAR', 1, 1, 'PENDING', TRUE, 0, 0, 'OUTSTANDING', 'a',"
                + " '2026-11-21 11:00:00', " + inquiry + ")";
    }

    private static String order(String placedAt) {
        return order("UUID()", placedAt, "NULL");
    }

    private static String order(UUID id, String expiry) {
        return order("'" + id + "'", "2026-11-21 11:00:00", expiry);
    }

    private static String order(String id, String placedAt, String expiry) {
        return "INSERT INTO orders (id, version, reference_scope, reference, content_hash, api_key_id, locale, currency,"
                + " amount_minor, status, captured_minor, fulfilment, client_secret_hash, return_url, metadata, created_at,"
                + " expires_at, expiry_due_at) VALUES (" + id
                + ", 0, 'merchant', UUID(), 'a', UUID(), 'en', 'QAR', 1, 'PENDING', 0,"
                + " 'UNFULFILLED', 'a', 'a', '{}', '" + placedAt + "', '2026-11-22 12:00:00', " + expiry + ")";
    }

    private static String verification(String requestedAt, int faults) {
        return "INSERT INTO chain_check (id, requested_by, requested_at, stage, cursor_at, fault_count)"
                + " VALUES (UUID(), 'amal', '" + requestedAt + "', 'DONE', '', " + faults + ")";
    }

    /** The rows hang in the air: what they belong to is none of a count's business. */
    private static void execute(String statement) throws SQLException {
        try (var connection = schema.getConnection();
                var prepared = connection.createStatement()) {
            prepared.execute("SET foreign_key_checks = 0");
            prepared.execute(statement);
        }
    }

    private static Map<Matter, Integer> seenByAmal(Map<String, Outage> outages) {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var sql = Sql.withoutTransactions(schema);
        var gateways = new Gateways(List.of(called("stripe"), called("paypal")));
        var calls = new GatewayCalls(BreakerSettings.DEFAULT, null, clock) {
            @Override
            public Optional<Outage> outage(GatewayName gateway) {
                return Optional.ofNullable(outages.get(gateway.value()));
            }
        };
        return new Attention(
                        sql,
                        new OrderSearch(sql, null, clock),
                        new ChainChecks(sql, null, null, null, clock),
                        gateways,
                        calls,
                        clock)
                .now(new StaffMember(UUID.fromString(AMAL), "amal", "Amal", Set.of()));
    }

    /** One that has a name, and is asked nothing else. */
    private static PaymentGateway called(String name) {
        return (PaymentGateway) Proxy.newProxyInstance(
                AttentionIT.class.getClassLoader(),
                new Class<?>[] {PaymentGateway.class},
                (proxy, method, arguments) -> new GatewayName(name));
    }
}
