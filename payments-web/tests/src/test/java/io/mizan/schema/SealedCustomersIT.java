package io.mizan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.customer.SealedCustomers;
import io.mizan.database.Migrations;
import io.mizan.sql.Sql;
import io.mizan.testbed.TestBed;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedCustomersIT {
    @Test
    void each_master_key_is_told_that_somebody_who_is_not_erased_needs() {
        var schema = TestBed.database().emptySchema();
        new Migrations(schema).update();
        var customers = new SealedCustomers(schema);
        assertThat(customers.keyIds()).as("nobody came yet").isEmpty();

        var sql = Sql.withoutTransactions(schema);
        person(sql, new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0001L), "0a0a0a0a");
        person(sql, new UUID(0x0199_0000_0001_7000L, 0x8000_0000_0000_0001L), "0b0b0b0b");
        assertThat(customers.keyIds()).containsExactly("0a0a0a0a", "0b0b0b0b");

        sql.update("UPDATE customer_person SET erased_at = ? WHERE master_key = '0a0a0a0a'", Instant.EPOCH);

        assertThat(customers.keyIds()).containsExactly("0b0b0b0b");
    }

    private static void person(Sql sql, UUID id, String masterKey) {
        sql.insertNew(
                "INSERT INTO customer_person (id, master_key, wrapped_key, sealed, created_at) VALUES (?, ?, 'w', 's', ?)",
                id,
                masterKey,
                Instant.EPOCH);
    }
}
