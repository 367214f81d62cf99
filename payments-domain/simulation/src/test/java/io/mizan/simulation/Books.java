package io.mizan.simulation;

import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which orders and attempts there are, whether or not anybody was told. */
final class Books {
    private final Stage stage;
    private final List<AttemptId> attempts = new ArrayList<>();

    Books(Stage stage) {
        this.stage = stage;
    }

    /** As of when the books were last read. */
    List<AttemptId> attempts() {
        return attempts;
    }

    /** @return the orders, each with its version */
    Map<OrderId, Long> read() {
        var versions = new LinkedHashMap<OrderId, Long>();
        attempts.clear();
        stage.rows()
                .list(
                        "SELECT o.id, o.version, a.id AS attempt FROM orders o LEFT JOIN payment_attempt a"
                                + " ON a.order_id = o.id ORDER BY a.id",
                        row -> {
                            row.optionalId("attempt").map(AttemptId::new).ifPresent(attempts::add);
                            return versions.put(new OrderId(row.id("id")), row.number("version"));
                        });
        return versions;
    }
}
