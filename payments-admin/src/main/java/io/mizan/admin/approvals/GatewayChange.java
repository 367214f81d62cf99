package io.mizan.admin.approvals;

import static java.util.stream.Collectors.joining;

import io.mizan.admin.approvals.ApprovalView.Detail;
import io.mizan.admin.gateways.GatewayWords;
import io.mizan.admin.render.Words;
import io.mizan.gatewayaccount.ChangeGateway;
import io.mizan.gatewayaccount.GatewayAccount;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What exactly is to be changed about a gateway: all of it, for an emptied limit is a change too, and perhaps the largest.
 *
 * @param now the gateway as it is, while the change waits
 */
record GatewayChange(Optional<GatewayAccount> now, Words words) {
    private static final Set<String> LIMITS = Set.of("amounts", "countries", "callers");
    private static final String ENABLED = "enabled";
    private static final String OFFERED = "offered";
    private static final Set<String> SWITCHES = Set.of(ENABLED, OFFERED);

    List<Detail> details(Map<String, String> wanted) {
        return wanted.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Detail(
                        words.find("approval.detail." + entry.getKey())
                                .orElseGet(() -> GatewayWords.label(entry.getKey(), words)),
                        value(entry.getKey(), entry.getValue()),
                        valueNow(entry.getKey())))
                .toList();
    }

    private Optional<String> valueNow(String name) {
        return switch (name) {
            case ChangeGateway.AS_ENVIRONMENT -> Optional.empty();
            case OFFERED -> now.map(account -> yesOrNo(account.open()));
            case ENABLED -> now.map(account -> yesOrNo(account.gateway().isPresent()));
            case ChangeGateway.PLACE -> now.map(account -> Integer.toString(account.place()));
            default -> now.map(account -> value(name, account.value(name)));
        };
    }

    private String value(String name, String value) {
        if (name.equals(ChangeGateway.AS_ENVIRONMENT)) {
            return Arrays.stream(value.split(",", -1))
                    .map(setting -> GatewayWords.label(setting, words))
                    .collect(joining(words.text("list.comma")));
        }
        if (value.isEmpty()) {
            return words.text(LIMITS.contains(name) ? "gateway.no_limit" : "gateway.source.built_in");
        }
        return SWITCHES.contains(name) ? yesOrNo(value.equals("true")) : value;
    }

    private String yesOrNo(boolean yes) {
        return words.text(yes ? "person.yes" : "person.no");
    }
}
