package io.mizan.invariant;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.mizan.attempt.Decline;
import io.mizan.attempt.Verdict;
import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseSnapshot;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.Evidence;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.RecordedFact;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Operation;
import io.mizan.intake.CommandKeys;
import io.mizan.intake.Derivation;
import io.mizan.invariant.StoredOrder.Attempt;
import io.mizan.invariant.StoredOrder.MerchantEvent;
import io.mizan.invariant.Violation.Difference;
import io.mizan.invariant.Violation.Field;
import io.mizan.ledger.Balance;
import io.mizan.ledger.LedgerAccount;
import io.mizan.money.Money;
import io.mizan.order.OrderStatus;
import io.mizan.outbox.MerchantEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the rows of one order must show. Pure. */
final class OrderChecks {
    private final StoredOrder order;
    private final Derivation derived;
    private final List<Violation> found = new ArrayList<>();

    private OrderChecks(StoredOrder order) {
        this.order = order;
        var asked = order.attempts().stream()
                .map(it -> new Derivation.Asked(it.id(), it.account(), it.capture(), it.amount()))
                .toList();
        this.derived = Derivation.of(order.id(), order.amount(), asked, order.facts(), order.commands());
    }

    static List<Violation> always(StoredOrder order) {
        var checks = new OrderChecks(order);
        checks.always();
        return checks.found;
    }

    /** What must not be there once everything that is due by now was worked. */
    static List<Violation> atRest(StoredOrder order, Instant now) {
        var checks = new OrderChecks(order);
        checks.always();
        checks.nothingIsDue(now);
        return checks.found;
    }

    private void always() {
        everyFactHasEvidence();
        everyFactIsWhatWasTold();
        order.attempts().forEach(this::attemptIsWhatItsFactsAmountTo);
        orderIsWhatItsFactsAmountTo();
        surprisesAreCases();
        paidIsExactlyWhatWasDue();
        oneAttemptIsOpen();
        order.attempts().forEach(this::oneCheckoutWasOpened);
        order.commands().forEach(this::commandHasKeyAndFollowUp);
        order.attempts().forEach(this::captureIsCovered);
        whatCanChangeIsAskedAbout();
        anEndedOrderHoldsNothingOpen();
        ledgerIsBalanced();
        merchantIsToldOnce();
        callbacksAreWorkedOnce();
    }

    /** Invariant 1: money state comes from facts, and each fact from a message or a decision. */
    private void everyFactHasEvidence() {
        for (var fact : order.facts()) {
            require(1, !fact.evidence().isEmpty(), "the fact " + name(fact) + " has no evidence");
            boolean decision = fact.evidence().stream().anyMatch(it -> it.source() == Evidence.Source.DECISION);
            require(
                    1,
                    decision == fact.attempt().isEmpty(),
                    "the fact " + name(fact) + (decision ? " is a decision about an attempt" : " has no attempt"));
        }
    }

    /**
     * Invariant 11: facts are not chained, but the entries are that told them; so a fact cannot be changed, added or taken
     * away without one of them.
     */
    private void everyFactIsWhatWasTold() {
        var told = order.told().stream().filter(it -> !it.isOfCallback()).collect(groupingBy(it -> it.fact()
                .orElseThrow()));
        for (var fact : order.facts()) {
            var entries = told.getOrDefault(fact.id(), List.of());
            told.remove(fact.id());
            require(
                    11,
                    entries.size() == 1 && tells(entries.get(0), fact.identity()),
                    "the fact " + name(fact) + " is not what the timeline tells");
        }
        require(11, told.isEmpty(), "the timeline tells of facts that are not there: " + told.keySet());
    }

    private static boolean tells(StoredOrder.Told entry, Fact.Identity fact) {
        var words = entry.words();
        return entry.kind().equals("fact." + fact.kind().code())
                && fact.objectRef().equals(words.get("object"))
                && fact.qualifier().equals(words.getOrDefault("qualifier", ""))
                && fact.amount().map(Money::toDecimal).equals(Optional.ofNullable(words.get("amount")))
                && fact.amount().map(Money::currencyCode).equals(Optional.ofNullable(words.get("currency")));
    }

    private void attemptIsWhatItsFactsAmountTo(Attempt stored) {
        var of = derived.attempts().get(stored.id());
        var standing = of.standing();
        var attempt = stored.id().toString();
        same(5, attempt, Field.STATE, stored.state(), standing.state());
        same(5, attempt, Field.OPEN, stored.open(), standing.open());
        same(5, attempt, Field.DUE, stored.due(), of.terms().due());
        same(5, attempt, Field.AUTHORIZED, stored.authorized(), standing.authorizedLive());
        same(5, attempt, Field.CAPTURED, stored.captured(), standing.captured());
        same(5, attempt, Field.VERDICT, stored.verdict(), standing.verdict());
        same(5, attempt, Field.LAST_DECLINE, stored.decline(), standing.lastDecline());
        same(5, attempt, Field.PAYABLE_UNTIL, stored.payUntil(), standing.payUntil());
    }

    private void orderIsWhatItsFactsAmountTo() {
        same(5, "", Field.STATUS, order.status(), derived.order().status());
        same(5, "", Field.CAPTURED, order.captured(), derived.order().captured());
    }

    private void surprisesAreCases() {
        var open = order.cases().stream()
                .filter(it -> Derivation.SURPRISES.contains(it.kind()) && it.holds())
                .map(it -> surprise(it.kind(), it.subject(), it.evidence()))
                .collect(toSet());
        var demanded = derived.findings().stream()
                .map(it -> surprise(it.kind(), it.subject(), it.evidence()))
                .collect(toSet());
        same(5, "", Field.SURPRISES, open, demanded);
    }

    private static String surprise(CaseKind kind, String subject, Map<String, String> evidence) {
        return kind.code() + " " + subject + " " + new TreeMap<>(evidence);
    }

    /** Invariant 2, without the code that derives: added up once more from the captures themselves. */
    private void paidIsExactlyWhatWasDue() {
        for (var attempt : order.attempts()) {
            if (attempt.verdict() == Verdict.PAID) {
                var captured = capturedAtLeast(attempt);
                require(
                        2,
                        captured.equals(attempt.due()) && captured.isPositive(),
                        attempt.id() + " counts as paid with " + captured + " captured of " + attempt.due() + " due");
                require(
                        2,
                        attempt.capture() == CaptureMode.MANUAL || attempt.due().equals(order.amount()),
                        attempt.id() + " counts as paid with " + attempt.due() + " of an order of " + order.amount());
            }
        }
        boolean anyPaid = order.attempts().stream().anyMatch(it -> it.verdict() == Verdict.PAID);
        require(
                2,
                anyPaid == (order.status() == OrderStatus.PAID),
                "is " + order.status().code() + (anyPaid ? " with an attempt" : " without an attempt") + " that paid");
    }

    /** Where messages disagree about one object, money in counts at the least of them; of totals the highest counts. */
    private Money capturedAtLeast(Attempt attempt) {
        var perObject = new TreeMap<String, Money>();
        amountsOf(attempt, FactKind.CAPTURED)
                .forEach(it -> perObject.merge(it.getKey(), it.getValue(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
        amountsOf(attempt, FactKind.CAPTURED_TOTAL)
                .forEach(it -> perObject.merge(it.getKey(), it.getValue(), (a, b) -> a.compareTo(b) >= 0 ? a : b));
        return perObject.values().stream().reduce(Money.zero(order.amount().currency()), Money::plus);
    }

    private Stream<Map.Entry<String, Money>> amountsOf(Attempt attempt, FactKind kind) {
        return factsOf(attempt, kind)
                .flatMap(fact -> fact
                        .amount()
                        .filter(amount ->
                                amount.currency().equals(order.amount().currency()))
                        .map(amount -> Map.entry(fact.objectRef(), amount))
                        .stream());
    }

    /** Invariant 4. What a page that had ended turns out to hold is reality, and no second way to pay. */
    private void oneAttemptIsOpen() {
        var open = order.attempts().stream()
                .filter(it -> it.open() && !it.superseded())
                .filter(it -> !derived.attempts().get(it.id()).standing().closed())
                .map(it -> it.id().toString())
                .toList();
        require(4, open.size() <= 1, "has several open attempts: " + String.join(" ", open));
        order.openAttempt().ifPresent(named -> {
            var attempt = order.attempts().stream()
                    .filter(it -> it.id().value().equals(named))
                    .findFirst();
            require(
                    4,
                    attempt.filter(it -> it.open() && !it.superseded()).isPresent(),
                    "names an open attempt that is none");
        });
    }

    /** Invariant 6: never a second page, which would be a second way to charge. */
    private void oneCheckoutWasOpened(Attempt attempt) {
        var pages = factsOf(attempt, FactKind.CHECKOUT_OPENED)
                .map(Fact.Identity::objectRef)
                .collect(toSet());
        require(6, pages.size() <= 1, attempt.id() + " has several pages: " + pages);
        var kinds = order.references().stream()
                .filter(it -> it.attempt().equals(attempt.id())
                        && pages.contains(it.ref().value()))
                .map(it -> it.ref().kind())
                .collect(toSet());
        long known = order.references().stream()
                .filter(it -> it.attempt().equals(attempt.id())
                        && kinds.contains(it.ref().kind()))
                .count();
        require(6, known <= 1, attempt.id() + " has " + known + " references to pages");
    }

    private void commandHasKeyAndFollowUp(GatewayCommand command) {
        var named = command.operation().code() + " " + command.ordinal() + " of " + command.attempt();
        same(
                6,
                named,
                Field.IDEMPOTENCY_KEY,
                command.idempotencyKey(),
                CommandKeys.of(command.attempt(), command.operation(), command.ordinal()));
        var state = command.state();
        require(
                6,
                state == CommandState.PLANNED || (command.sentAt().isPresent() && command.sends() > 0),
                named + " is " + state + " and was never noted as sent");
        if (state == CommandState.DONE) {
            require(
                    6,
                    command.outcome().isPresent()
                            && command.finishedAt().isPresent()
                            && command.dueAt().isEmpty(),
                    named + " is done without an outcome, or is still due");
        } else if (state == CommandState.GIVEN_UP) {
            require(
                    6,
                    hasCase(CaseKind.COMMAND_GIVEN_UP, command.id().toString()),
                    named + " was given up and has no case");
        } else {
            require(6, command.dueAt().isPresent(), named + " is " + state + " and has no follow-up");
        }
    }

    /** We never ask for more than was authorized, and never for two things at once. */
    private void captureIsCovered(Attempt attempt) {
        var captures = order.commands().stream()
                .filter(it -> it.attempt().equals(attempt.id()) && it.operation() == Operation.CAPTURE)
                .filter(it -> !it.wasDeclined())
                .toList();
        require(
                6,
                captures.stream().filter(GatewayCommand::isOutstanding).count() <= 1,
                attempt.id() + " has several captures without an answer");
        var asked = captures.stream()
                .flatMap(it -> it.amount().stream())
                .reduce(Money.zero(attempt.amount().currency()), Money::plus);
        var authorized = factsOf(attempt, FactKind.AUTHORIZED)
                .flatMap(it -> it.amount().stream())
                .filter(it -> it.currency().equals(attempt.amount().currency()))
                .reduce(Money.zero(attempt.amount().currency()), Money::plus);
        require(
                6,
                asked.compareTo(authorized) <= 0,
                attempt.id() + " was asked to capture " + asked + " of " + authorized + " authorized");
    }

    /** Invariant 7: what is not known to be over is asked about until it is. */
    private void whatCanChangeIsAskedAbout() {
        for (var attempt : order.attempts()) {
            boolean known =
                    order.references().stream().anyMatch(it -> it.attempt().equals(attempt.id()));
            require(
                    7,
                    !attempt.open() || !known || attempt.inquiryDueAt().isPresent(),
                    attempt.id() + " can still take money and nobody will ask about it");
            boolean opening = order.commands().stream()
                    .anyMatch(it -> it.attempt().equals(attempt.id()) && it.operation() == Operation.OPEN_CHECKOUT);
            require(7, !attempt.open() || opening || known, attempt.id() + " is open and nothing opens it");
        }
        require(
                7,
                (order.status() == OrderStatus.PENDING) == order.expiryDueAt().isPresent(),
                "is " + order.status().code()
                        + (order.expiryDueAt().isPresent() ? " and will be expired" : " and will never expire"));
    }

    private void anEndedOrderHoldsNothingOpen() {
        if (order.status() == OrderStatus.CANCELED || order.status() == OrderStatus.EXPIRED) {
            order.attempts().stream()
                    .filter(it -> it.open() && !it.superseded())
                    .forEach(it ->
                            violated(7, "is " + order.status().code() + " while " + it.id() + " could still be paid"));
        }
    }

    private void ledgerIsBalanced() {
        order.entries().stream()
                .filter(it -> it.sum() != 0)
                .forEach(it -> violated(
                        9,
                        "an entry does not balance: " + it.sum() + " minor units of " + it.currency() + " too much"));
        same(
                9,
                "",
                Field.BALANCES,
                balances(order.balances()),
                balances(derived.order().balances()));
        var known = order.facts().stream().map(RecordedFact::id).collect(toSet());
        order.entries().stream()
                .filter(it -> !known.contains(it.fact()))
                .forEach(it -> violated(9, "a posting stands on account of a fact of another order"));
        boolean paid = order.status() == OrderStatus.PAID;
        boolean receivable =
                order.balances().stream().anyMatch(it -> it.account().equals(LedgerAccount.RECEIVABLE));
        require(
                9,
                paid == receivable,
                "is " + order.status().code() + (receivable ? " and" : " and not") + " posted as paid");
    }

    private static List<String> balances(List<Balance> balances) {
        var sums = balances.stream()
                .collect(toMap(
                        it -> it.account() + " " + it.amount().currencyCode(),
                        Balance::amount,
                        Money::plus,
                        TreeMap::new));
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().amountMinor() != 0)
                .map(sum -> sum.getKey() + " " + sum.getValue().toDecimal())
                .toList();
    }

    private void merchantIsToldOnce() {
        long expected = 1;
        for (var event : order.merchantEvents()) {
            require(14, event.seq() == expected, "event " + expected + " for the merchant is missing");
            expected = event.seq() + 1;
        }
        require(14, expected == order.eventSeq() + 1, "knows of " + order.eventSeq() + " events for the merchant");
        long paid = order.merchantEvents().stream()
                .map(MerchantEvent::type)
                .filter(MerchantEventType.ORDER_PAID.code()::equals)
                .count();
        require(14, paid <= 1, "the merchant is told " + paid + " times that it was paid");
        require(14, paid > 0 || order.status() != OrderStatus.PAID, "the merchant is never told that it was paid");
    }

    /** Invariant 14: what was worked stands on the timeline, and once. */
    private void callbacksAreWorkedOnce() {
        var told = order.told().stream()
                .filter(StoredOrder.Told::isOfCallback)
                .map(it -> it.words().getOrDefault("event", ""))
                .collect(groupingBy(Function.identity(), counting()));
        order.events().stream()
                .filter(it -> it.state().equals("PROCESSED") && !told.containsKey(it.id()))
                .forEach(it -> violated(14, it.id() + " counts as worked and left no trace"));
        told.forEach((event, times) -> require(14, times == 1, event + " was worked " + times + " times"));
        var heard = order.facts().stream()
                .flatMap(it -> it.evidence().stream())
                .filter(it -> it.source() == Evidence.Source.WEBHOOK)
                .map(Evidence::sourceRef)
                .collect(toSet());
        heard.removeAll(told.keySet());
        require(1, heard.isEmpty(), "facts are told by callbacks that were never worked: " + heard);
    }

    private void nothingIsDue(Instant now) {
        order.commands().stream()
                .filter(it -> isDue(it.dueAt(), now))
                .forEach(it ->
                        violated(6, it.operation().code() + " of " + it.attempt() + " is due and nobody takes it up"));
        order.attempts().stream()
                .filter(it -> isDue(it.inquiryDueAt(), now))
                .forEach(it -> violated(7, "an inquiry about " + it.id() + " is due and nobody asks"));
        require(7, !isDue(order.expiryDueAt(), now), "is due to expire and nobody looks");
    }

    private static boolean isDue(Optional<Instant> at, Instant now) {
        return at.filter(due -> !due.isAfter(now)).isPresent();
    }

    private Stream<Fact.Identity> factsOf(Attempt attempt, FactKind kind) {
        return order.facts().stream()
                .filter(it -> it.attempt().filter(attempt.id()::equals).isPresent())
                .map(RecordedFact::identity)
                .filter(it -> it.kind() == kind);
    }

    private boolean hasCase(CaseKind kind, String subject) {
        return order.cases().stream()
                .filter(it -> it.kind() == kind)
                .map(CaseSnapshot::subject)
                .anyMatch(subject::equals);
    }

    private static String name(RecordedFact fact) {
        return fact.identity().kind().code() + " " + fact.identity().objectRef();
    }

    private void same(int invariant, String of, Field field, Object stored, Object demanded) {
        if (!Objects.equals(stored, demanded)) {
            var difference = new Difference(of, field, told(stored), told(demanded));
            found.add(Violation.of(invariant, order.id().toString(), difference));
        }
    }

    private static String told(Object value) {
        if (value instanceof Optional<?> perhaps) {
            return perhaps.map(OrderChecks::told).orElse("");
        }
        if (value instanceof Decline decline) {
            return decline.category().code() + " " + decline.code();
        }
        return value instanceof Collection<?> several
                ? several.stream().map(OrderChecks::told).sorted().collect(joining(Difference.BETWEEN))
                : String.valueOf(value);
    }

    private void require(int invariant, boolean kept, String sentence) {
        if (!kept) {
            violated(invariant, sentence);
        }
    }

    private void violated(int invariant, String sentence) {
        found.add(Violation.of(invariant, order.id().toString(), sentence));
    }
}
