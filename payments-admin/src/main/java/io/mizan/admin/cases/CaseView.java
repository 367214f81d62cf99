package io.mizan.admin.cases;

import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Badges;
import io.mizan.admin.render.Causes;
import io.mizan.admin.render.Moment;
import io.mizan.admin.render.Words;
import io.mizan.casework.CaseSnapshot;
import io.mizan.gateway.GatewayName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A case, in words.
 *
 * @param meaning what surprises
 * @param action what we propose to do
 * @param holds whether what opened it is still true
 * @param order the order that it is about, if we know one
 */
public record CaseView(
        String id,
        String title,
        String meaning,
        String action,
        Badge state,
        boolean holds,
        Moment opened,
        Optional<String> owner,
        Optional<String> order,
        String subject,
        List<Fact> evidence,
        int version) {

    private static final String QUARANTINED = "quarantined_";

    /** A name and what stands under it. */
    public record Fact(String name, String value) {}

    /** @param gatewayNames what people call a gateway */
    public static CaseView of(CaseSnapshot known, Words words, Function<GatewayName, String> gatewayNames) {
        var kind = known.kind().code();
        return new CaseView(
                known.id().toString(),
                words.text("case." + kind + ".title"),
                words.text("case." + kind + ".meaning"),
                words.find("action." + known.proposedAction()).orElse(known.proposedAction()),
                new Badges(words).of(known.state()),
                known.holds(),
                words.moment(known.openedAt()),
                known.owner(),
                known.order().map(Object::toString),
                known.subject(),
                known.evidence().entrySet().stream()
                        .map(pair -> pair.getKey().equals("gateway")
                                ? new Fact(
                                        words.text("case.evidence.gateway"),
                                        gatewayNames.apply(new GatewayName(pair.getValue())))
                                : fact(pair.getKey(), pair.getValue(), words))
                        .toList(),
                known.version());
    }

    /** Codes of ours in words; ids, amounts and the gateway's own codes as they are. */
    public static Fact fact(String name, String value, Words words) {
        if (name.startsWith(QUARANTINED)) {
            return new Fact(words.text("case.evidence.quarantined", name.substring(QUARANTINED.length())), value);
        }
        var inWords =
                switch (name) {
                    case "verdict" -> words.find("case.evidence.verdict." + value);
                    case "operation" -> words.find("operation." + value);
                    case "cause" -> new Causes(words).of(value);
                    case "category" -> new Causes(words).category(value);
                    case "state" -> words.find("attempt.state." + value);
                    default -> Optional.<String>empty();
                };
        return new Fact(words.find("case.evidence." + name).orElse(name.replace('_', ' ')), inWords.orElse(value));
    }
}
