package sandbox.stripe.checkout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One page, newest first. */
public record Page<T>(List<T> items, boolean hasMore) {
    /**
     * Cuts a page out of rows that were read one more than wanted.
     *
     * @param backwards true if the rows came oldest first, as those before a cursor do
     */
    public static <T> Page<T> of(List<T> rows, int limit, boolean backwards) {
        var items = new ArrayList<>(rows.subList(0, Math.min(limit, rows.size())));
        if (backwards) {
            Collections.reverse(items);
        }
        return new Page<>(items, rows.size() > limit);
    }
}
