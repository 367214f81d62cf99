package io.mizan.staff;

import io.mizan.secrets.Digests;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * How somebody new, or somebody who forgot it, sets their password: with a link, once. Where two people were needed, the
 * one who asked was shown the link and the one who approved a code, and both are needed: neither of the two can sign in as
 * the third.
 */
@ApplicationScoped
public class SetUps {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_TRIES = 5;

    private final Sql sql;
    private final Vault vault;
    private final StaffSettings settings;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected SetUps() {
        this(null, null, null, null);
    }

    @Inject
    public SetUps(Sql sql, Vault vault, StaffSettings settings, Clock clock) {
        this.sql = sql;
        this.vault = vault;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Whom a link is for.
     *
     * @param needsCode whether the link alone does not do
     */
    public record Expected(UUID staff, String username, String displayName, boolean needsCode) {}

    /** The unguessable part of a link: 256 random bits. */
    public static String newToken() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What a wish may hold of a link. */
    public static String hash(String token) {
        return Digests.sha256(token);
    }

    /**
     * Lets a link work; one that the same person was given before does not any more.
     *
     * @return the code that goes with it, if one is wanted
     */
    @Transactional
    public Optional<String> expect(UUID staff, String tokenHash, boolean withCode) {
        var code = withCode ? Optional.of(SecondFactors.randomCode()) : Optional.<String>empty();
        sql.update("DELETE FROM staff_set_up WHERE staff_id = ?", staff);
        sql.update(
                "INSERT INTO staff_set_up (token_hash, staff_id, code_hash, expires_at) VALUES (?, ?, ?, ?)",
                tokenHash,
                staff,
                code.map(text -> codeHash(staff, text)),
                clock.instant().plus(settings.setUpWithin()));
        return code;
    }

    /** Empty for a link that does not work, not any more, or not yet. */
    public Optional<Expected> find(String token) {
        return sql.first(
                "SELECT s.id, s.username, s.display_name, u.code_hash IS NOT NULL AS needs_code FROM staff_set_up u"
                        + " JOIN staff s ON s.id = u.staff_id WHERE u.token_hash = ? AND u.expires_at > ? AND u.tries < "
                        + MOST_TRIES + " AND s.disabled_at IS NULL",
                row -> new Expected(
                        row.id("id"), row.text("username"), row.text("display_name"), row.flag("needs_code")),
                hash(token),
                clock.instant());
    }

    /**
     * Uses a link up.
     *
     * @return whether its code is right; after a few wrong ones the link does not work any more
     */
    @Transactional
    public boolean use(String token, String code) {
        var expected = find(token);
        if (expected.isEmpty()) {
            return false;
        }
        boolean counted = sql.update(
                        "UPDATE staff_set_up SET tries = tries + 1 WHERE token_hash = ? AND tries < " + MOST_TRIES,
                        hash(token))
                == 1;
        return counted
                && sql.update(
                                "DELETE FROM staff_set_up WHERE token_hash = ? AND (code_hash IS NULL OR code_hash = ?)",
                                hash(token),
                                codeHash(expected.get().staff(), code))
                        == 1;
    }

    private String codeHash(UUID staff, String code) {
        return vault.hash("set-up-code", staff + " " + SecondFactors.plain(code));
    }
}
