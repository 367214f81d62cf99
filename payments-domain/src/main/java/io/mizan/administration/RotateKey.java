package io.mizan.administration;

import io.mizan.access.ApiKeys;
import io.mizan.approval.ActRefused;
import io.mizan.approval.DoneBy;
import io.mizan.approval.Wish;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * Puts a new key in the place of another, which goes on working for a while. Subject: the visible beginning of the old one.
 * Detail: {@code key}, the id of the old one; {@code hint} and {@code hash} of the new one; {@code overlap}, how long the
 * old one still works once this is done (ISO 8601).
 */
@ApplicationScoped
public class RotateKey extends KeyAct {
    private static final String REPLACED = "key_replaced";

    /** For the proxy of the container only. */
    protected RotateKey() {
        this(null, null);
    }

    @Inject
    public RotateKey(ApiKeys keys, StaffAudit audit) {
        super(StaffAct.KEY_ROTATED, keys, audit);
    }

    @Override
    public void check(Wish wish) {
        var key = UUID.fromString(wish.required("key"));
        if (!keys.isValid(key)) {
            throw new ActRefused("key_gone");
        }
        if (keys.isReplaced(key)) {
            throw new ActRefused(REPLACED);
        }
    }

    @Override
    public Map<String, String> carryOut(Wish wish, DoneBy by) {
        check(wish);
        var old = UUID.fromString(wish.required("key"));
        var id = keys.replace(
                        old,
                        wish.required("hint"),
                        wish.required("hash"),
                        Duration.parse(wish.required("overlap")),
                        by.asker().id())
                .orElseThrow(() -> new ActRefused(REPLACED));
        record(wish, by, Map.of("old", old.toString(), "key", id.toString()));
        return Map.of();
    }
}
