package io.mizan.admin.orders;

import io.mizan.admin.render.MessageKinds;
import io.mizan.admin.render.Signatures;
import io.mizan.admin.render.Words;
import io.mizan.fact.Evidence;
import io.mizan.fact.RecordedFact;
import java.util.ArrayList;
import java.util.List;

/** The messages behind a fact: which one, whose signature, what it said. */
final class Proofs {
    private final Words words;
    private final TimelineWords timeline;

    Proofs(Words words, TimelineWords timeline) {
        this.words = words;
        this.timeline = timeline;
    }

    /** @param through whose fact it is */
    List<OrderView.Proof> of(RecordedFact fact, TimelineWords.Through through) {
        return fact.evidence().stream()
                .map(evidence -> of(fact, through, evidence))
                .toList();
    }

    private OrderView.Proof of(RecordedFact fact, TimelineWords.Through through, Evidence evidence) {
        return new OrderView.Proof(
                timeline.text(fact.fact(), through),
                words.text(
                        evidence.isMadeByUs()
                                ? "evidence.source.made_here"
                                : "evidence.source." + evidence.source().code()),
                words.moment(evidence.receivedAt()),
                details(fact, evidence));
    }

    private List<OrderView.Detail> details(RecordedFact fact, Evidence evidence) {
        var details = new ArrayList<OrderView.Detail>();
        add(details, "message", new MessageKinds(words).of(evidence.messageType()));
        add(details, "message_ref", evidence.messageRef());
        add(details, "proof", new Signatures(words).of(evidence.proof()));
        evidence.effectiveAt()
                .ifPresent(at -> add(details, "happened", words.moment(at).text()));
        add(details, "received", words.moment(evidence.receivedAt()).text());
        add(details, "account", fact.identity().account().value());
        add(details, "object", fact.identity().objectRef());
        evidence.detail().forEach((name, value) -> details.add(timeline.detail(name, value)));
        add(details, "sha256", evidence.sha256());
        return List.copyOf(details);
    }

    private void add(List<OrderView.Detail> details, String name, String value) {
        if (!value.isEmpty()) {
            details.add(new OrderView.Detail(words.text("evidence." + name), value));
        }
    }
}
