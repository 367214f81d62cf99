package io.mizan.admin.keys;

import io.mizan.access.Scope;
import io.mizan.admin.render.Words;
import java.util.List;

/**
 * All API keys, those that work first.
 *
 * @param administers whether whoever looks may make, replace and revoke them
 * @param scopes that a new key of a server may be given
 * @param mode the mode that they all belong to, in a word
 * @param secondPerson whether a new one waits for another administrator
 */
public record KeyListView(
        List<KeyView> keys, List<Choice> scopes, String mode, boolean administers, boolean secondPerson) {
    public KeyListView {
        keys = List.copyOf(keys);
        scopes = List.copyOf(scopes);
    }

    /** One box to tick. */
    public record Choice(String code, String text) {
        static Choice of(Scope scope, Words words) {
            return new Choice(scope.code(), words.text("key.scope." + scope.code()));
        }
    }

    public static List<Choice> choices(Words words) {
        return Scope.ALL.stream().map(scope -> Choice.of(scope, words)).toList();
    }
}
