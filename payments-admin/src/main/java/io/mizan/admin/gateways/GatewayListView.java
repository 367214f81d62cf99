package io.mizan.admin.gateways;

import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Moment;
import io.mizan.gatewayaccount.GatewayAccount;
import io.mizan.gatewayaccount.GatewayAccount.Source;
import io.mizan.outage.Outage;
import java.util.List;
import java.util.Optional;

/**
 * Every gateway that there is, in the order in which they are offered.
 *
 * @param secondPerson whether a change waits for another administrator
 */
public record GatewayListView(List<Row> gateways, boolean secondPerson) {
    public GatewayListView {
        gateways = List.copyOf(gateways);
    }

    /**
     * @param answers whether it answers our calls; absent of one that is not used
     * @param away whether it is of no use at present, which has to be seen on every screen
     * @param source whether the portal or the environment says how it is set up
     * @param lastCallback the last genuine one of a day
     */
    public record Row(
            String name,
            String displayName,
            Badge state,
            Optional<Badge> answers,
            boolean away,
            String source,
            Optional<Moment> lastCallback) {
        public static Row of(
                GatewayAccount account, Optional<Outage> outage, Optional<Moment> lastCallback, GatewayWords words) {
            boolean entered = account.settings().stream().anyMatch(setting -> setting.source() == Source.ENTERED)
                    || account.secrets().stream().anyMatch(secret -> secret.source() == Source.ENTERED);
            return new Row(
                    account.name().value(),
                    account.displayName(),
                    words.state(account, outage),
                    account.gateway().map(gateway -> words.answers(outage)),
                    account.gateway().isPresent() && outage.isPresent(),
                    words.source(entered ? Source.ENTERED : Source.ENVIRONMENT),
                    lastCallback);
        }
    }
}
