package io.mizan.admin.gateways;

import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Objections;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.gatewayaccount.GatewayAccount;
import io.mizan.gatewayaccount.GatewayAccount.Source;
import io.mizan.outage.Outage;
import java.util.Locale;
import java.util.Optional;

/** How gateways are told in words. */
public record GatewayWords(Words words) {
    /** @param outage while it does not answer, or does not let us in */
    Badge state(GatewayAccount account, Optional<Outage> outage) {
        if (account.fault().isPresent()) {
            return new Badge(words.text("gateway.state.faulty"), Tone.BAD);
        }
        if (account.gateway().isEmpty()) {
            return new Badge(words.text("gateway.state.unused"), Tone.QUIET);
        }
        if (account.open() && outage.isPresent() && !opensHere(account)) {
            return new Badge(words.text("gateway.state.away"), Tone.WAITING);
        }
        return account.open()
                ? new Badge(words.text("gateway.state.offered"), Tone.GOOD)
                : new Badge(words.text("gateway.state.closed"), Tone.WAITING);
    }

    /** Then customers are offered it whether it answers or not. */
    static boolean opensHere(GatewayAccount account) {
        return account.gateway().filter(it -> it.profile().opensHere()).isPresent();
    }

    Badge answers(Optional<Outage> outage) {
        return outage.map(away -> away.isTurnedAway() ? "gateway.answers.refuses" : "gateway.answers.no")
                .map(key -> new Badge(words.text(key), Tone.BAD))
                .orElseGet(() -> new Badge(words.text("gateway.answers.yes"), Tone.GOOD));
    }

    String source(Source source) {
        return words.text("gateway.source." + source.name().toLowerCase(Locale.ROOT));
    }

    /** Of a setting that nobody has written a text for, its name in the environment. */
    public static String label(String setting, Words words) {
        return words.find("gateway.setting." + setting).orElse(setting);
    }

    /** What a refused change quotes: of what an adapter says against the settings, our text. */
    public static String quoted(String reason, String words, Words texts) {
        return reason.equals("gateway_settings") ? new Objections(texts).of(words) : words;
    }
}
