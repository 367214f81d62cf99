package io.mizan.web.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mizan.customer.CustomerDetails;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import io.mizan.order.OrderSnapshot;
import io.mizan.web.attempt.AttemptView;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order as its merchant sees it.
 *
 * @param clientSecret only in the answer to placing it, for the page that the customer pays on
 */
record OrderView(
        OrderId id,
        String reference,
        String status,
        Money amount,
        Money captured,
        List<LineView> breakdown,
        String fulfilment,
        CustomerView customer,
        URI returnUrl,
        Map<String, String> metadata,
        Optional<AttemptId> openAttempt,
        List<AttemptView> attempts,
        Instant createdAt,
        Instant expiresAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String clientSecret) {

    record CustomerView(
            Optional<String> email,
            Optional<String> name,
            Optional<String> phone,
            Optional<String> country,
            String locale) {}

    static OrderView of(
            OrderSnapshot order, CustomerDetails customer, List<AttemptView> attempts, Optional<String> clientSecret) {
        return new OrderView(
                order.id(),
                order.reference(),
                order.status().code(),
                order.amount(),
                order.captured(),
                LineView.of(order),
                order.fulfilment().code(),
                new CustomerView(
                        customer.email(), customer.name(), customer.phone(), customer.country(), order.locale()),
                order.returnUrl(),
                order.metadata(),
                order.openAttempt(),
                attempts,
                order.createdAt(),
                order.expiresAt(),
                clientSecret.orElse(null));
    }
}
