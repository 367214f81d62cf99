package io.mizan.administration;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.mizan.access.AddressRange;
import io.mizan.access.ApiKeyKind;
import io.mizan.access.ApiKeys;
import io.mizan.access.NewApiKey;
import io.mizan.access.Origin;
import io.mizan.approval.ActRefused;
import io.mizan.approval.TwoPersonAct;
import io.mizan.approval.Wish;
import io.mizan.staff.Roles;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import io.mizan.staff.StaffMember;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What making and rotating keys have in common. Whoever asks draws the key and is shown it at once; the wish holds its hash
 * alone, and it opens nothing before the wish is carried out: so whoever approves never sees it.
 */
abstract class KeyAct implements TwoPersonAct {
    private final StaffAct act;
    private final StaffAudit audit;
    final ApiKeys keys;

    KeyAct(StaffAct act, ApiKeys keys, StaffAudit audit) {
        this.act = act;
        this.keys = keys;
        this.audit = audit;
    }

    @Override
    public String code() {
        return act.code();
    }

    @Override
    public Set<String> roles() {
        return Set.of(Roles.ADMINISTRATOR);
    }

    void record(Wish wish, StaffMember decider, Map<String, String> told, Map<String, String> more) {
        var detail = new HashMap<>(told);
        detail.putAll(more);
        audit.record(decider, act, wish.subject(), detail);
    }

    static NewApiKey wanted(Wish wish) {
        var expires = Optional.ofNullable(wish.detail().get("expires"));
        try {
            return new NewApiKey(
                    ApiKeyKind.valueOf(wish.required("kind")),
                    wish.required("name"),
                    set(wish, "origins", Origin::new),
                    List.of(),
                    expires.map(Instant::parse),
                    set(wish, "addresses", AddressRange::new));
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            throw refused("key", wrong);
        }
    }

    private static ActRefused refused(String reason, RuntimeException cause) {
        var refused = new ActRefused(reason);
        refused.initCause(cause);
        return refused;
    }

    private static <T> Set<T> set(Wish wish, String name, Function<String, T> reader) {
        return Arrays.stream(wish.detail().getOrDefault(name, "").split("\\s+", -1))
                .filter(text -> !text.isEmpty())
                .map(reader)
                .collect(toUnmodifiableSet());
    }
}
