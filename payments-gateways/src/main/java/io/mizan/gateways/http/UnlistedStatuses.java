package io.mizan.gateways.http;

import io.mizan.gateway.Observation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The statuses of one message that no table of ours lists. What they mean nobody here knows: they tell no fact, they are
 * logged, and {@link Observation#unlisted} brings them before a person.
 */
public final class UnlistedStatuses {
    private final UnlistedCodes log;
    private final Set<String> words = new LinkedHashSet<>();

    public UnlistedStatuses(UnlistedCodes log) {
        this.log = log;
    }

    /** @param object what bears it, in the provider's word or ours */
    public void tell(String object, String status) {
        var word = object + "/" + Words.forLog(status);
        words.add(word);
        log.tell(word);
    }

    public List<String> words() {
        return List.copyOf(words);
    }
}
