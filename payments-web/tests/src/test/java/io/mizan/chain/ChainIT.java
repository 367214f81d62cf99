package io.mizan.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.chain.ChainFault.Kind;
import io.mizan.database.Migrations;
import io.mizan.fact.Account;
import io.mizan.fact.Evidence;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.Facts;
import io.mizan.id.Ids;
import io.mizan.id.OrderId;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffMember;
import io.mizan.testbed.TestBed;
import io.mizan.time.MizanClock;
import io.mizan.timeline.Timeline;
import io.mizan.timeline.TimelineEntry;
import io.mizan.web.chain.VerifyChains;
import io.mizan.web.command.OperatorCommand;
import io.mizan.web.invariant.VerifyInvariants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may write to the database, but does not have the master key, cannot rewrite what we knew (invariant 11). */
class ChainIT {
    private static final byte[] KEY = new byte[32];
    private static final Clock CLOCK = new MizanClock(Clock.systemUTC());
    private static final Vault VAULT = new Vault(MasterKey.of(KEY));
    private static Sql sql;

    private final Ids ids = new Ids(CLOCK);
    private final Timeline timeline = new Timeline(sql);
    private final Anchoring anchoring = new Anchoring(sql, VAULT, CLOCK);
    private final ChainVerifier verifier = new ChainVerifier(sql, VAULT);
    private boolean rowsHold = true;
    private final ChainChecks checks = new ChainChecks(sql, verifier, id -> rowsHold, ids, CLOCK);
    private OrderId order;

    @BeforeAll
    static void migrate() {
        var schema = TestBed.database().emptySchema();
        new Migrations(schema).update();
        sql = Sql.withoutTransactions(schema);
        sql.update("INSERT INTO api_key (id, kind, hint, key_hash, name, created_at)"
                + " SELECT '00000000-0000-7000-8000-000000000001', 'SECRET', 'x', REPEAT('0', 64), 'test', '2026-01-01'"
                + " FROM DUAL");
    }

    @BeforeEach
    void an_order_whose_three_entries_are_anchored() {
        List.of(
                        "anchor_head",
                        "anchor",
                        "chain_check_fault",
                        "chain_check",
                        "timeline_entry",
                        "fact_evidence",
                        "fact",
                        "orders")
                .forEach(table -> sql.update("DELETE FROM " + table));
        order = new OrderId(ids.next());
        placed(order);
        grow(order, 1, 2, 3);
        anchoring.anchor();
    }

    @Test
    void what_nobody_touched_verifies() {
        assertThat(verifier.order(order)).isEqualTo(new ChainVerifier.Verdict(3, List.of()));
        assertThat(faults()).isEmpty();
    }

    @Test
    void a_changed_entry_is_named() {
        sql.update("UPDATE timeline_entry SET actor = 'nobody' WHERE order_id = ? AND seq = 2", order.value());

        assertThat(faults()).containsExactly(fault(Kind.ENTRY_CHANGED, 2));
    }

    @Test
    void an_entry_in_the_midst_that_is_gone_is_named() {
        sql.update("DELETE FROM timeline_entry WHERE order_id = ? AND seq = 2", order.value());

        assertThat(faults()).containsExactly(fault(Kind.ENTRY_MISSING, 2));
    }

    @Test
    void a_tail_that_was_cut_off_with_its_traces_on_the_order_is_named() {
        sql.update("DELETE FROM timeline_entry WHERE order_id = ? AND seq = 3", order.value());
        sql.update(
                "UPDATE orders o SET timeline_seq = 2, timeline_head ="
                        + " (SELECT hash FROM timeline_entry e WHERE e.order_id = o.id AND e.seq = 2) WHERE o.id = ?",
                order.value());

        assertThat(faults()).containsExactly(fault(Kind.TAIL_MISSING, 3));
    }

    @Test
    void a_whole_order_that_is_gone_is_named() {
        sql.update("DELETE FROM timeline_entry WHERE order_id = ?", order.value());
        sql.update("DELETE FROM orders WHERE id = ?", order.value());

        assertThat(faults()).containsExactly(fault(Kind.SUBJECT_MISSING, 3));
    }

    @Test
    void rows_that_its_facts_do_not_amount_to_are_named() {
        rowsHold = false;

        assertThat(faults()).containsExactly(fault(Kind.ROWS_DIFFER, 0));
    }

    @Test
    void a_chain_that_was_made_anew_does_not_fit_its_anchor() {
        sql.update("DELETE FROM timeline_entry WHERE order_id = ?", order.value());
        sql.update("UPDATE orders SET timeline_seq = 0, timeline_head = NULL WHERE id = ?", order.value());
        grow(order, 1, 2, 3);
        sql.update("UPDATE orders SET anchor_due_at = NULL WHERE id = ?", order.value());

        assertThat(faults()).containsExactly(fault(Kind.ENTRY_CHANGED, 3));
    }

    @Test
    void an_anchor_that_was_made_to_fit_is_not_authentic() {
        grow(order, 4);
        new Anchoring(sql, new Vault(MasterKey.of("not the key of the deployment 32".getBytes(US_ASCII))), CLOCK)
                .anchor();

        assertThat(faults()).containsExactly(new ChainFault(Kind.ANCHOR_CHANGED, "anchor", 2));
    }

    @Test
    void anchors_that_were_taken_away_are_missed() {
        grow(order, 4);
        anchoring.anchor();
        grow(order, 5);
        anchoring.anchor();
        sql.update("DELETE FROM anchor_head WHERE anchor_seq = 2");
        sql.update("DELETE FROM anchor WHERE seq = 2");
        assertThat(faults()).contains(new ChainFault(Kind.ANCHOR_MISSING, "anchor", 2));

        sql.update("DELETE FROM anchor_head WHERE anchor_seq = 3");
        sql.update("DELETE FROM anchor WHERE seq = 3");
        assertThat(faults()).containsExactly(fault(Kind.NOT_ANCHORED, 5));
    }

    @Test
    void the_acts_of_a_person_are_a_chain_too() {
        var person = new StaffMember(ids.next(), "amal" + order.toString().substring(20), "Amal", Set.of("support"));
        sql.update(
                "INSERT INTO staff (id, username, display_name, password_hash, created_at) VALUES (?, ?, ?, '', ?)",
                person.id(),
                person.username(),
                person.displayName(),
                CLOCK.instant());
        var audit = new StaffAudit(sql, CLOCK);
        audit.record(person, StaffAct.SIGNED_IN, person.username(), Map.of());
        audit.record(person, StaffAct.SIGNED_OUT, person.username(), Map.of());
        anchoring.anchor();
        assertThat(faults()).isEmpty();

        sql.update("DELETE FROM staff_audit WHERE staff_id = ? AND seq = 2", person.id());

        assertThat(faults()).containsExactly(new ChainFault(Kind.TAIL_MISSING, "staff/" + person.id(), 2));
        sql.update("UPDATE staff SET audit_seq = 0, audit_head = NULL WHERE id = ?", person.id());
        sql.update("DELETE FROM staff_audit WHERE staff_id = ?", person.id());
    }

    @Test
    void nothing_is_anchored_twice() {
        assertThat(anchoring.anchor()).isFalse();

        assertThat(anchoring.newest()).contains(1L);
    }

    @Test
    void the_command_says_what_is_wrong_without_a_server() {
        assertThat(command()).startsWith("0 ").contains("1 anchors, 3 entries: nothing was changed");

        sql.update("UPDATE timeline_entry SET kind = 'other' WHERE order_id = ? AND seq = 3", order.value());

        assertThat(command()).startsWith("1 ").contains("entry_changed " + order + " 3");
    }

    /** The orders of this test are made by hand, so the one that is left is made whole first. */
    @Test
    void the_command_of_the_invariants_names_the_order_whose_rows_its_facts_do_not_amount_to() {
        sql.update("DELETE FROM timeline_entry WHERE order_id = ?", order.value());
        sql.update("DELETE FROM anchor_head");
        sql.update("DELETE FROM anchor");
        sql.update("DELETE FROM orders WHERE id = ?", order.value());
        assertThat(invariants()).isEqualTo("0 0 orders, 0 callbacks, 0 entries of chains: every invariant holds\n");
        placed(order);
        sql.update("UPDATE orders SET status = 'PAID', captured_minor = amount_minor WHERE id = ?", order.value());

        assertThat(invariants()).startsWith("1 ").contains("invariant 5 " + order, " violations");
        assertThat(invariants(order.toString())).startsWith("1 ").contains("invariant 5 " + order, "1 orders: ");
    }

    @Test
    void the_command_that_cannot_look_says_what_to_correct() {
        var err = new ByteArrayOutputStream();

        int status = VerifyChains.run(Map.of(), System.out, new PrintStream(err, true, UTF_8));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("Set MIZAN_DB_URL");
    }

    @Test
    void a_wrong_password_is_called_one() {
        var settings = new HashMap<>(TestBed.database().plainSettings());
        settings.put("MIZAN_DB_PASSWORD", "wrong");
        var err = new ByteArrayOutputStream();

        int status = VerifyChains.run(settings, System.out, new PrintStream(err, true, UTF_8));

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("Access denied").contains("MIZAN_DB_PASSWORD");
    }

    @Test
    void a_command_that_breaks_down_has_not_looked() {
        var err = new ByteArrayOutputStream();

        int status = OperatorCommand.run(settings(), new PrintStream(err, true, UTF_8), (database, vault) -> {
            throw new NoClassDefFoundError("jakarta/json/spi/JsonProvider");
        });

        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("says nothing about the database", "JsonProvider");
    }

    @ParameterizedTest
    @ValueSource(classes = {VerifyInvariants.class, VerifyChains.class})
    void each_command_runs_from_the_unpacked_war_as_the_docs_say(Class<?> command, @TempDir Path home)
            throws IOException, InterruptedException {
        toldOf(order);
        unpack(home.resolve("payments"));
        var java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "payments/WEB-INF/classes:payments/WEB-INF/lib/*:payments/WEB-INF/command/*",
                        command.getName())
                .directory(home.toFile())
                .redirectErrorStream(true);
        java.environment().putAll(settings());

        var process = java.start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).as(said).isIn(OperatorCommand.GOOD, OperatorCommand.BROKEN);
        assertThat(said).contains("1 orders, ");
    }

    /** Whoever reads a fact reads what its evidence said. */
    private void toldOf(OrderId canceled) {
        var evidence = new Evidence(
                Evidence.Source.DECISION,
                "order_canceled",
                "",
                "order_canceled",
                "",
                "merchant",
                Optional.empty(),
                Map.of("why", "asked for"),
                CLOCK.instant());
        new Facts(sql, ids, CLOCK)
                .record(
                        canceled,
                        Optional.empty(),
                        Fact.of(FactKind.ORDER_CANCELED, Account.OURS, canceled.toString()),
                        evidence);
    }

    private static void unpack(Path where) throws IOException {
        try (var war = new JarFile(System.getProperty("mizan.war"))) {
            for (var entry : Collections.list(war.entries())) {
                var file = where.resolve(entry.getName()).normalize();
                if (!entry.isDirectory() && file.startsWith(where.resolve("WEB-INF"))) {
                    Files.createDirectories(file.getParent());
                    try (var content = war.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                }
            }
        }
    }

    /** Its status and what it prints. */
    private static String command() {
        var out = new ByteArrayOutputStream();
        int status = VerifyChains.run(settings(), new PrintStream(out, true, UTF_8), System.err);
        return status + " " + out.toString(UTF_8);
    }

    private static String invariants(String... orders) {
        var out = new ByteArrayOutputStream();
        int status = VerifyInvariants.run(List.of(orders), settings(), new PrintStream(out, true, UTF_8), System.err);
        return status + " " + out.toString(UTF_8);
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<>(TestBed.database().plainSettings());
        settings.put("MIZAN_MASTER_KEY", Base64.getEncoder().encodeToString(KEY));
        return settings;
    }

    /** What a verification of everything finds, done in its steps. */
    private List<ChainFault> faults() {
        assertThat(checks.request("staff:amal")).isTrue();
        assertThat(checks.request("staff:mona")).as("another at the same time").isFalse();
        for (var due = checks.claimDue(); !due.isEmpty(); due = checks.claimDue()) {
            due.forEach(checks::work);
        }
        var check = checks.latest().orElseThrow();
        assertThat(check.finishedAt()).isPresent();
        sql.update("DELETE FROM chain_check_fault");
        sql.update("DELETE FROM chain_check");
        return check.faults();
    }

    private ChainFault fault(Kind kind, long seq) {
        return new ChainFault(kind, order.toString(), seq);
    }

    private void grow(OrderId id, long... numbers) {
        for (long seq : numbers) {
            var previous = sql.first(
                            "SELECT timeline_head FROM orders WHERE id = ?",
                            row -> row.optionalText("timeline_head"),
                            id.value())
                    .orElseThrow()
                    .orElse(ChainHash.GENESIS);
            var entry = new TimelineEntry(
                    seq,
                    CLOCK.instant(),
                    "order.placed",
                    "merchant",
                    Optional.empty(),
                    Optional.empty(),
                    Map.of("reference", "كأس-" + seq));
            var head = timeline.append(id, entry, previous);
            sql.update(
                    "UPDATE orders SET timeline_seq = ?, timeline_head = ?, anchor_due_at = ? WHERE id = ?",
                    seq,
                    head,
                    CLOCK.instant(),
                    id.value());
        }
    }

    private static void placed(OrderId id) {
        Instant now = CLOCK.instant();
        sql.update(
                "INSERT INTO orders (id, version, reference_scope, reference, content_hash, api_key_id, locale, currency,"
                        + " amount_minor, status, captured_minor, fulfilment, client_secret_hash, return_url, metadata,"
                        + " created_at, expires_at) VALUES (?, 1, 'merchant', ?, REPEAT('0', 64), ?, 'en', 'QAR', 100,"
                        + " 'PENDING', 0, 'UNFULFILLED', REPEAT('0', 64), 'https://shop.example', '{}', ?, ?)",
                id.value(),
                id.toString(),
                UUID.fromString("00000000-0000-7000-8000-000000000001"),
                now,
                now);
    }
}
