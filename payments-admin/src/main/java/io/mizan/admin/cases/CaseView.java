package io.mizan.admin.cases;

import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Badges;
import io.mizan.admin.render.Moment;
import io.mizan.admin.render.Words;
import io.mizan.casework.CaseSnapshot;
import java.util.List;
import java.util.Optional;

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

    /** A name and what stands under it. */
    public record Fact(String name, String value) {}

    public static CaseView of(CaseSnapshot known, Words words) {
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
                        .map(pair -> new Fact(pair.getKey().replace('_', ' '), pair.getValue()))
                        .toList(),
                known.version());
    }
}
