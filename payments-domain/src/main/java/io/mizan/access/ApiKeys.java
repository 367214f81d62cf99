package io.mizan.access;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.mizan.id.Ids;
import io.mizan.money.Money;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** All API keys. A key works from the moment it is made until it expires or is revoked; several overlap in a rotation. */
@ApplicationScoped
public class ApiKeys {
    /** How often the last use is written down: often enough to retire a key by, rarely enough to cost nothing. */
    private static final Duration LAST_USE_GRAIN = Duration.ofMinutes(1);

    /** With its pages and limits in the same answer: this is asked at every call of the API. */
    private static final String ORIGINS =
            "(SELECT GROUP_CONCAT(o.origin ORDER BY o.origin SEPARATOR ' ') FROM api_key_origin o"
                    + " WHERE o.api_key_id = k.id) AS origins";

    private static final String LIMITS =
            "(SELECT GROUP_CONCAT(CONCAT(l.currency, ':', l.max_minor) ORDER BY l.currency SEPARATOR ' ')"
                    + " FROM api_key_order_limit l WHERE l.api_key_id = k.id) AS limits";

    private static final String KEYS = "SELECT k.id, k.kind, k.name, k.hint, k.scopes, k.last_used_at, k.addresses, "
            + ORIGINS + ", " + LIMITS + " FROM api_key k";
    private static final String VALID = " AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ?)";

    private final Sql sql;
    private final Ids ids;
    private final Clock clock;
    private final Mode mode;

    /** For the proxy of the container only. */
    protected ApiKeys() {
        this(null, null, null, null);
    }

    @Inject
    public ApiKeys(Sql sql, Ids ids, Clock clock, Mode mode) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
        this.mode = mode;
    }

    /** Makes a key. What it answers is the only time that the key itself is seen. */
    @Transactional
    public KeyText issue(NewApiKey wanted) {
        var text = draw(wanted.kind());
        insert(wanted, text.hint(), text.hash());
        return text;
    }

    /**
     * Sees to it that a key whose text is known beforehand exists, and that it has these origins and limits; others that
     * it has stay, for another instance may have named them.
     *
     * @throws IllegalArgumentException if it is of the other kind or the other mode
     */
    @Transactional
    public void register(NewApiKey wanted, KeyText text) {
        if (!text.is(wanted.kind(), mode)) {
            throw new IllegalArgumentException("the key does not begin with "
                    + wanted.kind().beginning(mode) + ", as one of this kind and mode must");
        }
        insert(wanted, text.hint(), text.hash());
    }

    /** The key behind what a caller presents, if it is valid now; its use is noted. */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Optional<ApiKey> authenticate(String presented) {
        return Optional.of(presented)
                .filter(KeyText::isWellFormed)
                .map(KeyText::new)
                .filter(text -> text.isOf(mode))
                .flatMap(this::valid);
    }

    /** The key of an order or a record, also if it does not work any more. */
    public Optional<ApiKey> find(UUID id) {
        return sql.first(KEYS + " WHERE k.id = ?", ApiKeys::found, id).map(Found::key);
    }

    /** Whether a page of this origin may use any publishable key: all that can be said before a key is presented. */
    public boolean anyAllows(Origin origin) {
        return sql.first(
                        "SELECT 1 AS one FROM api_key_origin o JOIN api_key k ON k.id = o.api_key_id"
                                + " WHERE o.origin = ? AND k.kind = 'PUBLISHABLE'" + VALID + " LIMIT 1",
                        row -> row.integer("one"),
                        origin.value(),
                        clock.instant())
                .isPresent();
    }

    /** From now on the key opens nothing. Its orders go on. */
    @Transactional
    public void revoke(UUID id) {
        sql.update("UPDATE api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", clock.instant(), id);
    }

    /**
     * A key as those see it who look after keys.
     *
     * @param madeBy the name of the member of staff who made it; empty for one that the deployment was given
     */
    public record Listed(
            UUID id,
            ApiKeyKind kind,
            String name,
            String hint,
            Set<Scope> scopes,
            List<String> origins,
            List<Money> limits,
            List<String> addresses,
            Optional<String> madeBy,
            Instant madeAt,
            Optional<Instant> expiresAt,
            boolean isRevoked,
            Optional<Instant> lastUsedAt) {
        public Listed {
            scopes = Set.copyOf(scopes);
            limits = List.copyOf(limits);
            origins = List.copyOf(origins);
            addresses = List.copyOf(addresses);
        }

        public boolean isValidAt(Instant now) {
            return !isRevoked && expiresAt.filter(at -> !at.isAfter(now)).isEmpty();
        }
    }

    /** Those that work first, then the newest. */
    public List<Listed> all() {
        return sql.list(
                "SELECT k.id, k.kind, k.name, k.hint, k.scopes, k.addresses, s.username, k.created_at, k.expires_at,"
                        + " k.revoked_at IS NOT NULL AS revoked, k.last_used_at, " + ORIGINS + ", " + LIMITS
                        + " FROM api_key k LEFT JOIN staff s ON s.id = k.made_by"
                        + " ORDER BY k.revoked_at IS NOT NULL OR IFNULL(k.expires_at <= ?, FALSE), k.id DESC LIMIT 500",
                row -> new Listed(
                        row.id("id"),
                        ApiKeyKind.valueOf(row.text("kind")),
                        row.text("name"),
                        row.text("hint"),
                        scopes(row.optionalText("scopes")),
                        words(row.optionalText("origins")),
                        words(row.optionalText("limits")).stream()
                                .map(ApiKeys::limit)
                                .toList(),
                        words(row.optionalText("addresses")),
                        row.optionalText("username"),
                        row.instant("created_at"),
                        row.optionalInstant("expires_at"),
                        row.flag("revoked"),
                        row.optionalInstant("last_used_at")),
                clock.instant());
    }

    /** Thinks of a key that opens nothing yet. What it answers is the only time that the key itself is seen. */
    public KeyText draw(ApiKeyKind kind) {
        return KeyText.random(kind, mode);
    }

    /**
     * Lets a key work that somebody drew before.
     *
     * @param madeBy the member of staff who is to answer for it
     */
    @Transactional
    public UUID make(NewApiKey wanted, String hint, String hash, UUID madeBy) {
        var id = insert(wanted, hint, hash);
        sql.update("UPDATE api_key SET made_by = ? WHERE id = ?", madeBy, id);
        return id;
    }

    public boolean isValid(UUID id) {
        return sql.first(KEYS + " WHERE k.id = ?" + VALID, ApiKeys::found, id, clock.instant())
                .isPresent();
    }

    /** Whether another stands in its place already; what it has left to live is no life for a third. */
    public boolean isReplaced(UUID id) {
        return sql.first(
                        "SELECT 1 AS one FROM api_key WHERE id = ? AND replaced_by IS NOT NULL",
                        row -> row.integer("one"),
                        id)
                .isPresent();
    }

    /**
     * Puts a key that somebody drew before in the place of another, with the same scopes, pages, addresses and limits; the
     * old one goes on for a while, though never longer than it would have.
     *
     * @return empty if another was put there at the same moment: it would live only as long as the old one still does
     */
    @Transactional
    public Optional<UUID> replace(UUID old, String hint, String hash, Duration overlap, UUID madeBy) {
        var key = find(old).orElseThrow();
        var until = clock.instant().plus(overlap);
        var locked = sql.first(
                        "SELECT expires_at, replaced_by IS NOT NULL AS replaced FROM api_key WHERE id = ? FOR UPDATE",
                        row -> new Replaced(row.optionalInstant("expires_at"), row.flag("replaced")),
                        old)
                .orElseThrow();
        if (locked.already) {
            return Optional.empty();
        }
        var id = make(
                new NewApiKey(
                        key.kind(),
                        key.name(),
                        key.scopes(),
                        key.origins(),
                        List.copyOf(key.limits().values()),
                        locked.expires,
                        key.addresses()),
                hint,
                hash,
                madeBy);
        sql.update(
                "UPDATE api_key SET expires_at = LEAST(IFNULL(expires_at, ?), ?), replaced_by = ? WHERE id = ?",
                until,
                until,
                id,
                old);
        return Optional.of(id);
    }

    private record Replaced(Optional<Instant> expires, boolean already) {}

    static Optional<String> text(Set<AddressRange> addresses) {
        return Optional.of(addresses.stream().map(AddressRange::text).sorted().collect(joining(" ")))
                .filter(text -> !text.isEmpty());
    }

    private static Set<Scope> scopes(Optional<String> text) {
        return text.map(list -> words(Optional.of(list)).stream().map(Scope::of).collect(toSet()))
                .orElse(Scope.ALL);
    }

    /** As the list of keys has it: currency and minor units. */
    private static Money limit(String text) {
        var parts = text.split(":", -1);
        return Money.ofMinor(Long.parseLong(parts[1]), parts[0]);
    }

    private static List<String> words(Optional<String> text) {
        return text.map(list -> List.of(list.split(" ", -1))).orElse(List.of());
    }

    private record Found(ApiKey key, Optional<Instant> lastUsedAt) {}

    private Optional<ApiKey> valid(KeyText text) {
        var now = clock.instant();
        var found = sql.first(KEYS + " WHERE k.key_hash = ?" + VALID, ApiKeys::found, text.hash(), now);
        found.ifPresent(key -> noteUse(key, now));
        return found.map(Found::key);
    }

    private void noteUse(Found key, Instant now) {
        var stale = now.minus(LAST_USE_GRAIN);
        if (key.lastUsedAt.filter(at -> at.isAfter(stale)).isEmpty()) {
            sql.update(
                    "UPDATE api_key SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at <= ?)",
                    now,
                    key.key.id(),
                    stale);
        }
    }

    private UUID insert(NewApiKey wanted, String hint, String hash) {
        sql.insertNew(
                "INSERT INTO api_key (id, kind, name, hint, key_hash, created_at, expires_at, addresses, scopes)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                wanted.kind(),
                wanted.name(),
                hint,
                hash,
                clock.instant(),
                wanted.expiresAt(),
                text(wanted.addresses()),
                wanted.scopes().equals(Scope.ALL)
                        ? Optional.empty()
                        : Optional.of(wanted.scopes().stream()
                                .map(Scope::code)
                                .sorted()
                                .collect(joining(" "))));
        var id = sql.first("SELECT id FROM api_key WHERE key_hash = ? FOR UPDATE", row -> row.id("id"), hash)
                .orElseThrow();
        wanted.origins()
                .forEach(origin -> sql.insertNew(
                        "INSERT INTO api_key_origin (api_key_id, origin) VALUES (?, ?)", id, origin.value()));
        wanted.limits()
                .forEach(limit -> sql.insertNew(
                        "INSERT INTO api_key_order_limit (api_key_id, currency, max_minor) VALUES (?, ?, ?)",
                        id,
                        limit.currencyCode(),
                        limit.amountMinor()));
        return id;
    }

    private static Found found(Row row) throws SQLException {
        var key = new ApiKey(
                row.id("id"),
                ApiKeyKind.valueOf(row.text("kind")),
                row.text("name"),
                row.text("hint"),
                scopes(row.optionalText("scopes")),
                words(row.optionalText("origins")).stream().map(Origin::new).collect(toSet()),
                words(row.optionalText("limits")).stream()
                        .map(ApiKeys::limit)
                        .collect(toMap(Money::currency, Function.identity())),
                words(row.optionalText("addresses")).stream()
                        .map(AddressRange::new)
                        .collect(toSet()));
        return new Found(key, row.optionalInstant("last_used_at"));
    }
}
