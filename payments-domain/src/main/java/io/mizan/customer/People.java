package io.mizan.customer;

import io.mizan.fact.Details;
import io.mizan.id.Ids;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Keeps personal data. Each person has a key of its own, wrapped by the master key; a person is found again by a keyed
 * hash of the e-mail address, so that neither a copy of the database nor a search leaks who bought.
 */
@ApplicationScoped
public class People {
    private static final int MOST_FOUND = 50;
    private static final Pattern EMAIL_ADDRESS = Pattern.compile("[^\\s@]@[^\\s@]");
    /** Nobody is erased for their age before it was looked when their order last moved. */
    private static final Duration FIRST_LOOK = Duration.ofDays(30);

    private final Sql sql;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected People() {
        this(null, null, null, null);
    }

    @Inject
    public People(Sql sql, Vault vault, Ids ids, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps the details under a new id, in the open transaction. */
    public UUID register(CustomerDetails details) {
        var id = ids.next();
        var key = vault.newKey();
        sql.update(
                "INSERT INTO customer_person (id, master_key, wrapped_key, sealed, email_hash, created_at,"
                        + " retention_due_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                id,
                vault.masterKeyId(),
                vault.seal(key, keyContext(id)),
                vault.sealWith(key, toBytes(details), dataContext(id)),
                details.email().map(this::emailHash),
                clock.instant(),
                clock.instant().plus(FIRST_LOOK));
        return id;
    }

    /** Empty for nobody, and for somebody who was erased. */
    public Optional<CustomerDetails> find(UUID id) {
        return sql.first(
                "SELECT wrapped_key, sealed FROM customer_person WHERE id = ? AND wrapped_key IS NOT NULL",
                row -> fromBytes(vault.openWith(
                        vault.open(row.bytes("wrapped_key"), keyContext(id)), row.bytes("sealed"), dataContext(id))),
                id);
    }

    /** Whether a text that is kept for ever says who this is, or bears anybody's e-mail address. */
    public boolean isNamedIn(String text, Optional<UUID> person) {
        return EMAIL_ADDRESS.matcher(text).find()
                || person.flatMap(this::find)
                        .filter(customer -> customer.isNamedIn(text))
                        .isPresent();
    }

    /** Everybody with this address, latest first, at most 50; upper and lower case are the same. */
    public List<UUID> byEmail(String email) {
        return sql.list(
                "SELECT id FROM customer_person WHERE email_hash = ? ORDER BY id DESC LIMIT " + MOST_FOUND,
                row -> row.id("id"),
                emailHash(email));
    }

    /** Everybody with this address, by its keyed hash; those first whom we met first. */
    public List<UUID> withHash(String emailHash, int most) {
        return sql.list(
                "SELECT id FROM customer_person WHERE email_hash = ? ORDER BY id LIMIT " + most,
                row -> row.id("id"),
                emailHash);
    }

    /** The keyed hash of a person's address; empty for somebody who gave none, and for somebody who was erased. */
    public Optional<String> emailHash(UUID person) {
        return sql.first(
                        "SELECT email_hash FROM customer_person WHERE id = ?",
                        row -> row.optionalText("email_hash"),
                        person)
                .flatMap(hash -> hash);
    }

    /**
     * Destroys the person's key, and with it whatever it sealed, also in copies of the database. A repeat changes
     * nothing. In the open transaction.
     */
    public void erase(UUID person) {
        sql.update(
                "UPDATE customer_person SET wrapped_key = NULL, sealed = NULL, email_hash = NULL, erased_at = ?,"
                        + " retention_due_at = NULL WHERE id = ? AND erased_at IS NULL",
                clock.instant(),
                person);
    }

    /** Whose age is to be looked at now. */
    public List<UUID> dueForRetention(Instant now, int most) {
        return sql.list(
                "SELECT id FROM customer_person WHERE retention_due_at <= ? ORDER BY retention_due_at LIMIT " + most,
                row -> row.id("id"),
                now);
    }

    public void keepUntil(UUID person, Instant next) {
        sql.update("UPDATE customer_person SET retention_due_at = ? WHERE id = ? AND erased_at IS NULL", next, person);
    }

    private String emailHash(String email) {
        return vault.hash("email", email.strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] toBytes(CustomerDetails details) {
        var fields = new HashMap<String, String>();
        details.email().ifPresent(email -> fields.put("email", email));
        details.name().ifPresent(name -> fields.put("name", name));
        details.phone().ifPresent(phone -> fields.put("phone", phone));
        details.country().ifPresent(country -> fields.put("country", country));
        return Details.toJson(fields).getBytes(StandardCharsets.UTF_8);
    }

    private static CustomerDetails fromBytes(byte[] bytes) {
        var fields = Details.fromJson(new String(bytes, StandardCharsets.UTF_8));
        return new CustomerDetails(
                Optional.ofNullable(fields.get("email")),
                Optional.ofNullable(fields.get("name")),
                Optional.ofNullable(fields.get("phone")),
                Optional.ofNullable(fields.get("country")));
    }

    private static String keyContext(UUID id) {
        return "customer_person/key/" + id;
    }

    private static String dataContext(UUID id) {
        return "customer_person/data/" + id;
    }
}
