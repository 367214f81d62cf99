package io.mizan.admin.orders;

import io.mizan.admin.cases.CaseView;
import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Badges;
import io.mizan.admin.render.Language;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.PaymentState;
import io.mizan.customer.CustomerDetails;
import io.mizan.explanation.Actor;
import io.mizan.explanation.Advice;
import io.mizan.explanation.AmountExplained;
import io.mizan.explanation.Answer;
import io.mizan.explanation.Dossier;
import io.mizan.explanation.Explanation;
import io.mizan.explanation.ExplanationTexts;
import io.mizan.explanation.GivenBack;
import io.mizan.explanation.Says;
import io.mizan.fact.Evidence;
import io.mizan.fact.RecordedFact;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.ProviderRef;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import io.mizan.order.OrderSnapshot;
import io.mizan.order.OrderStatus;
import io.mizan.timeline.TimelineEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes the page about one order in one language. Pure: the same reading gives the same page. */
final class OrderWriter {
    private final Language language;
    private final Function<GatewayName, String> gatewayNames;

    OrderWriter(Language language, Function<GatewayName, String> gatewayNames) {
        this.language = language;
        this.gatewayNames = gatewayNames;
    }

    OrderView write(Reading reading) {
        return new Page(reading).view();
    }

    private final class Page {
        private final Reading reading;
        private final Dossier dossier;
        private final Words words;
        private final Badges badges;
        private final ExplanationTexts texts;
        private final TimelineWords timelineWords;
        private final Proofs proofs;

        /** Attempts whose pages were opened without a call. */
        private final Set<AttemptId> madeHere;

        Page(Reading reading) {
            this.reading = reading;
            this.dossier = reading.dossier();
            this.words = new Words(language, dossier.now());
            this.badges = new Badges(words);
            this.texts = new ExplanationTexts(language.locale(), gatewayNames);
            this.timelineWords = new TimelineWords(words, texts, gatewayNames);
            this.proofs = new Proofs(words, timelineWords);
            this.madeHere = dossier.facts().stream()
                    .filter(fact -> fact.evidence().stream().anyMatch(Evidence::isMadeByUs))
                    .flatMap(fact -> fact.attempt().stream())
                    .collect(Collectors.toSet());
        }

        OrderView view() {
            var order = dossier.order();
            var explanation = Explanation.of(dossier);
            return new OrderView(
                    order.id().toString(),
                    order.reference(),
                    words.amount(order.amount()),
                    badges.of(order.status(), order.amount(), order.captured()),
                    badges.of(order.fulfilment()),
                    words.moment(order.createdAt()),
                    words.moment(order.expiresAt()),
                    List.of(
                            reply("reached", explanation.reached()),
                            reply("approved", explanation.approved()),
                            reply("called_back", explanation.calledBack()),
                            reply("fulfilled", explanation.fulfilled())),
                    next(explanation.next()),
                    sum(explanation.amount(), order.status() == OrderStatus.PAID),
                    dossier.attempts().stream().map(this::attempt).toList(),
                    dossier.cases().stream()
                            .map(known -> CaseView.of(known, words, gatewayNames))
                            .toList(),
                    reading.customer().map(this::customer),
                    order.customerErasedAt().map(words::moment),
                    reading.mayErase() && order.customerErasedAt().isEmpty(),
                    about(order),
                    timeline(),
                    moreTimeline());
        }

        private OrderView.Reply reply(String question, Answer<?> answer) {
            return new OrderView.Reply(
                    texts.question(question),
                    new Badge(texts.says(answer.says()), tone(answer.says())),
                    answer.says().code(),
                    texts.sentence(answer),
                    words.moment(answer.asOf()),
                    answer.evidence().stream()
                            .flatMap(fact -> proofs.of(fact, through(fact.attempt())).stream())
                            .toList());
        }

        private static Tone tone(Says says) {
            return switch (says) {
                case YES -> Tone.GOOD;
                case NO -> Tone.BAD;
                case NOT_YET -> Tone.WAITING;
                case UNKNOWN -> Tone.UNKNOWN;
            };
        }

        private OrderView.Next next(Advice advice) {
            return new OrderView.Next(
                    texts.question("next"),
                    texts.title(advice),
                    texts.what(advice),
                    texts.actor(advice.actor()),
                    advice.by().map(words::moment),
                    advice.overdue(),
                    texts.otherwise(advice),
                    texts.avoid(advice),
                    advice.actor() == Actor.NOBODY);
        }

        private OrderView.Sum sum(AmountExplained amount, boolean paid) {
            boolean tooMuch = amount.due().amountMinor() < 0;
            // A merchant who collected less by hand has given up the rest: nobody owes it.
            var rest = paid && amount.due().isPositive() ? "sum.given_up" : "sum.due";
            var ours = amount.givenBack().stream()
                    .filter(back -> isPartOf(amount, back))
                    .toList();
            return new OrderView.Sum(
                    amount.lines().stream().map(this::line).toList(),
                    words.amount(amount.total()),
                    amount.received().stream().map(this::received).toList(),
                    ours.stream().map(back -> givenBack("sum.given_back", back)).toList(),
                    amount.held().isPositive() ? Optional.of(words.amount(amount.held())) : Optional.empty(),
                    amount.foreign().stream().map(this::received).toList(),
                    amount.givenBack().stream()
                            .filter(back -> !isPartOf(amount, back))
                            .map(back -> givenBack(notPart(back), back))
                            .toList(),
                    words.text(tooMuch ? "sum.too_much" : ours.isEmpty() ? rest : "sum.not_kept"),
                    words.amount(tooMuch ? amount.due().negated() : amount.due()),
                    amount.addsUp(),
                    residuals(amount));
        }

        private OrderView.SumLine line(OrderSnapshot.Line line) {
            var note = line.quantity() + " × " + words.amount(line.unit()) + " · "
                    + words.find("sum.computed." + line.computed()).orElse(line.computed());
            return new OrderView.SumLine(line.description(), note, words.amount(line.amount()));
        }

        private static boolean isPartOf(AmountExplained amount, GivenBack back) {
            return back.certain()
                    && back.amount().currency().equals(amount.total().currency());
        }

        private static String notPart(GivenBack back) {
            if (back.certain()) {
                return "sum.foreign_given_back";
            }
            return back.unclaimed() ? "sum.unclaimed_back" : "sum.on_its_way_back";
        }

        private OrderView.SumLine givenBack(String key, GivenBack back) {
            return new OrderView.SumLine(
                    words.text(key, back.attempt()), back.objectRef(), words.amount(back.amount()));
        }

        private OrderView.SumLine received(AmountExplained.Received received) {
            var note = received.disputed() ? words.text("sum.disputed") : "";
            return new OrderView.SumLine(
                    words.text("sum.received", received.attempt()),
                    note.isEmpty() ? received.objectRef() : received.objectRef() + " · " + note,
                    words.amount(received.amount()));
        }

        private List<OrderView.SumLine> residuals(AmountExplained amount) {
            var residuals = new ArrayList<OrderView.SumLine>();
            residual(residuals, "sum.residual.lines", amount.linesResidual());
            residual(residuals, "sum.residual.captured", amount.capturedResidual());
            return List.copyOf(residuals);
        }

        private void residual(List<OrderView.SumLine> residuals, String key, Money residual) {
            if (!residual.isZero()) {
                residuals.add(new OrderView.SumLine(words.text(key), "", words.amount(residual)));
            }
        }

        private OrderView.Attempt attempt(AttemptSnapshot attempt) {
            return new OrderView.Attempt(
                    attempt.id().toString(),
                    attempt.number(),
                    gatewayNames.apply(attempt.gateway()),
                    state(attempt),
                    words.amount(attempt.amount()),
                    attempt.open(),
                    attempt.supersededAt().isPresent(),
                    decline(attempt),
                    details(attempt),
                    stages(attempt),
                    reading.mayAsk());
        }

        /** A page whose time is over is not called open for the gateway's silence. */
        private Badge state(AttemptSnapshot attempt) {
            boolean over = attempt.state() == PaymentState.PENDING
                    && attempt.payUntil().filter(dossier.now()::isAfter).isPresent();
            return over ? new Badge(words.text("attempt.state.time_over"), Tone.WAITING) : badges.of(attempt.state());
        }

        private Optional<String> decline(AttemptSnapshot attempt) {
            boolean overcome =
                    attempt.captured().isPositive() || attempt.authorized().isPositive();
            return attempt.lastDecline()
                    .map(decline -> words.text(
                            overcome ? "attempt.declined_before" : "attempt.declined",
                            texts.reason(decline.category()),
                            decline.code()));
        }

        private List<OrderView.Detail> details(AttemptSnapshot attempt) {
            var details = new ArrayList<OrderView.Detail>();
            details.add(detail(
                    "attempt.capture",
                    words.text("attempt.capture." + attempt.capture().code())));
            details.add(detail("attempt.due", words.amount(attempt.due())));
            if (attempt.authorized().isPositive()) {
                details.add(detail("attempt.authorized", words.amount(attempt.authorized())));
            }
            if (attempt.captured().isPositive()) {
                details.add(detail("attempt.captured", words.amount(attempt.captured())));
            }
            details.add(detail("attempt.id", attempt.id().toString()));
            for (var ref : reading.refs().getOrDefault(attempt.id(), List.of())) {
                details.add(new OrderView.Detail(kind(ref), ref.value()));
            }
            return List.copyOf(details);
        }

        /** Beside our word stands the provider's, by which it is found there; of a kind that has none, that alone. */
        private String kind(ProviderRef ref) {
            return words.find("attempt.ref." + ref.kind())
                    .orElseGet(() -> ref.kind().replace('_', ' '));
        }

        private OrderView.Detail detail(String name, String value) {
            return new OrderView.Detail(words.text(name), value);
        }

        private List<OrderView.Stage> stages(AttemptSnapshot attempt) {
            var stages = new ArrayList<OrderView.Stage>();
            stage(stages, "started", Optional.of(attempt.createdAt()));
            stage(stages, "disclosed", attempt.disclosedAt());
            stage(stages, "returned", attempt.returnedAt());
            stage(stages, "superseded", attempt.supersededAt());
            stage(stages, "inquired", attempt.inquiredAt());
            stage(stages, "inquiry_due", attempt.inquiryDueAt());
            stage(stages, "pay_until", attempt.open() ? attempt.payUntil() : Optional.empty());
            return List.copyOf(stages);
        }

        private void stage(List<OrderView.Stage> stages, String name, Optional<Instant> at) {
            at.ifPresent(
                    time -> stages.add(new OrderView.Stage(words.text("attempt.stage." + name), words.moment(time))));
        }

        private OrderView.Customer customer(CustomerDetails customer) {
            return new OrderView.Customer(customer.name(), customer.email(), customer.phone(), customer.country());
        }

        private List<OrderView.Detail> about(OrderSnapshot order) {
            var about = new ArrayList<OrderView.Detail>();
            about.add(detail("order.id", order.id().toString()));
            about.add(detail("order.locale", order.locale()));
            about.add(detail("order.return_url", order.returnUrl().toString()));
            order.metadata().forEach((name, value) -> about.add(new OrderView.Detail(name, value)));
            return List.copyOf(about);
        }

        private List<OrderView.Entry> timeline() {
            Map<UUID, RecordedFact> facts =
                    dossier.facts().stream().collect(Collectors.toMap(RecordedFact::id, fact -> fact));
            Map<AttemptId, Integer> numbers =
                    dossier.attempts().stream().collect(Collectors.toMap(AttemptSnapshot::id, AttemptSnapshot::number));
            return reading.timeline().stream()
                    .map(entry -> entry(entry, facts, numbers))
                    .toList();
        }

        private TimelineWords.Through through(Optional<AttemptId> attempt) {
            return new TimelineWords.Through(
                    attempt.flatMap(id -> dossier.attempts().stream()
                            .filter(it -> it.id().equals(id))
                            .map(AttemptSnapshot::gateway)
                            .findFirst()),
                    attempt.filter(madeHere::contains).isPresent());
        }

        private OrderView.Entry entry(
                TimelineEntry entry, Map<UUID, RecordedFact> facts, Map<AttemptId, Integer> numbers) {
            var evidence = entry.fact()
                    .flatMap(id -> Optional.ofNullable(facts.get(id)))
                    .map(fact -> proofs.of(fact, through(fact.attempt())))
                    .orElse(List.of());
            var details = entry.detail().entrySet().stream()
                    .filter(pair -> !pair.getValue().isEmpty())
                    .map(pair -> timelineWords.detail(pair.getKey(), pair.getValue()))
                    .toList();
            var through = through(entry.attempt());
            return new OrderView.Entry(
                    entry.seq(),
                    words.moment(entry.at()),
                    timelineWords.text(entry, through),
                    timelineWords.actor(entry, through),
                    entry.attempt().map(numbers::get),
                    timelineWords.tone(entry.kind()).css(),
                    timelineWords.weight(entry.kind()),
                    evidence,
                    evidence.isEmpty() && !timelineWords.saysAll(entry.kind()) ? details : List.of());
        }

        private Optional<String> moreTimeline() {
            var entries = reading.timeline();
            return reading.timelineGoesOn()
                    ? Optional.of(String.valueOf(entries.get(entries.size() - 1).seq()))
                    : Optional.empty();
        }
    }
}
