package sandbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sandbox.clock.SimulatedClock;
import sandbox.page.Language;
import sandbox.page.MoneyText;
import sandbox.page.Pages;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;
import sandbox.rule.Rules;
import sandbox.store.LoggedEvent;
import sandbox.webhook.Attempt;
import sandbox.webhook.Deliveries;
import sandbox.webhook.Delivery;
import sandbox.webhook.DeliveryState;

/** Writes the control pages. */
@ApplicationScoped
class ControlViews {
    private static final int RECENT = 25;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Inject
    Pages pages;

    @Inject
    Gateways gateways;

    @Inject
    Control control;

    @Inject
    Rules rules;

    @Inject
    Messages messages;

    @Inject
    Deliveries deliveries;

    @Inject
    SimulatedClock clock;

    /** One row of the sessions. */
    public record SessionRow(
            String id,
            String reference,
            String status,
            String amount,
            String createdAt,
            String pageUrl,
            Map<String, String> details,
            List<String> acts) {}

    /** One event with the messages that were made of it. */
    public record EventRow(
            String id, String type, String session, String createdAt, String body, List<DeliveryRow> deliveries) {
        /** Whether there is something to deliver. */
        public boolean undelivered() {
            return deliveries.stream().anyMatch(sent -> !sent.state().equals(DeliveryState.DELIVERED.code()));
        }
    }

    /** One message and its tries, in words. */
    public record DeliveryRow(String state, String treatment, String dueAt, List<String> attempts) {}

    /** One rule in words. */
    public record RuleRow(long id, String words, String times) {}

    Response overview(Optional<ControlRefused> refused) {
        var model = common(refused);
        return html(refused.map(ControlRefused::status).orElse(200), "control", model);
    }

    Response gateway(String name, Optional<ControlRefused> refused) {
        var simulator = gateways.named(name);
        var model = common(refused);
        model.put("gateway", simulator);
        model.put(
                "sessions",
                simulator.sessions(Optional.empty(), RECENT).stream()
                        .map(ControlViews::row)
                        .toList());
        model.put(
                "events",
                messages.latest(simulator, RECENT).stream().map(this::row).toList());
        return html(200, "control-gateway", model);
    }

    Response session(String name, String id, Optional<ControlRefused> refused) {
        var simulator = gateways.named(name);
        var model = common(refused);
        model.put("gateway", simulator);
        model.put("session", row(control.session(name, id)));
        model.put(
                "events",
                messages.ofSession(simulator, id).stream().map(this::row).toList());
        return html(200, "control-session", model);
    }

    private Map<String, Object> common(Optional<ControlRefused> refused) {
        var model = new HashMap<String, Object>();
        model.put("gateways", gateways.all());
        model.put("rules", rules.inForce().stream().map(ControlViews::row).toList());
        model.put("kinds", Misbehaviour.values());
        model.put("now", TIME.format(clock.now()) + " UTC");
        model.put("offset", words(clock.offset()));
        model.put("refusal", refused.map(ControlRefused::getMessage).orElse(null));
        return model;
    }

    private static SessionRow row(SessionView session) {
        return new SessionRow(
                session.id(),
                session.reference().orElse(""),
                session.status(),
                MoneyText.of(session.minor(), session.currency()),
                TIME.format(session.createdAt()),
                session.pageUrl().orElse(""),
                session.details(),
                session.acts());
    }

    private EventRow row(LoggedEvent event) {
        return new EventRow(
                event.message().id(),
                event.message().type(),
                event.subject(),
                TIME.format(event.createdAt()),
                event.message().body(),
                deliveries.ofEvent(event.message().id()).stream().map(this::row).toList());
    }

    private DeliveryRow row(Delivery delivery) {
        return new DeliveryRow(
                delivery.state().code(),
                delivery.treatment(),
                delivery.dueAt().map(TIME::format).orElse(""),
                deliveries.attempts(delivery.id()).stream()
                        .map(ControlViews::words)
                        .toList());
    }

    private static RuleRow row(Rule rule) {
        var words = new StringBuilder(rule.kind().code().replace('_', ' '));
        rule.setting().ifPresent(setting -> words.append(' ')
                .append(setting)
                .append(rule.kind().setting() == Misbehaviour.Setting.SECONDS ? " s" : ""));
        rule.operation().ifPresent(operation -> words.append(" on ").append(operation));
        words.append(rule.subject().equals(Rule.EVERYBODY) ? ", every session" : ", session " + rule.subject());
        return new RuleRow(
                rule.id(),
                rule.gateway() + ": " + words,
                rule.remaining()
                        .map(times -> times == 1 ? "once" : times + " times")
                        .orElse("for ever"));
    }

    private static String words(Attempt attempt) {
        return TIME.format(attempt.at()) + " "
                + attempt.status().map(String::valueOf).or(attempt::error).orElse("no answer") + ", "
                + attempt.tookMillis() + " ms";
    }

    private static String words(Duration offset) {
        return offset.isZero()
                ? "the system's time"
                : "the system's time " + (offset.isNegative() ? "− " : "+ ")
                        + offset.abs().toDays() + " d "
                        + Instant.EPOCH
                                .plus(offset.abs())
                                .atZone(ZoneOffset.UTC)
                                .toLocalTime();
    }

    private Response html(int status, String template, Map<String, Object> model) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header("Cache-Control", "no-store")
                .entity(pages.render(template, Language.ENGLISH, model))
                .build();
    }
}
