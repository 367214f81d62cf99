package io.mizan.admin.keys;

import static java.util.stream.Collectors.joining;

import io.mizan.access.ApiKeyKind;
import io.mizan.access.ApiKeys.Listed;
import io.mizan.access.Scope;
import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Moment;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.cardtesting.KeyStop;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One API key, without the key.
 *
 * @param madeBy empty for one that the deployment itself was given
 * @param origins pages that may use it and be returned to
 * @param may what it may do, in words
 * @param limits the largest order in each currency that has a limit
 * @param addresses where it may be used from; none means anywhere
 * @param works whether it opens anything now
 * @param stop present while orders of this key take no new attempts
 */
public record KeyView(
        UUID id,
        String name,
        String hint,
        String may,
        Badge state,
        Optional<String> madeBy,
        Moment made,
        Optional<Moment> lastUse,
        Optional<Moment> expires,
        List<String> origins,
        List<String> limits,
        List<String> addresses,
        boolean works,
        Optional<Stop> stop) {
    public KeyView {
        origins = List.copyOf(origins);
        limits = List.copyOf(limits);
        addresses = List.copyOf(addresses);
    }

    /** @param sentence why */
    public record Stop(String sentence, Moment until) {}

    public static KeyView of(Listed key, Optional<KeyStop> stopped, Instant now, Words words) {
        boolean works = key.isValidAt(now);
        return new KeyView(
                key.id(),
                key.name(),
                key.hint(),
                may(key, words),
                state(key, works, stopped.isPresent(), words),
                key.madeBy(),
                words.moment(key.madeAt()),
                key.lastUsedAt().map(words::moment),
                key.expiresAt().map(words::moment),
                key.origins(),
                key.limits().stream().map(words::amount).toList(),
                key.addresses(),
                works,
                stopped.map(stop -> new Stop(
                        words.text("key.stopped", stop.declined(), stop.tries()), words.moment(stop.endsAt()))));
    }

    private static String may(Listed key, Words words) {
        if (key.kind() == ApiKeyKind.PUBLISHABLE || key.scopes().equals(Scope.ALL)) {
            return words.text("key.kind." + key.kind().name().toLowerCase(Locale.ROOT));
        }
        return key.scopes().stream()
                .sorted()
                .map(scope -> words.text("key.scope." + scope.code()))
                .collect(joining(" · "));
    }

    private static Badge state(Listed key, boolean works, boolean stopped, Words words) {
        if (works && stopped) {
            return new Badge(words.text("key.state.stopped"), Tone.BAD);
        }
        if (works) {
            return new Badge(words.text("key.state.works"), Tone.GOOD);
        }
        return new Badge(words.text(key.isRevoked() ? "key.state.revoked" : "key.state.expired"), Tone.QUIET);
    }
}
