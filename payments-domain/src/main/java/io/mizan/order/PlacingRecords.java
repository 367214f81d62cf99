package io.mizan.order;

import io.mizan.cardtesting.AddressLimits;
import io.mizan.cardtesting.AddressLimits.Limited;
import io.mizan.customer.CustomerDetails;
import io.mizan.customer.People;
import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.timeline.Timeline;
import io.mizan.timeline.TimelineEntry;
import io.mizan.timeline.TimelineKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The transaction that places an order: the order, its lines, the customer and the first line of its timeline. */
@ApplicationScoped
class PlacingRecords {
    private final Orders orders;
    private final People people;
    private final Timeline timeline;
    private final AddressLimits addresses;
    private final OrderSettings settings;

    /** For the proxy of the container only. */
    protected PlacingRecords() {
        this(null, null, null, null, null);
    }

    @Inject
    PlacingRecords(Orders orders, People people, Timeline timeline, AddressLimits addresses, OrderSettings settings) {
        this.orders = orders;
        this.people = people;
        this.timeline = timeline;
        this.addresses = addresses;
        this.settings = settings;
    }

    /** @throws MizanException {@code REFERENCE_REUSED} if there is one with another content */
    @Transactional
    Optional<OrderSnapshot> byReference(String scope, String reference, String contentHash) {
        return orders.managedByReference(scope, reference).map(order -> {
            if (!order.hasContent(contentHash)) {
                throw MizanException.of(
                        ErrorCode.REFERENCE_REUSED,
                        "reference",
                        "Another order has this reference; a reference stays with its order for ever.");
            }
            return order.snapshot();
        });
    }

    @Transactional
    OrderSnapshot insert(NewOrder placing, PlaceOrderCommand command) {
        var placed = placing.snapshot();
        placing.addressHash()
                .ifPresent(hash -> addresses.require(
                        Limited.ORDERS, hash, settings.addressLimit(), settings.addressWindow(), placed.createdAt()));
        var person = command.customer().equals(CustomerDetails.NONE)
                ? Optional.<UUID>empty()
                : Optional.of(people.register(command.customer()));
        var order = orders.add(placing.of(person));
        var head = timeline.append(
                order.id(),
                new TimelineEntry(
                        order.nextTimelineSeq(),
                        placed.createdAt(),
                        TimelineKind.ORDER_PLACED.code(),
                        command.referenceScope().equals("merchant") ? "merchant" : "customer",
                        Optional.empty(),
                        Optional.empty(),
                        Map.of(
                                "amount", placed.amount().toDecimal(),
                                "currency", placed.amount().currencyCode(),
                                "reference", placed.reference())),
                order.timelineHead());
        order.timelineGrew(head, placed.createdAt());
        return order.snapshot();
    }
}
