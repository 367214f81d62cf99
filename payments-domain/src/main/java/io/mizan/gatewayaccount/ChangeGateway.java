package io.mizan.gatewayaccount;

import io.mizan.approval.ActRefused;
import io.mizan.approval.DoneBy;
import io.mizan.approval.Wish;
import io.mizan.gateway.AdapterFactory;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Setting;
import io.mizan.staff.StaffAct;
import io.mizan.staff.StaffAudit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Enters settings of a gateway, or takes them back. Subject: the gateway. Detail: settings by their names without
 * {@code mizan.<gateway>.}, among them {@code enabled} and {@code offered}; {@code place}, in the order in which gateways
 * are offered, from 1; {@code as_environment}, the names of those taken back, with commas between.
 */
@ApplicationScoped
public class ChangeGateway extends GatewayAct {
    public static final String PLACE = "place";
    public static final String AS_ENVIRONMENT = "as_environment";
    private static final Set<String> OURS = Set.of(PLACE, AS_ENVIRONMENT);
    private static final Set<String> SWITCHES = Set.of(Assembly.ENABLED, Assembly.OFFERED);
    /** So that all settings of a gateway fit into one wish. */
    private static final int LONGEST = 700;

    /** Of one value, and of all of them, for which the audit has room. */
    private static final int LONGEST_TOLD = 100;

    private static final int ALL_TOLD = 700;

    private final Clock clock;

    /** For the proxy of the container only. */
    protected ChangeGateway() {
        this(null, null, null, null);
    }

    @Inject
    public ChangeGateway(GatewayAccounts accounts, GatewayRows rows, StaffAudit audit, Clock clock) {
        super(StaffAct.GATEWAY_CHANGED, accounts, rows, audit);
        this.clock = clock;
    }

    @Override
    public void check(Wish wish) {
        var provider = provider(wish.subject());
        place(wish);
        accounts.judge(provider, changed(rows.find(provider.name()), wish, provider, ""));
    }

    @Override
    public Map<String, String> carryOut(Wish wish, DoneBy by) {
        var provider = provider(wish.subject());
        var before = rows.lock(provider.name());
        var after = changed(before, wish, provider, by.asker().username());
        accounts.judge(provider, after);
        rows.save(before, after, by.asker());
        if (takenBack(wish).contains(PLACE)) {
            rows.saveOrder(List.of());
        }
        place(wish).ifPresent(place -> rows.saveOrder(moved(provider.name(), place)));
        record(wish, by, inShort(wish.detail()));
        return Map.of();
    }

    /** The audit has room for the beginnings. */
    private static Map<String, String> inShort(Map<String, String> detail) {
        var told = new HashMap<>(detail);
        int longest = Math.min(LONGEST_TOLD, ALL_TOLD / Math.max(1, detail.size()));
        told.replaceAll((name, value) -> value.length() > longest ? value.substring(0, longest) + "…" : value);
        return told;
    }

    private Entered changed(Entered before, Wish wish, AdapterFactory provider, String by) {
        var changes = new HashMap<String, Optional<String>>();
        wish.detail().forEach((name, value) -> {
            if (!OURS.contains(name)) {
                changes.put(name, Optional.of(fit(provider, before, name, value)));
            }
        });
        takenBack(wish).stream()
                .filter(name -> !OURS.contains(name))
                .forEach(name -> changes.put(known(provider, name).name(), Optional.empty()));
        return before.with(changes, by, clock.instant());
    }

    private static Setting known(AdapterFactory provider, String name) {
        return Stream.concat(
                        Stream.of(Setting.text(Assembly.ENABLED), Setting.text(Assembly.OFFERED)),
                        AccountSettings.plain(provider))
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ActRefused("gateway_setting_unknown"));
    }

    private String fit(AdapterFactory provider, Entered before, String name, String value) {
        var setting = known(provider, name);
        if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw new ActRefused("gateway_settings", "A setting is at most " + LONGEST + " characters in one line");
        }
        if (value.isEmpty() && !AccountSettings.isLimit(name)) {
            throw new ActRefused("gateway_settings", "An empty setting is none");
        }
        if (SWITCHES.contains(name)) {
            requireSwitch(provider, name, value);
        }
        if (setting.isAddress()) {
            accounts.requireKnown(provider, before, setting, value);
        }
        return value;
    }

    /** Whoever approves is shown yes or no, so nothing else is taken that would count as one of them. */
    private void requireSwitch(AdapterFactory provider, String name, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new ActRefused("gateway_settings", "A switch is true or false");
        }
        if (name.equals(Assembly.ENABLED) && (value.equals("false") || accounts.isTakenAway(provider.name()))) {
            throw new ActRefused("gateway_environment");
        }
    }

    private static List<String> takenBack(Wish wish) {
        return Assembly.split(wish.detail().getOrDefault(AS_ENVIRONMENT, ""));
    }

    private static Optional<Integer> place(Wish wish) {
        try {
            return Optional.ofNullable(wish.detail().get(PLACE)).map(Integer::valueOf);
        } catch (NumberFormatException none) {
            throw new ActRefused("gateway_settings", "A place is a number from 1");
        }
    }

    private List<GatewayName> moved(GatewayName gateway, int place) {
        var order = new ArrayList<>(accounts.order());
        order.remove(gateway);
        order.add(Math.max(0, Math.min(place - 1, order.size())), gateway);
        return order;
    }
}
