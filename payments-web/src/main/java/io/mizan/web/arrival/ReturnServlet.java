package io.mizan.web.arrival;

import io.mizan.access.ApiKeys;
import io.mizan.access.Mode;
import io.mizan.checkout.CustomerReturn;
import io.mizan.checkout.CustomerReturn.Arrival;
import io.mizan.checkout.ReceiveReturn;
import io.mizan.gateway.Callback;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import io.mizan.order.Orders;
import io.mizan.time.Sampler;
import io.mizan.web.http.BodyLimit;
import io.mizan.web.http.Bulkhead;
import io.mizan.web.http.RequestHeaders;
import io.mizan.web.http.RequestId;
import io.mizan.web.metrics.Metrics;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code GET} or {@code POST /return/{gateway}/{attempt}?t=...}; then 303 to the order's return address. */
@WebServlet(name = "Return", urlPatterns = "/return/*")
public class ReturnServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 64 * 1024;
    private static final int BUSY_FOR_SECONDS = 5;
    private static final String BUSY = "busy";
    private static final Logger LOG = Logger.getLogger(ReturnServlet.class.getName());

    @Inject
    transient Gateways gateways;

    @Inject
    transient CustomerReturn customerReturn;

    @Inject
    transient ReceiveReturn receiveReturn;

    @Inject
    transient Orders orders;

    @Inject
    transient ApiKeys keys;

    @Inject
    transient Mode mode;

    @Inject
    transient Metrics metrics;

    private final transient Bulkhead bulkhead = new Bulkhead();
    private final transient Sampler troubles = new Sampler();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        answer.setHeader("Cache-Control", "no-store");
        try {
            var way = WayBack.of(request.getPathInfo(), request.getQueryString());
            var gateway = way.flatMap(this::gateway);
            if (gateway.isEmpty()) {
                CalmPage.UNKNOWN.send(request, answer);
                return;
            }
            arrive(way.get(), gateway.get().name(), request, answer);
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, failure, () -> "event=return.failed request_id=" + RequestId.of(request));
            CalmPage.NOT_NOW.send(request, answer);
        }
    }

    /** Some gateways send the browser back with a form. It says something only if they have signed it. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        doGet(request, answer);
    }

    private Optional<PaymentGateway> gateway(WayBack way) {
        return gateways.all().stream()
                .filter(gateway -> gateway.name().value().equals(way.gateway()))
                .findFirst();
    }

    private void arrive(WayBack way, GatewayName gateway, HttpServletRequest request, HttpServletResponse answer)
            throws IOException {
        if (!bulkhead.tryEnter(gateway)) {
            metrics.count(Metrics.RETURNS, gateway, BUSY);
            answer.setIntHeader("Retry-After", BUSY_FOR_SECONDS);
            CalmPage.NOT_NOW.send(request, answer);
            return;
        }
        Optional<Arrival> arrival;
        try {
            arrival = customerReturn.arrived(way.attempt(), way.token(), way.canceled());
        } finally {
            bulkhead.leave(gateway);
        }
        metrics.count(Metrics.RETURNS, gateway, arrival.isPresent() ? "noted" : "wrong_token");
        if (arrival.isPresent() && "POST".equals(request.getMethod())) {
            metrics.count(Metrics.RETURNS, gateway, brought(way, gateway, request));
        }
        if (arrival.isEmpty()) {
            CalmPage.UNKNOWN.send(request, answer);
        } else if (!mayGoOn(arrival.get())) {
            CalmPage.NOTED.send(request, answer);
        } else {
            answer.setStatus(HttpServletResponse.SC_SEE_OTHER);
            answer.setHeader("Location", WayBack.onwards(arrival.get()).toString());
        }
    }

    /**
     * Whatever is wrong with it, the customer goes on: the gateway is being asked all the same. Read before a place is taken,
     * for a browser may be slow.
     */
    private String brought(WayBack way, GatewayName gateway, HttpServletRequest request) {
        try {
            var body = BodyLimit.read(request.getInputStream(), request.getContentLengthLong(), MOST_BYTES);
            if (!bulkhead.tryEnter(gateway)) {
                return BUSY;
            }
            try {
                return receiveReturn.receive(way.attempt(), new Callback.Raw(RequestHeaders.of(request), body));
            } finally {
                bulkhead.leave(gateway);
            }
        } catch (IOException | RuntimeException failure) {
            notTaken(request, failure);
            return "failed";
        }
    }

    private void notTaken(HttpServletRequest request, Exception why) {
        troubles.take()
                .ifPresent(passedOver -> LOG.log(
                        Level.WARNING,
                        why,
                        () -> "event=return.not_taken request_id=" + RequestId.of(request) + " passed_over="
                                + passedOver));
    }

    /** The key's list may have changed since the order was placed. */
    private boolean mayGoOn(Arrival arrival) {
        return orders.find(arrival.order())
                .flatMap(order -> keys.find(order.apiKeyId()))
                .filter(key -> key.mayReturnTo(arrival.returnUrl(), mode))
                .isPresent();
    }
}
