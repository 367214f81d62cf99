package io.mizan.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Orders that were paid long ago, with their attempt, command and callback: written in sets, for their number alone. */
final class FinishedOrders {
    private static final String ZEROS = "REPEAT('0', 64)";
    private static final String LONG_AGO = "'2025-01-01'";
    /** In one statement, so that the undo log stays small. */
    private static final int AT_ONCE = 50_000;

    private static final List<String> ROWS = List.of(
            "INSERT INTO orders (id, version, reference_scope, reference, content_hash, api_key_id, locale, currency,"
                    + " amount_minor, status, captured_minor, fulfilment, client_secret_hash, return_url, metadata, created_at,"
                    + " expires_at, settled_at, timeline_seq, timeline_head) SELECT " + id("0190")
                    + ", 9, 'merchant', seq, "
                    + ZEROS + ", '01900000-0000-7000-8000-000000000000', 'en', 'QAR', 100, 'PAID', 100, 'UNFULFILLED', "
                    + ZEROS + ", 'https://example.com/', '{}', " + LONG_AGO + ", " + LONG_AGO + ", " + LONG_AGO
                    + ", 9, "
                    + ZEROS,
            "INSERT INTO payment_attempt (id, version, order_id, attempt_no, gateway, account, capture_mode, currency,"
                    + " amount_minor, due_minor, state, is_open, authorized_minor, captured_minor, verdict, return_token_hash,"
                    + " created_at, watch_until) SELECT " + id("0191") + ", 9, " + id("0190")
                    + ", 1, 'stripe', 'acct', 'AUTOMATIC', 'QAR', 100, 100, 'CAPTURED', FALSE, 0, 100, 'PAID', " + ZEROS
                    + ", " + LONG_AGO + ", " + LONG_AGO,
            "INSERT INTO gateway_command (id, order_id, attempt_id, operation, ordinal, state, idempotency_key,"
                    + " sealed_request, outcome, sends, created_at, sent_at, finished_at) SELECT " + id("0192") + ", "
                    + id("0190") + ", " + id("0191") + ", 'OPEN_CHECKOUT', 1, 'DONE', seq, 'x', 'ACCEPTED', 1, "
                    + LONG_AGO
                    + ", " + LONG_AGO + ", " + LONG_AGO,
            "INSERT INTO webhook_event (id, gateway, account, provider_event_id, type, proof, body_sha256, sealed_body,"
                    + " state, order_id, received_at, processed_at, claim_no, attempts) SELECT " + id("0193")
                    + ", 'stripe', 'acct', seq, 'checkout.session.completed', 'v1', " + ZEROS + ", 'x', 'PROCESSED', "
                    + id("0190") + ", " + LONG_AGO + ", " + LONG_AGO + ", 1, 1");

    private final Connection connection;
    private int count;

    FinishedOrders(Connection connection) {
        this.connection = connection;
    }

    /** The key that placed them, in a database that holds no orders. */
    void begin() throws SQLException {
        run("DELETE FROM webhook_event");
        run("DELETE FROM gateway_command");
        run("DELETE FROM payment_attempt");
        run("DELETE FROM orders");
        run("INSERT IGNORE INTO api_key (id, kind, name, hint, key_hash, created_at) VALUES"
                + " ('01900000-0000-7000-8000-000000000000', 'SECRET', 'benchmark', 'sk_test', " + ZEROS + ", "
                + LONG_AGO
                + ")");
    }

    void fillUpTo(int orders) throws SQLException {
        while (count < orders) {
            int next = Math.min(orders, count + AT_ONCE);
            for (String rows : ROWS) {
                run(rows + " FROM seq_" + (count + 1) + "_to_" + next);
            }
            count = next;
        }
        run("ANALYZE TABLE orders, payment_attempt, gateway_command, webhook_event");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Ids that sort by their number, as ours sort by time. */
    private static String id(String kind) {
        return "CONCAT('" + kind + "', LPAD(HEX(seq DIV 65536), 4, '0'), '-0000-7000-8000-', LPAD(HEX(seq), 12, '0'))";
    }
}
