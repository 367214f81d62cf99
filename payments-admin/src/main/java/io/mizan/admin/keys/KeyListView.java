package io.mizan.admin.keys;

import java.util.List;

/**
 * All API keys, those that work first.
 *
 * @param administers whether whoever looks may make, replace and revoke them
 * @param mode the mode that they all belong to, in a word
 * @param secondPerson whether a new one waits for another administrator
 */
public record KeyListView(List<KeyView> keys, String mode, boolean administers, boolean secondPerson) {
    public KeyListView {
        keys = List.copyOf(keys);
    }
}
