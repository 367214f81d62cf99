package io.mizan.casework;

import io.mizan.id.CaseId;
import java.util.Optional;

/**
 * Which cases to list, oldest first.
 *
 * @param state absent for all
 * @param owner absent for anybody's
 * @param after the last case of the page before
 * @param limit at most this many, 1 to 100
 */
public record CaseQuery(Optional<CaseState> state, Optional<String> owner, Optional<CaseId> after, int limit) {
    public CaseQuery {
        if (limit < 1 || limit > 100) {
            throw new IllegalArgumentException("a page holds 1 to 100 cases");
        }
    }
}
