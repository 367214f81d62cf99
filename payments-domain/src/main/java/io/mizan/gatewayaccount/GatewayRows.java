package io.mizan.gatewayaccount;

import static java.lang.System.Logger.Level.ERROR;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.mizan.gateway.GatewayName;
import io.mizan.gatewayaccount.Entered.Value;
import io.mizan.gatewayaccount.Secret.Sealed;
import io.mizan.gatewayaccount.Secret.State;
import io.mizan.secrets.Vault;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import io.mizan.staff.StaffMember;
import io.mizan.staff.StaffSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The rows of what was entered. */
@ApplicationScoped
public class GatewayRows {
    private static final System.Logger LOG = System.getLogger("mizan.gateways");

    private final Sql sql;
    private final Vault vault;
    private final StaffSettings staff;
    private final Clock clock;

    /** The damaged ones that the log has. */
    private final Set<UUID> told = ConcurrentHashMap.newKeySet();

    /** For the proxy of the container only. */
    protected GatewayRows() {
        this(null, null, null, null);
    }

    @Inject
    public GatewayRows(Sql sql, Vault vault, StaffSettings staff, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.staff = staff;
        this.clock = clock;
    }

    private record SettingRow(GatewayName gateway, String name, Value value) {}

    private record SecretRow(GatewayName gateway, Secret secret) {}

    /** Grows with every change. */
    long versions() {
        return sql.first(
                        "SELECT COALESCE(SUM(version), 0) AS versions FROM gateway_account",
                        row -> row.number("versions"))
                .orElseThrow();
    }

    /** Of each gateway of which something was entered. Versions are read first: what is newer is read again later. */
    Map<GatewayName, Entered> all() {
        var accounts = sql.list(
                "SELECT gateway, version, place FROM gateway_account",
                row -> new Entered(gateway(row), row.number("version"), place(row), Map.of(), List.of()));
        var settings = settings();
        var secrets = secrets();
        return accounts.stream()
                .map(account -> new Entered(
                        account.gateway(),
                        account.version(),
                        account.place(),
                        settings.getOrDefault(account.gateway(), List.of()).stream()
                                .collect(toMap(SettingRow::name, SettingRow::value)),
                        secrets.getOrDefault(account.gateway(), List.of()).stream()
                                .map(SecretRow::secret)
                                .toList()))
                .collect(toMap(Entered::gateway, Function.identity()));
    }

    Entered find(GatewayName gateway) {
        return Optional.ofNullable(all().get(gateway)).orElseGet(() -> Entered.nothing(gateway));
    }

    /** From here on nobody else changes it before the open transaction ends. */
    Entered lock(GatewayName gateway) {
        makeSureOf(gateway);
        sql.first(
                "SELECT version FROM gateway_account WHERE gateway = ? FOR UPDATE",
                row -> row.number("version"),
                gateway.value());
        return find(gateway);
    }

    private void makeSureOf(GatewayName gateway) {
        sql.insertNew(
                "INSERT INTO gateway_account (gateway, version, changed_at) VALUES (?, 0, ?)",
                gateway.value(),
                clock.instant());
    }

    /** Writes what is different, in the open transaction. */
    void save(Entered before, Entered after, StaffMember who) {
        var gateway = after.gateway().value();
        before.settings().keySet().stream()
                .filter(name -> !after.settings().containsKey(name))
                .forEach(name ->
                        sql.update("DELETE FROM gateway_setting WHERE gateway = ? AND name = ?", gateway, name));
        after.settings().forEach((name, value) -> {
            if (!value.equals(before.settings().get(name))) {
                sql.update(
                        "REPLACE INTO gateway_setting (gateway, name, value, entered_by, entered_at)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        gateway,
                        name,
                        value.text(),
                        who.id(),
                        value.at());
            }
        });
        for (var secret : after.secrets()) {
            var was = before.secret(secret.id());
            if (was.isEmpty()) {
                insert(after.gateway(), secret, who);
            } else if (!was.get().state().equals(secret.state())) {
                update(secret);
            }
        }
        touch(after.gateway());
    }

    private void touch(GatewayName gateway) {
        sql.update(
                "UPDATE gateway_account SET version = version + 1, changed_at = ? WHERE gateway = ?",
                clock.instant(),
                gateway.value());
    }

    /** In the order of this list, or each as the environment says if it is empty. */
    void saveOrder(List<GatewayName> order) {
        if (order.isEmpty()) {
            sql.update("UPDATE gateway_account SET place = NULL, version = version + 1");
        }
        for (int i = 0; i < order.size(); i++) {
            makeSureOf(order.get(i));
            sql.update(
                    "UPDATE gateway_account SET place = ?, version = version + 1 WHERE gateway = ?",
                    i + 1,
                    order.get(i).value());
        }
    }

    /** Keeps a secret that nothing uses yet. */
    @Transactional
    void propose(GatewayName gateway, Secret secret, StaffMember who) {
        makeSureOf(gateway);
        insert(gateway, secret, who);
    }

    /** Nobody wants it any more, unless it is used by now. */
    @Transactional
    void drop(UUID proposed) {
        sql.update(
                "UPDATE gateway_secret SET state = 'DESTROYED', sealed = NULL, destroyed_at = ?"
                        + " WHERE id = ? AND state = 'PROPOSED'",
                clock.instant(),
                proposed);
    }

    /** The account of the last attempt at this gateway; absent if there is none. */
    Optional<String> lastAccount(GatewayName gateway) {
        return sql.first(
                "SELECT account FROM payment_attempt WHERE gateway = ? ORDER BY id DESC LIMIT 1",
                row -> row.text("account"),
                gateway.value());
    }

    private void insert(GatewayName gateway, Secret secret, StaffMember who) {
        var sealed = Optional.ofNullable(secret.sealed());
        sql.update(
                "INSERT INTO gateway_secret (id, gateway, name, key_name, state, of_environment, sealed, master_key_id, fingerprint,"
                        + " entered_by, entered_at, valid_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                secret.id(),
                gateway.value(),
                secret.setting(),
                secret.keyName().orElse(null),
                secret.state(),
                secret.ofEnvironment(),
                sealed.map(Sealed::bytes).orElse(null),
                sealed.map(Sealed::masterKeyId).orElseGet(vault::masterKeyId),
                secret.fingerprint(),
                who.id(),
                secret.at(),
                secret.until().orElse(null));
    }

    private void update(Secret secret) {
        boolean over = secret.is(State.DESTROYED);
        sql.update(
                "UPDATE gateway_secret SET state = ?, valid_until = ?, sealed = IF(?, NULL, sealed), destroyed_at = ?"
                        + " WHERE id = ?",
                secret.state(),
                secret.until().orElse(null),
                over,
                over ? clock.instant() : null,
                secret.id());
    }

    /** Destroys what is over, and seals anew what a master key of before has sealed. Whoever comes second finds nothing. */
    @Transactional
    public void tidy() {
        var now = clock.instant();
        var over = sql.list(
                "SELECT id, gateway FROM gateway_secret WHERE state = 'RETIRING' AND valid_until <= ? FOR UPDATE",
                row -> new Over(row.id("id"), gateway(row)),
                now);
        for (var secret : over) {
            sql.update(
                    "UPDATE gateway_secret SET state = 'DESTROYED', sealed = NULL, valid_until = NULL, destroyed_at = ?"
                            + " WHERE id = ?",
                    now,
                    secret.id());
            touch(secret.gateway());
        }
        sql.update(
                "UPDATE gateway_secret SET state = 'DESTROYED', sealed = NULL, destroyed_at = ?"
                        + " WHERE state = 'PROPOSED' AND entered_at <= ?",
                now,
                now.minus(staff.approveWithin()));
        sealAnew();
    }

    private record Over(UUID id, GatewayName gateway) {}

    private record Old(UUID id, Sealed sealed) {}

    private void sealAnew() {
        var old = sql.list(
                "SELECT id, sealed, master_key_id FROM gateway_secret WHERE state IN ('PROPOSED', 'ACTIVE', 'RETIRING')"
                        + " AND sealed IS NOT NULL AND master_key_id <> ? FOR UPDATE",
                row -> new Old(row.id("id"), new Sealed(row.bytes("sealed"), row.text("master_key_id"))),
                vault.masterKeyId());
        for (var secret : old) {
            anew(secret.id(), secret.sealed())
                    .ifPresent(next -> sql.update(
                            "UPDATE gateway_secret SET sealed = ?, master_key_id = ? WHERE id = ?",
                            next.bytes(),
                            next.masterKeyId(),
                            secret.id()));
        }
    }

    /** Empty of one that cannot be opened here: it stays as it is, and keeps nobody from going on. */
    Optional<Sealed> anew(UUID id, Sealed old) {
        if (!vault.knows(old.masterKeyId())) {
            return Optional.empty();
        }
        try {
            var context = Secret.context(id);
            var plain = vault.open(old.masterKeyId(), old.bytes(), context);
            return Optional.of(new Sealed(vault.seal(plain, context), vault.masterKeyId()));
        } catch (Vault.SealBroken damaged) {
            if (told.add(id)) {
                LOG.log(ERROR, "event=gateway_secret.damaged id=" + id);
            }
            return Optional.empty();
        }
    }

    private Map<GatewayName, List<SettingRow>> settings() {
        return sql
                .list(
                        "SELECT g.gateway, g.name, g.value, g.entered_at, m.username FROM gateway_setting g"
                                + " JOIN staff m ON m.id = g.entered_by",
                        row -> new SettingRow(
                                gateway(row),
                                row.text("name"),
                                new Value(row.text("value"), row.text("username"), row.instant("entered_at"))))
                .stream()
                .collect(groupingBy(SettingRow::gateway));
    }

    private Map<GatewayName, List<SecretRow>> secrets() {
        return sql
                .list(
                        "SELECT x.id, x.gateway, x.name, x.key_name, x.state, x.of_environment, x.sealed, x.master_key_id,"
                                + " x.fingerprint, x.entered_at, x.valid_until, m.username FROM gateway_secret x"
                                + " JOIN staff m ON m.id = x.entered_by"
                                + " WHERE x.state IN ('PROPOSED', 'ACTIVE', 'RETIRING') ORDER BY x.id",
                        row -> new SecretRow(gateway(row), secret(row)))
                .stream()
                .collect(groupingBy(SecretRow::gateway));
    }

    private static Secret secret(Row row) throws SQLException {
        var sealed = row.bytes("sealed");
        return new Secret(
                row.id("id"),
                row.text("name"),
                row.optionalText("key_name"),
                State.valueOf(row.text("state")),
                row.flag("of_environment"),
                sealed == null ? null : new Sealed(sealed, row.text("master_key_id")),
                row.text("fingerprint"),
                row.text("username"),
                row.instant("entered_at"),
                row.optionalInstant("valid_until"));
    }

    private static GatewayName gateway(Row row) throws SQLException {
        return new GatewayName(row.text("gateway"));
    }

    private static Optional<Integer> place(Row row) throws SQLException {
        return row.optionalText("place").map(Integer::valueOf);
    }
}
