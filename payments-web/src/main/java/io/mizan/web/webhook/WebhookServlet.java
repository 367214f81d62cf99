package io.mizan.web.webhook;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.gateway.Callback;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Gateways;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gatewayaccount.GatewayAccounts;
import io.mizan.halt.HaltPoint;
import io.mizan.inbox.Receipt;
import io.mizan.inbox.WebhookInbox;
import io.mizan.intake.WorkIsDue;
import io.mizan.time.Sampler;
import io.mizan.web.http.BodyLimit;
import io.mizan.web.http.Bulkhead;
import io.mizan.web.http.CallerLists;
import io.mizan.web.http.Proxies;
import io.mizan.web.http.RequestHeaders;
import io.mizan.web.metrics.Metrics;
import io.mizan.web.problem.ProblemAnswer;
import io.mizan.webhookhealth.Arrival;
import io.mizan.webhookhealth.ArrivalCounts;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * {@code POST /webhooks/{gateway}}. A servlet and no resource: signatures are made over the bytes as they came, and
 * nothing may have parsed or decoded them before.
 */
@WebServlet(name = "Webhooks", urlPatterns = "/webhooks/*")
public class WebhookServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(WebhookServlet.class.getName());
    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration BUSY_FOR = Duration.ofSeconds(5);

    @Inject
    transient Gateways gateways;

    @Inject
    transient GatewayAccounts accounts;

    @Inject
    transient WebhookInbox inbox;

    @Inject
    transient Event<WorkIsDue> nudges;

    @Inject
    transient CallerLists callers;

    @Inject
    transient Proxies proxies;

    @Inject
    transient Metrics metrics;

    @Inject
    transient ArrivalCounts arrivals;

    private final transient Bulkhead bulkhead = new Bulkhead();
    private final transient Sampler forgeries = new Sampler();
    private final transient Sampler unlisted = new Sampler();
    private final transient Sampler undecided = new Sampler();

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        PaymentGateway gateway;
        try {
            gateway = gateway(request);
            receive(gateway, request);
        } catch (RuntimeException failure) {
            ProblemAnswer.send(request, answer, failure);
            return;
        }
        answer.setContentType("application/json");
        answer.getOutputStream()
                .write(gateway.profile().traits().acknowledgement().getBytes(StandardCharsets.UTF_8));
    }

    private PaymentGateway gateway(HttpServletRequest request) {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        return gateways.all().stream()
                .filter(gateway -> gateway.name().value().equals(path))
                .findFirst()
                .orElseThrow(() -> absent(path));
    }

    /** One that could not be built comes back, and its callbacks with it, if they are not told that they are lost. */
    private MizanException absent(String gateway) {
        boolean comesBack = accounts.faults().keySet().stream()
                .anyMatch(name -> name.value().equals(gateway));
        return comesBack
                ? new MizanException(ErrorCode.SERVICE_UNAVAILABLE, "This gateway does not work now; send it again.")
                        .retryAfter(BUSY_FOR)
                : new MizanException(ErrorCode.NOT_FOUND, "There is no such gateway.");
    }

    private void receive(PaymentGateway gateway, HttpServletRequest request) throws IOException {
        var name = gateway.name();
        requireListed(name, request);
        byte[] body;
        try {
            body = BodyLimit.read(request.getInputStream(), request.getContentLengthLong(), MOST_BYTES);
        } catch (MizanException tooLarge) {
            metrics.count(Metrics.WEBHOOKS, name, "too_large");
            arrivals.count(name, Arrival.TURNED_AWAY);
            throw tooLarge;
        }
        if (!bulkhead.tryEnter(name)) {
            metrics.count(Metrics.WEBHOOKS, name, "busy");
            arrivals.count(name, Arrival.TURNED_AWAY);
            throw new MizanException(ErrorCode.SERVICE_UNAVAILABLE, "Too many callbacks at once; send it again.")
                    .retryAfter(BUSY_FOR);
        }
        try {
            metrics.count(
                    Metrics.WEBHOOKS, name, judgeAndStore(gateway, new Callback.Raw(RequestHeaders.of(request), body)));
        } finally {
            bulkhead.leave(name);
        }
    }

    /** Before anything is read of it. */
    private void requireListed(GatewayName gateway, HttpServletRequest request) {
        var caller = proxies.clientOf(request);
        if (!callers.admits(gateway, caller)) {
            metrics.count(Metrics.WEBHOOKS, gateway, "not_listed");
            arrivals.count(gateway, Arrival.OTHER_ADDRESS);
            tell(unlisted, "webhook.not_listed", gateway, "address=" + caller);
            throw new MizanException(ErrorCode.PERMISSION_DENIED, "Callbacks are not taken from this address.");
        }
    }

    /** Answers what became of it, for the counter. */
    private String judgeAndStore(PaymentGateway gateway, Callback.Raw callback) {
        var verdict = gateway.verify(callback);
        if (verdict instanceof Callback.Verdict.Genuine genuine) {
            var receipt = inbox.receive(gateway, genuine, callback.body());
            HaltPoint.CALLBACK_STORED.pass();
            arrivals.count(gateway.name(), receipt == Receipt.STORED ? Arrival.STORED : Arrival.DUPLICATE);
            if (receipt == Receipt.STORED) {
                nudges.fire(WorkIsDue.EVENTS);
            }
            return receipt.name().toLowerCase(Locale.ROOT);
        }
        if (verdict instanceof Callback.Verdict.Foreign foreign) {
            inbox.receive(gateway, foreign, callback.body());
            arrivals.count(gateway.name(), Arrival.foreign(foreign.reason()));
            LOG.log(Level.WARNING, "event=webhook.foreign gateway={0} reason={1}", new Object[] {
                gateway.name(), foreign.reason()
            });
            return "foreign";
        }
        if (verdict instanceof Callback.Verdict.Undecided notNow) {
            metrics.count(Metrics.WEBHOOKS, gateway.name(), "undecided");
            arrivals.count(gateway.name(), Arrival.TURNED_AWAY);
            tell(undecided, "webhook.undecided", gateway.name(), "reason=" + notNow.reason());
            throw new MizanException(
                            ErrorCode.SERVICE_UNAVAILABLE, "Its signature cannot be checked now; send it again.")
                    .retryAfter(BUSY_FOR);
        }
        var forged = (Callback.Verdict.Forged) verdict;
        metrics.count(Metrics.WEBHOOKS, gateway.name(), "forged");
        arrivals.count(gateway.name(), Arrival.forged(forged.reason()));
        tell(forgeries, "webhook.forged", gateway.name(), "reason=" + forged.reason());
        throw new MizanException(ErrorCode.SIGNATURE_INVALID, "The signature does not fit the body, or is too old.");
    }

    /** Anybody can provoke it. */
    private static void tell(Sampler sampler, String event, GatewayName gateway, String why) {
        sampler.take()
                .ifPresent(
                        passedOver -> LOG.log(Level.WARNING, "event={0} gateway={1} {2} passed_over={3}", new Object[] {
                            event, gateway, why, passedOver
                        }));
    }
}
