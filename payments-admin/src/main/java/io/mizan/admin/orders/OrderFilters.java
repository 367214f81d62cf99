package io.mizan.admin.orders;

import io.mizan.admin.render.Words;
import io.mizan.id.OrderId;
import io.mizan.order.OrderStatus;
import io.mizan.search.OrderListQuery.Only;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which orders a list shows, as the query of its address. */
record OrderFilters(Optional<OrderStatus> status, Only only) {

    List<OrderListView.Filter> choices(Words words) {
        var choices = new ArrayList<OrderListView.Filter>();
        choices.add(choice(words.text("orders.filter.all"), new OrderFilters(Optional.empty(), Only.ANY)));
        choices.add(choice(words.text("orders.filter.attention"), new OrderFilters(Optional.empty(), Only.SURPRISING)));
        choices.add(choice(words.text("orders.filter.overdue"), new OrderFilters(Optional.empty(), Only.OVERDUE)));
        for (var one : OrderStatus.values()) {
            choices.add(choice(words.text("order.status." + one.code()), new OrderFilters(Optional.of(one), Only.ANY)));
        }
        return List.copyOf(choices);
    }

    private OrderListView.Filter choice(String text, OrderFilters chosen) {
        return new OrderListView.Filter(text, chosen.query(), chosen.equals(this));
    }

    /** Begins with a question mark unless it is empty. */
    String query() {
        var parts = parts();
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    String after(OrderId last) {
        var parts = parts();
        parts.add("after=" + last);
        return "?" + String.join("&", parts);
    }

    private List<String> parts() {
        var parts = new ArrayList<String>();
        status.ifPresent(one -> parts.add("status=" + one.code()));
        switch (only) {
            case ANY -> {}
            case SURPRISING -> parts.add("attention=true");
            case OVERDUE -> parts.add("overdue=true");
        }
        return parts;
    }
}
