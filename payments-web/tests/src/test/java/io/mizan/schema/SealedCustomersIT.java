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
    void the_master_key_of_whoever_came_last_is_told() {
        var schema = TestBed.database().emptySchema();
        new Migrations(schema).update();
        var customers = new SealedCustomers(schema);
        assertThat(customers.newestKeyId()).as("nobody came yet").isEmpty();

        var sql = Sql.withoutTransactions(schema);
        person(sql, new UUID(0x0199_0000_0000_7000L, 0x8000_0000_0000_0001L), "0a0a0a0a");
        person(sql, new UUID(0x0199_0000_0001_7000L, 0x8000_0000_0000_0001L), "0b0b0b0b");

        assertThat(customers.newestKeyId()).contains("0b0b0b0b");
    }

    private static void person(Sql sql, UUID id, String masterKey) {
        sql.insertNew(
                "INSERT INTO customer_person (id, master_key, wrapped_key, sealed, created_at) VALUES (?, ?, 'w', 's', ?)",
                id,
                masterKey,
                Instant.EPOCH);
    }
}
