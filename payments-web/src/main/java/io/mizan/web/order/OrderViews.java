package io.mizan.web.order;

import io.mizan.customer.CustomerDetails;
import io.mizan.customer.People;
import io.mizan.order.OrderSnapshot;
import io.mizan.order.PlacedOrder;
import io.mizan.web.access.Caller;
import io.mizan.web.attempt.AttemptViews;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Renders orders for whoever asks. */
@RequestScoped
class OrderViews {
    @Inject
    Caller caller;

    @Inject
    People people;

    @Inject
    AttemptViews attempts;

    Object placed(PlacedOrder placed) {
        return caller.isBrowser()
                ? BrowserOrderView.of(placed.order(), placed.clientSecret())
                : view(placed.order(), Optional.of(placed.clientSecret()));
    }

    OrderView of(OrderSnapshot order) {
        return view(order, Optional.empty());
    }

    private OrderView view(OrderSnapshot order, Optional<String> clientSecret) {
        var customer = order.person().flatMap(people::find).orElse(CustomerDetails.NONE);
        return OrderView.of(order, customer, attempts.ofOrder(order.id()), clientSecret);
    }
}
