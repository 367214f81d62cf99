package io.mizan.customer;

import io.mizan.sql.Sql;
import java.util.Optional;
import javax.sql.DataSource;

/** Under which master key people's data is sealed, for a start that has to know before any of it is read. */
public final class SealedCustomers {
    private final Sql sql;

    /** @param database no transaction is open on its connections */
    public SealedCustomers(DataSource database) {
        this.sql = Sql.withoutTransactions(database);
    }

    /** Of the person who came last, by id, which sorts by time; empty if there is none. */
    public Optional<String> newestKeyId() {
        return sql.first(
                "SELECT master_key FROM customer_person ORDER BY id DESC LIMIT 1", row -> row.text("master_key"));
    }
}
