package io.mizan.web.metrics;

import io.mizan.cardtesting.BreakerNews;
import io.mizan.gateway.GatewayName;
import io.mizan.outage.OutageNews;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** What {@code /metrics} tells of the HTTP surface. Tagged by gateway and outcome alone, so that their number is bounded. */
@ApplicationScoped
public class Metrics {
    /** Callbacks by outcome: stored, duplicate, foreign, forged, undecided, not_listed, too_large, busy, failed. */
    public static final String WEBHOOKS = "mizan_webhook_events";
    /**
     * Customers who came back: noted, wrong_token; and what a form that they brought came to: stored, duplicate, unsigned,
     * forged, foreign, undecided, failed.
     */
    public static final String RETURNS = "mizan_customer_returns";

    /** Gateways that did not answer: away, back. */
    public static final String OUTAGES = "mizan_gateway_outages";

    /** What the breaker against card testing did: key_stopped, key_released, attempt_refused. */
    public static final String CARD_TESTING = "mizan_card_testing";

    @Inject
    MetricRegistry registry;

    public void count(String name, GatewayName gateway, String outcome) {
        registry.counter(name, new Tag("gateway", gateway.value()), new Tag("outcome", outcome))
                .inc();
    }

    void count(@Observes OutageNews news) {
        count(OUTAGES, news.gateway(), news.away() ? "away" : "back");
    }

    void count(@Observes BreakerNews news) {
        registry.counter(CARD_TESTING, new Tag("outcome", news.code())).inc();
    }
}
