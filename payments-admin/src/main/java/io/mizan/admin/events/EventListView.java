package io.mizan.admin.events;

import io.mizan.admin.orders.OrderListView.Filter;
import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Moment;
import java.util.List;
import java.util.Optional;

/**
 * Stored callbacks, the newest first.
 *
 * @param next the query of the next page
 */
public record EventListView(List<Filter> filters, List<Line> lines, Optional<String> next, boolean first) {
    public EventListView {
        filters = List.copyOf(filters);
        lines = List.copyOf(lines);
    }

    /** @param order the order that it was worked into, if it was */
    public record Line(String id, String type, String gateway, Badge state, Moment received, Optional<String> order) {}
}
