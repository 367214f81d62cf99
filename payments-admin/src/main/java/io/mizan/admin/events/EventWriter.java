package io.mizan.admin.events;

import io.mizan.admin.orders.OrderView.Detail;
import io.mizan.admin.orders.TimelineWords;
import io.mizan.admin.render.Badge;
import io.mizan.admin.render.MessageKinds;
import io.mizan.admin.render.Signatures;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.gateway.GatewayName;
import io.mizan.id.OrderId;
import io.mizan.inbox.WebhookEvent;
import io.mizan.inbox.WebhookInbox;
import io.mizan.inbox.WebhookState;
import io.mizan.intake.CallbackReading;
import io.mizan.intake.Changes;
import io.mizan.replay.ReplayEvents.Preview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts stored callbacks into words. */
public final class EventWriter {
    private final Words words;
    private final TimelineWords timeline;
    private final Function<GatewayName, String> gatewayNames;

    public EventWriter(Words words, TimelineWords timeline, Function<GatewayName, String> gatewayNames) {
        this.words = words;
        this.timeline = timeline;
        this.gatewayNames = gatewayNames;
    }

    public EventListView.Line line(WebhookEvent event) {
        return new EventListView.Line(
                event.id().toString(),
                new MessageKinds(words).of(event.type()),
                gatewayNames.apply(event.gateway()),
                badge(event.state()),
                words.moment(event.receivedAt()),
                event.order().map(OrderId::toString));
    }

    /** @param preview absent for whoever may not have it worked once more */
    public EventView view(WebhookEvent event, Optional<Preview> preview) {
        var meaning = event.isForeign() ? "foreign" : event.state().code();
        return new EventView(
                event.id().toString(),
                new MessageKinds(words).of(event.type()),
                badge(event.state()),
                words.text("event.meaning." + meaning),
                event.order().map(OrderId::toString),
                details(event),
                preview.map(this::view));
    }

    private List<Detail> details(WebhookEvent event) {
        var details = new ArrayList<Detail>();
        details.add(detail("gateway", gatewayNames.apply(event.gateway())));
        details.add(detail("account", event.account()));
        details.add(detail("way", words.text(event.returnOf().isPresent() ? "event.way.return" : "event.way.call")));
        details.add(detail("provider_id", event.providerEventId()));
        event.sentAt()
                .ifPresent(at -> details.add(detail("sent", words.moment(at).text())));
        details.add(detail("received", words.moment(event.receivedAt()).text()));
        event.processedAt()
                .ifPresent(at -> details.add(detail("worked", words.moment(at).text())));
        event.dueAt().ifPresent(at -> details.add(detail("due", words.moment(at).text())));
        details.add(detail("attempts", Integer.toString(event.attempts())));
        event.reason().ifPresent(reason -> details.add(detail("reason", reason(reason))));
        event.lastError().ifPresent(fault -> details.add(detail("fault", fault)));
        details.add(detail("proof", new Signatures(words).of(event.proof())));
        details.add(detail("sha256", event.bodySha256()));
        details.add(detail("body", words.text(event.bodyKept() ? "event.body.kept" : "event.body.destroyed")));
        return details;
    }

    private Detail detail(String name, String value) {
        return new Detail(words.text("event.detail." + name), value);
    }

    private EventView.Preview view(Preview preview) {
        if (preview instanceof Preview.Told told) {
            var changes = changes(told.changes());
            return changes.isEmpty()
                    ? nothing("event.preview.nothing")
                    : new EventView.Preview(words.text("event.preview.changes"), changes, true);
        }
        if (preview instanceof Preview.Irrelevant irrelevant) {
            return new EventView.Preview(
                    words.text("event.preview.irrelevant", reason(irrelevant.reason())),
                    List.of(),
                    !irrelevant.reason().equals(CallbackReading.BODY_DESTROYED));
        }
        if (preview instanceof Preview.Fails fails) {
            return fails.fault().equals(WebhookInbox.GATEWAY_MISSING)
                    ? nothing("event.preview.waits", reason(fails.fault()))
                    : nothing("event.preview.fails", fails.fault());
        }
        return preview instanceof Preview.Unmatched
                ? nothing("event.preview.unmatched")
                : new EventView.Preview(words.text("event.preview.foreign"), List.of(), false);
    }

    /** Why it is not worked; of what a gateway calls it itself, that its kind says nothing to us. */
    private String reason(String code) {
        return words.find("event.reason." + code.replaceAll("[^A-Za-z0-9]+", "_"))
                .orElseGet(() -> words.text("proof.with", words.text("event.reason.kind"), code));
    }

    private EventView.Preview nothing(String key, Object... arguments) {
        return new EventView.Preview(words.text(key, arguments), List.of(), true);
    }

    private List<String> changes(Changes changes) {
        var lines = new ArrayList<String>();
        changes.told().forEach(entry -> lines.add(timeline.text(entry)));
        changes.planned()
                .forEach(operation ->
                        lines.add(words.text("event.preview.planned", words.text("operation." + operation.code()))));
        return lines;
    }

    private Badge badge(WebhookState state) {
        return new Badge(words.text("event.state." + state.code()), tone(state));
    }

    private static Tone tone(WebhookState state) {
        return switch (state) {
            case PROCESSED -> Tone.GOOD;
            case RECEIVED, IGNORED -> Tone.QUIET;
            case WAITING, FAILED -> Tone.WAITING;
            case DEAD -> Tone.BAD;
        };
    }
}
