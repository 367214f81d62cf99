package io.mizan.administration;

import io.mizan.access.ApiKeys;
import io.mizan.approval.DoneBy;
import io.mizan.approval.Wish;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Makes an API key. Subject: its visible beginning. Detail: {@code kind}, {@code name}, {@code hash} of its text, and
 * perhaps {@code scopes}, {@code origins} and {@code addresses} with blanks between, {@code limits} in lines, and an instant
 * at which it {@code expires}.
 */
@ApplicationScoped
public class MakeKey extends KeyAct {
    /** For the proxy of the container only. */
    protected MakeKey() {
        this(null, null);
    }

    @Inject
    public MakeKey(ApiKeys keys, StaffAudit audit) {
        super(StaffAct.KEY_MADE, keys, audit);
    }

    @Override
    public void check(Wish wish) {
        wanted(wish);
    }

    @Override
    public Map<String, String> carryOut(Wish wish, DoneBy by) {
        var id = keys.make(
                wanted(wish), wish.subject(), wish.required("hash"), by.asker().id());
        record(wish, by, Map.of("key", id.toString(), "kind", wish.required("kind")));
        return Map.of();
    }
}
