package io.mizan.gatewayaccount;

import io.mizan.approval.ActRefused;
import io.mizan.approval.DoneBy;
import io.mizan.approval.Wish;
import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Setting;
import io.mizan.gatewayaccount.Secret.State;
import io.mizan.id.Ids;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts a secret that {@link GatewaySecrets} sealed before in the place of another. Detail: {@code secret}, its id;
 * {@code fingerprint}; {@code key_name}, by which the provider knows it, where it has such a name; {@code overlap}, how
 * long the one before is still believed once this is done (ISO 8601; none where two cannot be). The wish does not hold the secret, so that neither an
 * approval nor the audit does.
 */
@ApplicationScoped
public class EnterSecret extends SecretAct {
    static final String KEY_NAME = "key_name";

    private final Clock clock;
    private final Ids ids;
    private final SecretPrints prints;

    /** For the proxy of the container only. */
    protected EnterSecret() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public EnterSecret(
            GatewayAccounts accounts, GatewayRows rows, StaffAudit audit, SecretPrints prints, Ids ids, Clock clock) {
        super(StaffAct.GATEWAY_SECRET_ENTERED, accounts, rows, audit);
        this.prints = prints;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void check(Wish wish) {
        var provider = provider(wish);
        var setting = setting(provider, wish);
        accounts.judge(provider, entered(rows.find(provider.name()), provider, setting, wish, ""));
    }

    @Override
    public Map<String, String> carryOut(Wish wish, DoneBy by) {
        var provider = provider(wish);
        var setting = setting(provider, wish);
        var before = rows.lock(provider.name());
        var after = entered(before, provider, setting, wish, by.asker().username());
        accounts.judge(provider, after);
        rows.save(before, after, by.asker());
        record(wish, by, wish.detail());
        return Map.of();
    }

    @Override
    public void dropped(Wish wish) {
        rows.drop(id(wish));
    }

    private Entered entered(Entered before, AdapterFactory provider, Setting setting, Wish wish, String by) {
        var proposed = before.secret(id(wish))
                .filter(secret -> secret.is(State.PROPOSED)
                        && secret.setting().equals(setting.name())
                        && secret.fingerprint().equals(wish.required("fingerprint"))
                        && secret.keyName()
                                .equals(Optional.ofNullable(wish.detail().get(KEY_NAME)))
                        && secret.keyName().isPresent() == setting.keyName().isPresent())
                .orElseThrow(() -> new ActRefused("gateway_secret_gone"));
        if (before.active(setting)
                .filter(active -> active.fingerprint().equals(proposed.fingerprint())
                        && active.keyName().equals(proposed.keyName()))
                .isPresent()) {
            throw new ActRefused("gateway_secret_same");
        }
        var overlap = Duration.parse(wish.required("overlap"));
        return before.activated(
                setting, proposed.id(), standIn(provider, setting, overlap, by), clock.instant(), overlap);
    }

    private Optional<Secret> standIn(AdapterFactory provider, Setting setting, Duration overlap, String by) {
        var now = clock.instant();
        return accounts.ofEnvironment(provider.name(), setting.name())
                .map(text -> new Secret(
                        ids.next(),
                        setting.name(),
                        Optional.empty(),
                        State.RETIRING,
                        true,
                        null,
                        prints.of(provider.name(), text),
                        by,
                        now,
                        Optional.of(now.plus(overlap))));
    }

    private static UUID id(Wish wish) {
        return UUID.fromString(wish.required("secret"));
    }
}
