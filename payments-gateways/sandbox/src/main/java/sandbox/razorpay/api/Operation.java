package sandbox.razorpay.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls that the simulator plays, under the names by which rules mean them. */
enum Operation {
    CREATE_ORDER("POST orders"),
    LIST_ORDERS("GET orders"),
    GET_ORDER("GET orders/id"),
    LIST_PAYMENTS("GET orders/id/payments"),
    GET_PAYMENT("GET payments/id"),
    CAPTURE_PAYMENT("POST payments/id/capture"),
    REFUND_PAYMENT("POST payments/id/refund"),
    LIST_REFUNDS("GET payments/id/refunds");

    private final String shape;

    Operation(String shape) {
        this.shape = shape;
    }

    /** A path that is served, and the id in it; empty if there is none. */
    record Found(Operation operation, String id) {}

    static Optional<Found> find(String method, String path) {
        var parts = List.of(path.split("/", -1));
        var id = parts.size() > 1 ? parts.get(1) : "";
        var shape = method + " " + parts.get(0) + (parts.size() > 1 ? "/id" : "")
                + (parts.size() > 2 ? "/" + String.join("/", parts.subList(2, parts.size())) : "");
        return Stream.of(values())
                .filter(operation -> operation.shape.equals(shape))
                .map(operation -> new Found(operation, id))
                .findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
