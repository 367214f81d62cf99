package io.mizan.gatewayaccount;

import io.mizan.administration.Administration;
import io.mizan.administration.Administration.Outcome;
import io.mizan.approval.ActRefused;
import io.mizan.approval.Wish;
import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.Connection;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.gatewayaccount.Secret.Sealed;
import io.mizan.gatewayaccount.Secret.State;
import io.mizan.id.Ids;
import io.mizan.secrets.Vault;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffMember;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The one way in for secrets: sealed before anything else happens with them, and destroyed if nobody wants them. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class GatewaySecrets {
    private static final int LONGEST = 4000;
    private static final int LONGEST_NAME = 200;

    private final GatewayAccounts accounts;
    private final GatewayRows rows;
    private final Administration administration;
    private final SecretPrints prints;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected GatewaySecrets() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public GatewaySecrets(
            GatewayAccounts accounts,
            GatewayRows rows,
            Administration administration,
            SecretPrints prints,
            Vault vault,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.rows = rows;
        this.administration = administration;
        this.prints = prints;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A secret as it was entered.
     *
     * @param keyName by which the provider knows it; empty where it has no such name
     */
    public record NewSecret(String setting, String keyName, String text) {
        public NewSecret {
            keyName = keyName.strip();
            text = text.strip();
        }

        /** One without a name. */
        public NewSecret(String setting, String text) {
            this(setting, "", text);
        }

        @Override
        public String toString() {
            return setting + " " + keyName + " [redacted]";
        }
    }

    /**
     * Enters a secret, unless the provider says that it is of another account than the one that is set.
     *
     * @param overlap how long the one before is still believed, where two can be
     */
    public Outcome enter(GatewayName gateway, NewSecret secret, Duration overlap, StaffMember who) {
        var proposed = proposed(gateway, secret, who);
        Setting setting;
        try {
            var provider = accounts.provider(gateway).orElseThrow(() -> new ActRefused("gateway_unknown"));
            setting = SecretAct.setting(provider, secret.setting());
            requireFit(setting, secret);
            requireOurs(provider, setting, proposed);
        } catch (ActRefused refused) {
            return new Outcome.Refused(refused.reason(), refused.words());
        }
        rows.propose(gateway, proposed, who);
        var detail = new HashMap<>(Map.of(
                "secret", proposed.id().toString(),
                "fingerprint", proposed.fingerprint(),
                "overlap", (setting.overlaps() ? overlap : Duration.ZERO).toString()));
        proposed.keyName().ifPresent(name -> detail.put(EnterSecret.KEY_NAME, name));
        var outcome = administration.change(
                new Wish(StaffAct.GATEWAY_SECRET_ENTERED.code(), SecretAct.subject(gateway, secret.setting()), detail),
                who);
        if (outcome instanceof Outcome.Refused || outcome instanceof Outcome.WaitsAlready) {
            rows.drop(proposed.id());
        }
        return outcome;
    }

    /** From then on the environment's rules again. */
    public Outcome remove(GatewayName gateway, String setting, StaffMember who) {
        try {
            accounts.provider(gateway).ifPresent(provider -> SecretAct.setting(provider, setting));
        } catch (ActRefused refused) {
            return new Outcome.Refused(refused.reason(), refused.words());
        }
        return administration.change(
                new Wish(StaffAct.GATEWAY_SECRET_REMOVED.code(), SecretAct.subject(gateway, setting), Map.of()), who);
    }

    private Secret proposed(GatewayName gateway, NewSecret secret, StaffMember who) {
        var id = ids.next();
        var sealed = vault.seal(secret.text().getBytes(StandardCharsets.UTF_8), Secret.context(id));
        return new Secret(
                id,
                secret.setting(),
                Optional.of(secret.keyName()).filter(name -> !name.isEmpty()),
                State.PROPOSED,
                false,
                new Sealed(sealed, vault.masterKeyId()),
                prints.of(gateway, secret.text()),
                who.username(),
                clock.instant(),
                Optional.empty());
    }

    /** Asks the provider, where the gateway is used; whoever cannot be asked, or cannot tell, keeps nobody from entering it. */
    private void requireOurs(AdapterFactory provider, Setting setting, Secret proposed) {
        var now = rows.find(provider.name());
        var secrets = new ArrayList<>(now.secrets());
        secrets.add(proposed);
        var after = new Entered(now.gateway(), now.version(), now.place(), now.settings(), secrets)
                .activated(setting, proposed.id(), Optional.empty(), clock.instant(), Duration.ZERO);
        if (accounts.candidate(provider, after)
                .filter(gateway -> gateway.checkConnection() == Connection.OTHER_ACCOUNT)
                .isPresent()) {
            throw new ActRefused("gateway_other_account");
        }
    }

    private static void requireFit(Setting setting, NewSecret secret) {
        var text = secret.text();
        if (text.isEmpty() || !isLine(text, LONGEST)) {
            throw new ActRefused("gateway_secret_form");
        }
        if (secret.keyName().isEmpty() == setting.keyName().isPresent() || !isLine(secret.keyName(), LONGEST_NAME)) {
            throw new ActRefused("gateway_secret_name");
        }
        if (setting.kind() == Setting.Kind.SECRETS && text.contains(",")) {
            throw new ActRefused("gateway_secret_one");
        }
    }

    private static boolean isLine(String text, int longest) {
        return text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }
}
