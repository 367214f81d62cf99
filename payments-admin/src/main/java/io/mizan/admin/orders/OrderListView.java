package io.mizan.admin.orders;

import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Moment;
import java.util.List;
import java.util.Optional;

/**
 * Orders in a list.
 *
 * @param searched what a search looked for; absent for the latest orders
 * @param term what stands in the search field
 * @param next the query of the next page
 */
public record OrderListView(
        boolean searched, String term, List<Filter> filters, List<Line> lines, Optional<String> next, boolean first) {

    /** Whether only some of the orders were asked for. */
    public boolean filtered() {
        return filters.stream()
                .anyMatch(filter -> filter.chosen() && !filter.query().isEmpty());
    }

    /** A choice of which orders to see; {@code query} is empty for all. */
    public record Filter(String text, String query, boolean chosen) {}

    /** @param attention a word for the surprise that stands, if one does */
    public record Line(
            String id,
            String reference,
            String amount,
            Badge status,
            Badge fulfilment,
            Moment placed,
            Optional<String> attention) {}
}
