package io.mizan.admin.render;

import io.mizan.fact.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What vouches for a message, in words: fingerprints and names of keys as they are, to be compared with those of the settings. */
public record Signatures(Words words) {
    private static final List<Form> FORMS = List.of(
            new Form("made_here", Evidence.MADE_BY_US),
            new Form("own_call", "answer to our authenticated call"),
            new Form("secret", "[a-z ]+ fingerprint (\\S+)"),
            new Form("webhook_key", "webhook key (\\S+)"),
            new Form("certificate", "certificate (\\S+) webhook (\\S+)"));

    private record Form(String name, Pattern pattern) {
        Form(String name, String pattern) {
            this(name, Pattern.compile(pattern));
        }

        Optional<String> of(String proof, Words words) {
            var matcher = pattern.matcher(proof);
            return matcher.matches()
                    ? words.find("evidence.proof." + name, groups(matcher.toMatchResult()))
                    : Optional.empty();
        }

        private static Object[] groups(MatchResult match) {
            return IntStream.rangeClosed(1, match.groupCount())
                    .mapToObj(match::group)
                    .toArray();
        }
    }

    /** As it is, where an adapter names something that has no words here. */
    public String of(String proof) {
        return FORMS.stream()
                .flatMap(form -> form.of(proof, words).stream())
                .findFirst()
                .orElse(proof);
    }
}
