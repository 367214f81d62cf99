package io.mizan.customer;

import io.mizan.sql.Sql;
import java.util.List;
import javax.sql.DataSource;

/** Under which master key people's data is sealed, for a start that has to know before any of it is read. */
public final class SealedCustomers {
    private final Sql sql;

    /** @param database no transaction is open on its connections */
    public SealedCustomers(DataSource database) {
        this.sql = Sql.withoutTransactions(database);
    }

    /** The ids of the master keys without which somebody's data could not be read; whoever was erased needs none. */
    public List<String> keyIds() {
        return sql.list(
                "SELECT DISTINCT master_key FROM customer_person WHERE erased_at IS NULL ORDER BY master_key",
                row -> row.text("master_key"));
    }
}
