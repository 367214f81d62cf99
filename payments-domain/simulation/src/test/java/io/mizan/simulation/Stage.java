package io.mizan.simulation;

import static java.util.stream.Collectors.joining;

import io.mizan.cardtesting.CardTestingSettings;
import io.mizan.checkout.CheckoutSettings;
import io.mizan.database.Migrations;
import io.mizan.dispatch.DispatchSettings;
import io.mizan.erasure.RetentionSettings;
import io.mizan.gateway.Gateways;
import io.mizan.id.Ids;
import io.mizan.intake.InboxSettings;
import io.mizan.order.OrderSettings;
import io.mizan.outage.BreakerSettings;
import io.mizan.reconciliation.ReconciliationSettings;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;

/** A schema on which one simulation after another is played, each from empty. */
final class Stage implements AutoCloseable {
    static final UUID API_KEY = new UUID(0x7000L, 0x8000000000000001L);
    private static final List<String> CHILDREN_FIRST = List.of(
            "anchor_head",
            "anchor",
            "posting",
            "fact_evidence",
            "fact",
            "provider_ref",
            "gateway_command",
            "timeline_entry",
            "case_act",
            "exception_case",
            "webhook_event_ref",
            "webhook_event",
            "merchant_event",
            "idempotency_record",
            "order_return_code",
            "order_line",
            "payment_attempt",
            "orders",
            "card_try");

    /** One call of the database for all. */
    private static final String CLEARING = CHILDREN_FIRST.stream()
            .map(table -> "DELETE FROM " + table + ";")
            .collect(joining(" ", "BEGIN NOT ATOMIC ", " END"));

    private final Vault vault = new Vault(MasterKey.of(new byte[32]));
    private final FatefulDatabase database;
    private final FatefulDatabase reading;
    private final EntityManagerFactory factory;
    private final Sql sql;

    Stage(DataSource schema) throws SQLException {
        new Migrations(schema).update();
        database = new FatefulDatabase(schema, Connection.TRANSACTION_READ_COMMITTED);
        reading = new FatefulDatabase(schema, Connection.TRANSACTION_REPEATABLE_READ);
        sql = Sql.withoutTransactions(reading.source());
        factory = Persistence.createEntityManagerFactory(
                "payments",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource", database.source(),
                        "eclipselink.logging.level", "OFF"));
        clear();
        sql.insertNew("INSERT INTO api_key (id, kind, name, hint, key_hash, created_at)" + " VALUES ('" + API_KEY
                + "', 'SECRET', 'simulation', 'sk', REPEAT('0', 64), '2026-01-01')");
    }

    /** The beans of a process on this stage. */
    Beans beans(SimulatedClock clock, Random random, Gateways gateways, Fate fate) {
        var transactions = new Transactions(factory, fate);
        return new Beans(transactions)
                .with(DataSource.class, database.source())
                .with(EntityManager.class, transactions.entities())
                .with(TransactionSynchronizationRegistry.class, transactions.registry())
                .with(Clock.class, clock)
                .with(Ids.class, new SeededIds(clock, random))
                .with(Vault.class, vault)
                .with(Gateways.class, gateways)
                .with(DispatchSettings.class, DispatchSettings.DEFAULT)
                .with(BreakerSettings.class, BreakerSettings.DEFAULT)
                .with(InboxSettings.class, InboxSettings.DEFAULT)
                .with(CardTestingSettings.class, CardTestingSettings.DEFAULT)
                .with(OrderSettings.class, OrderSettings.DEFAULT)
                .with(ReconciliationSettings.class, ReconciliationSettings.DEFAULT)
                .with(RetentionSettings.class, RetentionSettings.DEFAULT)
                .with(CheckoutSettings.class, CheckoutSettings.at(URI.create("https://mizan.example")))
                .with(Event.class, deafEvent());
    }

    /** Nudges are only nudges: here they are always lost. */
    private static Event<?> deafEvent() {
        return (Event<?>) Proxy.newProxyInstance(
                Stage.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);
    }

    void clear() {
        sql.update(CLEARING);
    }

    Vault vault() {
        return vault;
    }

    FatefulDatabase database() {
        return database;
    }

    /** Reads what is committed; fate has no power over it. */
    Sql rows() {
        return sql;
    }

    /** Rises with each statement that may change something. */
    long changes() {
        return database.changes() + reading.changes();
    }

    DataSource reading() {
        return reading.source();
    }

    @Override
    public void close() throws SQLException {
        factory.close();
        database.close();
        reading.close();
    }
}
