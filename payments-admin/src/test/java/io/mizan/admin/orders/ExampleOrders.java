package io.mizan.admin.orders;

import static io.mizan.explanation.DossierBuilder.anOrder;
import static io.mizan.explanation.DossierBuilder.qar;

import io.mizan.admin.render.Language;
import io.mizan.casework.CaseKind;
import io.mizan.customer.CustomerDetails;
import io.mizan.explanation.Dossier;
import io.mizan.explanation.DossierBuilder;
import io.mizan.fact.Evidence;
import io.mizan.fact.FactKind;
import io.mizan.fact.RecordedFact;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.ProviderRef;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderStatus;
import io.mizan.timeline.TimelineEntry;
import io.mizan.timeline.TimelineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Orders to look at, each in another situation, as the pages about them are written. */
public final class ExampleOrders {
    private ExampleOrders() {}

    /** By the name of the situation. */
    public static Map<String, OrderView> views(Language language) {
        var writer = new OrderWriter(language, name -> "Stripe");
        var views = new LinkedHashMap<String, OrderView>();
        dossiers().forEach((name, dossier) -> views.put(name, writer.write(reading(dossier))));
        return views;
    }

    private static Map<String, Dossier> dossiers() {
        var all = new LinkedHashMap<String, Dossier>();
        all.put("not-started", anOrder().build());
        all.put(
                "declined",
                anOrder()
                        .attempt(a -> a.pageShown()
                                .declined(FailureCategory.INSUFFICIENT_FUNDS, "insufficient_funds")
                                .cameBack()
                                .asked()
                                .askNext(Duration.ofMinutes(34)))
                        .build());
        all.put(
                "unknown",
                anOrder()
                        .attempt(a -> a.pageShown().cameBack().askNext(Duration.ofMinutes(31)))
                        .build());
        all.put(
                "paid",
                anOrder()
                        .attempt(a -> a.pageShown()
                                .declined(FailureCategory.INSUFFICIENT_FUNDS, "insufficient_funds")
                                .challenged()
                                .captured(qar(25000))
                                .cameBack())
                        .build());
        all.put(
                "delivered",
                anOrder()
                        .attempt(a ->
                                a.pageShown().toldBy(Evidence.Source.INQUIRY).captured(qar(25000)))
                        .delivery(Fulfilment.FULFILLED)
                        .build());
        all.put(
                "paid-twice",
                anOrder()
                        .attempt(a ->
                                a.pageShown().closed(FactKind.Closing.EXPIRED).captured(qar(25000)))
                        .attempt(a -> a.pageShown().captured(qar(25000)))
                        .openCase(CaseKind.DUPLICATE_PAYMENT)
                        .openCase(CaseKind.LATE_SUCCESS)
                        .build());
        all.put(
                "held",
                anOrder().attempt(a -> a.manual().pageShown().authorized()).build());
        all.put("expired", anOrder().expired().readAfter(Duration.ofHours(26)).build());
        return all;
    }

    private static Reading reading(Dossier dossier) {
        return new Reading(
                dossier,
                dossier.attempts().stream()
                        .collect(Collectors.toMap(
                                attempt -> attempt.id(),
                                attempt -> List.of(
                                        new ProviderRef("checkout_session", "cs_test_" + attempt.number()),
                                        new ProviderRef("payment_intent", "pi_" + attempt.number())))),
                Optional.of(new CustomerDetails(
                        Optional.of("layla@example.com"),
                        Optional.of("Layla Haddad"),
                        Optional.of("+974 5555 0142"),
                        Optional.of("QA"))),
                timeline(dossier),
                false,
                true,
                true);
    }

    /** What intake would have written, nearly. */
    private static List<TimelineEntry> timeline(Dossier dossier) {
        var story = new ArrayList<TimelineEntry>();
        story.add(entry(TimelineKind.ORDER_PLACED.code(), DossierBuilder.PLACED, "merchant", Map.of()));
        for (var attempt : dossier.attempts()) {
            story.add(entry(
                    TimelineKind.ATTEMPT_STARTED.code(),
                    attempt.createdAt(),
                    "customer",
                    Map.of("gateway", "stripe", "amount", "250.00", "currency", "QAR", "capture", "automatic")));
            story.add(entry(
                    TimelineKind.COMMAND_DONE.code(),
                    attempt.createdAt().plusSeconds(1),
                    "mizan",
                    Map.of("operation", "open_checkout")));
            attempt.returnedAt()
                    .ifPresent(at -> story.add(
                            entry(TimelineKind.CUSTOMER_RETURNED.code(), at, "customer", Map.of("canceled", "false"))));
        }
        dossier.facts().forEach(fact -> story.add(told(fact)));
        dossier.cases()
                .forEach(known -> story.add(entry(
                        TimelineKind.CASE_OPENED.code(),
                        known.openedAt(),
                        "mizan",
                        Map.of("case", known.kind().code()))));
        if (dossier.order().status() == OrderStatus.PAID) {
            story.add(entry(
                    TimelineKind.ORDER_STATUS_CHANGED.code(),
                    DossierBuilder.PLACED.plus(Duration.ofMinutes(12)),
                    "mizan",
                    Map.of("from", "pending", "to", "paid")));
            story.add(entry(
                    TimelineKind.MERCHANT_EVENT_RECORDED.code(),
                    DossierBuilder.PLACED.plus(Duration.ofMinutes(12)),
                    "mizan",
                    Map.of("type", "order.paid")));
        }
        dossier.fulfilmentReport()
                .ifPresent(report -> story.add(entry(
                        report.kind(),
                        report.at(),
                        report.actor(),
                        Map.of("fulfilment", "fulfilled", "note", "DHL 4711"))));
        story.add(entry(TimelineKind.INQUIRY_REQUESTED.code(), dossier.now().minusSeconds(40), "staff:sara", Map.of()));
        story.sort(Comparator.comparing(TimelineEntry::at));
        var numbered = new ArrayList<TimelineEntry>();
        for (var one : story) {
            numbered.add(new TimelineEntry(
                    numbered.size() + 1L,
                    one.at(),
                    one.kind(),
                    one.actor(),
                    dossier.attempts().isEmpty()
                            ? Optional.empty()
                            : Optional.of(dossier.attempts().get(0).id()),
                    one.fact(),
                    one.detail()));
        }
        return numbered;
    }

    private static TimelineEntry told(RecordedFact fact) {
        var words = new TreeMap<>(fact.fact().detail());
        words.put("object", fact.identity().objectRef());
        words.put("qualifier", fact.identity().qualifier());
        fact.identity().amount().ifPresent(amount -> {
            words.put("amount", amount.toDecimal());
            words.put("currency", amount.currencyCode());
        });
        return entry(
                "fact." + fact.identity().kind().code(), fact.recordedAt(), "gateway", Optional.of(fact.id()), words);
    }

    private static TimelineEntry entry(String kind, Instant at, String actor, Map<String, String> detail) {
        return entry(kind, at, actor, Optional.empty(), detail);
    }

    private static TimelineEntry entry(
            String kind, Instant at, String actor, Optional<UUID> fact, Map<String, String> detail) {
        return new TimelineEntry(0, at, kind, actor, Optional.empty(), fact, detail);
    }
}
