package io.mizan.staff;

import io.mizan.access.Mode;
import io.mizan.secrets.Vault;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Authenticator apps of members of staff, and the recovery codes that stand in for a lost one. Secrets are sealed, and
 * recovery codes kept as keyed hashes. No code is accepted twice, whichever instance it reaches. Phones keep real time,
 * so this does too, also where the clock of a sandbox is moved.
 */
@ApplicationScoped
public class SecondFactors {
    /** Who can move money, work or people. In live mode a password alone is not enough for them. */
    private static final List<String> ROLES = List.of(Roles.FINANCE, Roles.OPERATOR, Roles.ADMINISTRATOR);

    private static final int RECOVERY_CODES = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int RECOVERY_LENGTH = 12;
    private static final Pattern CODE = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sql sql;
    private final Vault vault;
    private final StaffAudit audit;
    private final Mode mode;
    private final Clock realTime;

    /** For the proxy of the container only. */
    protected SecondFactors() {
        this(null, null, null, null, null);
    }

    @Inject
    public SecondFactors(Sql sql, Vault vault, StaffAudit audit, Mode mode) {
        this(sql, vault, audit, mode, Clock.systemUTC());
    }

    SecondFactors(Sql sql, Vault vault, StaffAudit audit, Mode mode, Clock realTime) {
        this.sql = sql;
        this.vault = vault;
        this.audit = audit;
        this.mode = mode;
        this.realTime = realTime;
    }

    private record Shared(TotpSecret secret, long lastStep) {}

    /** Whether this person may do nothing before they have an authenticator app. */
    public boolean isRequiredOf(StaffMember member) {
        return mode == Mode.LIVE && ROLES.stream().anyMatch(member.roles()::contains);
    }

    public boolean isEnrolled(StaffMember member) {
        return shared(member.id(), true).isPresent();
    }

    /**
     * Makes a new secret for somebody who has none in use yet; one that was made before and never confirmed is void.
     *
     * @throws IllegalStateException if they have one in use: that is removed first
     */
    @Transactional
    public TotpSecret begin(StaffMember member) {
        var secret = TotpSecret.random();
        var sealed = vault.seal(secret.reveal(), context(member.id()));
        sql.update("DELETE FROM staff_totp WHERE staff_id = ? AND confirmed_at IS NULL", member.id());
        boolean isNew = sql.insertNew(
                "INSERT INTO staff_totp (staff_id, sealed_secret, begun_at) VALUES (?, ?, ?)",
                member.id(),
                sealed,
                realTime.instant());
        if (!isNew) {
            throw new IllegalStateException("an authenticator app is in use already");
        }
        return secret;
    }

    /** The secret that waits for its first code. */
    public Optional<TotpSecret> begun(StaffMember member) {
        return shared(member.id(), false).map(Shared::secret);
    }

    /**
     * Takes a new app into use, once it shows that it has the secret.
     *
     * @return the recovery codes, which are not seen again; empty if the code is wrong
     */
    @Transactional
    public Optional<List<String>> confirm(StaffMember member, String code) {
        var begun = shared(member.id(), false);
        var step = begun.map(shared -> Totp.stepOf(shared.secret().reveal(), digits(code), realTime.instant(), 0));
        if (step.isEmpty() || step.get().isEmpty()) {
            return Optional.empty();
        }
        int confirmed = sql.update(
                "UPDATE staff_totp SET confirmed_at = ?, last_step = ? WHERE staff_id = ? AND confirmed_at IS NULL",
                realTime.instant(),
                step.get().getAsLong(),
                member.id());
        if (confirmed == 0) {
            return Optional.empty();
        }
        audit.record(member, StaffAct.AUTHENTICATOR_ADDED, member.username(), Map.of());
        return Optional.of(newRecoveryCodes(member.id()));
    }

    /**
     * Whether this is the code of the app right now, or a recovery code that was not used yet. It is used up by that.
     */
    @Transactional
    public boolean accept(StaffMember member, String given) {
        var code = digits(given);
        if (!CODE.matcher(code).matches()) {
            return acceptRecovery(member, given);
        }
        var step = shared(member.id(), true)
                .map(shared -> Totp.stepOf(shared.secret().reveal(), code, realTime.instant(), shared.lastStep()));
        // Of two that come with the same code at once, the row lets one pass.
        return step.isPresent()
                && step.get().isPresent()
                && sql.update(
                                "UPDATE staff_totp SET last_step = ? WHERE staff_id = ? AND last_step < ?",
                                step.get().getAsLong(),
                                member.id(),
                                step.get().getAsLong())
                        == 1;
    }

    private boolean acceptRecovery(StaffMember member, String given) {
        boolean accepted = sql.update(
                        "UPDATE staff_recovery_code SET used_at = ? WHERE staff_id = ? AND code_hash = ? AND used_at IS NULL",
                        realTime.instant(),
                        member.id(),
                        recoveryHash(member.id(), given))
                == 1;
        if (accepted) {
            audit.record(member, StaffAct.RECOVERY_CODE_USED, member.username(), Map.of());
        }
        return accepted;
    }

    /** How many recovery codes were not used yet. */
    public int recoveryCodesLeft(StaffMember member) {
        return sql.first(
                        "SELECT COUNT(*) AS left_over FROM staff_recovery_code WHERE staff_id = ? AND used_at IS NULL",
                        row -> row.integer("left_over"),
                        member.id())
                .orElse(0);
    }

    /** Makes all recovery codes void and new ones. */
    @Transactional
    public List<String> renewRecoveryCodes(StaffMember member) {
        if (!isEnrolled(member)) {
            return List.of();
        }
        audit.record(member, StaffAct.RECOVERY_CODES_RENEWED, member.username(), Map.of());
        return newRecoveryCodes(member.id());
    }

    /** Nobody is asked for a code of this app any more. Audited by whoever calls. */
    @Transactional
    public void remove(UUID staff) {
        sql.update("DELETE FROM staff_totp WHERE staff_id = ?", staff);
        sql.update("DELETE FROM staff_recovery_code WHERE staff_id = ?", staff);
    }

    private List<String> newRecoveryCodes(UUID staff) {
        sql.update("DELETE FROM staff_recovery_code WHERE staff_id = ?", staff);
        var codes = new ArrayList<String>();
        while (codes.size() < RECOVERY_CODES) {
            var code = randomCode();
            if (sql.insertNew(
                    "INSERT INTO staff_recovery_code (staff_id, code_hash) VALUES (?, ?)",
                    staff,
                    recoveryHash(staff, code))) {
                codes.add(code);
            }
        }
        return Collections.unmodifiableList(codes);
    }

    /** 59 random bits in three groups of four; letters that look like digits are left out. */
    static String randomCode() {
        var code = new StringBuilder();
        for (int i = 0; i < RECOVERY_LENGTH; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    private String recoveryHash(UUID staff, String code) {
        return vault.hash("recovery-code", staff + " " + plain(code));
    }

    /** However somebody typed it. */
    static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private Optional<Shared> shared(UUID staff, boolean confirmed) {
        return sql.first(
                        "SELECT sealed_secret, last_step FROM staff_totp WHERE staff_id = ? AND confirmed_at IS "
                                + (confirmed ? "NOT NULL" : "NULL"),
                        row -> Map.entry(row.bytes("sealed_secret"), row.number("last_step")),
                        staff)
                .map(row -> new Shared(new TotpSecret(vault.open(row.getKey(), context(staff))), row.getValue()));
    }

    private static String context(UUID staff) {
        return "staff_totp/" + staff;
    }

    /** Apps show the code in two groups. */
    private static String digits(String given) {
        return given.replace(" ", "").strip();
    }
}
