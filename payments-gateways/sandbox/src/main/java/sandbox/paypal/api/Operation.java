package sandbox.paypal.api;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls that the simulator plays, under the names by which rules mean them. */
enum Operation {
    TOKEN("POST", "/v1/oauth2/token"),
    CREATE_ORDER("POST", "/v2/checkout/orders"),
    GET_ORDER("GET", "/v2/checkout/orders/[^/]+"),
    CAPTURE_ORDER("POST", "/v2/checkout/orders/[^/]+/capture"),
    AUTHORIZE_ORDER("POST", "/v2/checkout/orders/[^/]+/authorize"),
    GET_AUTHORIZATION("GET", "/v2/payments/authorizations/[^/]+"),
    CAPTURE_AUTHORIZATION("POST", "/v2/payments/authorizations/[^/]+/capture"),
    VOID_AUTHORIZATION("POST", "/v2/payments/authorizations/[^/]+/void"),
    GET_CAPTURE("GET", "/v2/payments/captures/[^/]+"),
    REFUND_CAPTURE("POST", "/v2/payments/captures/[^/]+/refund"),
    GET_REFUND("GET", "/v2/payments/refunds/[^/]+"),
    GET_EVENT("GET", "/v1/notifications/webhooks-events/[^/]+"),
    RESEND_EVENT("POST", "/v1/notifications/webhooks-events/[^/]+/resend");

    private final String method;
    private final String path;

    Operation(String method, String path) {
        this.method = method;
        this.path = path;
    }

    static Optional<Operation> of(Request request) {
        return Stream.of(values())
                .filter(it ->
                        it.method.equals(request.method()) && request.path().matches(it.path))
                .findFirst();
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isWrite() {
        return method.equals("POST") && path.startsWith("/v2/");
    }

    /** How long a request id is remembered ("API idempotency"). */
    Duration remembered() {
        return path.contains("/checkout/") ? Duration.ofHours(6) : Duration.ofDays(45);
    }
}
