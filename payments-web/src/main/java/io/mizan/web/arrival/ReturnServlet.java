package io.mizan.web.arrival;

import io.mizan.access.ApiKeys;
import io.mizan.access.Mode;
import io.mizan.checkout.CustomerReturn;
import io.mizan.checkout.CustomerReturn.Arrival;
import io.mizan.checkout.ReceiveReturn;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import io.mizan.order.Orders;
import io.mizan.web.http.BodyLimit;
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
            arrive(way.get(), gateway.get(), request, answer);
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

    private void arrive(WayBack way, PaymentGateway gateway, HttpServletRequest request, HttpServletResponse answer)
            throws IOException {
        var arrival = customerReturn.arrived(way.attempt(), way.token(), way.canceled());
        metrics.count(Metrics.RETURNS, gateway.name(), arrival.isPresent() ? "noted" : "wrong_token");
        if (arrival.isPresent() && "POST".equals(request.getMethod())) {
            metrics.count(Metrics.RETURNS, gateway.name(), brought(way, request));
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

    /** Whatever is wrong with it, the customer goes on: the gateway is being asked all the same. */
    private String brought(WayBack way, HttpServletRequest request) {
        try {
            var body = BodyLimit.read(request.getInputStream(), request.getContentLengthLong(), MOST_BYTES);
            return receiveReturn.receive(way.attempt(), new Callback.Raw(RequestHeaders.of(request), body));
        } catch (IOException | RuntimeException failure) {
            LOG.log(Level.WARNING, failure, () -> "event=return.not_taken request_id=" + RequestId.of(request));
            return "failed";
        }
    }

    /** The key's list may have changed since the order was placed. */
    private boolean mayGoOn(Arrival arrival) {
        return orders.find(arrival.order())
                .flatMap(order -> keys.find(order.apiKeyId()))
                .filter(key -> key.mayReturnTo(arrival.returnUrl(), mode))
                .isPresent();
    }
}
