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
import java.util.Arrays;
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
            require(!fact.evidence().isEmpty(), Breach.FACT_WITHOUT_EVIDENCE, name(fact));
            boolean decision = fact.evidence().stream().anyMatch(it -> it.source() == Evidence.Source.DECISION);
            require(
                    decision == fact.attempt().isEmpty(),
                    decision ? Breach.DECISION_ABOUT_ATTEMPT : Breach.FACT_WITHOUT_ATTEMPT,
                    name(fact));
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
            require(entries.size() == 1 && tells(entries.get(0), fact.identity()), Breach.FACT_NOT_AS_TOLD, name(fact));
        }
        require(told.isEmpty(), Breach.TOLD_FACTS_GONE, told.keySet());
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
                        captured.equals(attempt.due()) && captured.isPositive(),
                        Breach.PAID_NOT_AS_DUE,
                        attempt.id(),
                        captured,
                        attempt.due());
                require(
                        attempt.capture() == CaptureMode.MANUAL || attempt.due().equals(order.amount()),
                        Breach.PAID_NOT_AS_ORDERED,
                        attempt.id(),
                        attempt.due(),
                        order.amount());
            }
        }
        boolean anyPaid = order.attempts().stream().anyMatch(it -> it.verdict() == Verdict.PAID);
        require(
                anyPaid == (order.status() == OrderStatus.PAID),
                anyPaid ? Breach.PAYMENT_NOT_COUNTED : Breach.PAID_BY_NOTHING,
                order.status().code());
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
        require(open.size() <= 1, Breach.SEVERAL_OPEN, String.join(" ", open));
        order.openAttempt().ifPresent(named -> {
            var attempt = order.attempts().stream()
                    .filter(it -> it.id().value().equals(named))
                    .findFirst();
            require(attempt.filter(it -> it.open() && !it.superseded()).isPresent(), Breach.OPEN_ATTEMPT_IS_NONE);
        });
    }

    /** Invariant 6: never a second page, which would be a second way to charge. */
    private void oneCheckoutWasOpened(Attempt attempt) {
        var pages = factsOf(attempt, FactKind.CHECKOUT_OPENED)
                .map(Fact.Identity::objectRef)
                .collect(toSet());
        require(pages.size() <= 1, Breach.SEVERAL_PAGES, attempt.id(), pages);
        var kinds = order.references().stream()
                .filter(it -> it.attempt().equals(attempt.id())
                        && pages.contains(it.ref().value()))
                .map(it -> it.ref().kind())
                .collect(toSet());
        long known = order.references().stream()
                .filter(it -> it.attempt().equals(attempt.id())
                        && kinds.contains(it.ref().kind()))
                .count();
        require(known <= 1, Breach.SEVERAL_PAGE_REFERENCES, attempt.id(), known);
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
                state == CommandState.PLANNED || (command.sentAt().isPresent() && command.sends() > 0),
                Breach.NEVER_NOTED_AS_SENT,
                named,
                state);
        if (state == CommandState.DONE) {
            require(
                    command.outcome().isPresent()
                            && command.finishedAt().isPresent()
                            && command.dueAt().isEmpty(),
                    Breach.DONE_WITHOUT_OUTCOME,
                    named);
        } else if (state == CommandState.GIVEN_UP) {
            require(hasCase(CaseKind.COMMAND_GIVEN_UP, command.id().toString()), Breach.GIVEN_UP_WITHOUT_CASE, named);
        } else {
            require(command.dueAt().isPresent(), Breach.WITHOUT_FOLLOW_UP, named, state);
        }
    }

    /** We never ask for more than was authorized, and never for two things at once. */
    private void captureIsCovered(Attempt attempt) {
        var captures = order.commands().stream()
                .filter(it -> it.attempt().equals(attempt.id()) && it.operation() == Operation.CAPTURE)
                .filter(it -> !it.wasDeclined())
                .toList();
        require(
                captures.stream().filter(GatewayCommand::isOutstanding).count() <= 1,
                Breach.SEVERAL_CAPTURES,
                attempt.id());
        var asked = captures.stream()
                .flatMap(it -> it.amount().stream())
                .reduce(Money.zero(attempt.amount().currency()), Money::plus);
        var authorized = factsOf(attempt, FactKind.AUTHORIZED)
                .flatMap(it -> it.amount().stream())
                .filter(it -> it.currency().equals(attempt.amount().currency()))
                .reduce(Money.zero(attempt.amount().currency()), Money::plus);
        require(asked.compareTo(authorized) <= 0, Breach.CAPTURES_NOT_COVERED, attempt.id(), asked, authorized);
    }

    /** Invariant 7: what is not known to be over is asked about until it is. */
    private void whatCanChangeIsAskedAbout() {
        for (var attempt : order.attempts()) {
            boolean known =
                    order.references().stream().anyMatch(it -> it.attempt().equals(attempt.id()));
            require(
                    !attempt.open() || !known || attempt.inquiryDueAt().isPresent(),
                    Breach.NOT_ASKED_ABOUT,
                    attempt.id());
            boolean opening = order.commands().stream()
                    .anyMatch(it -> it.attempt().equals(attempt.id()) && it.operation() == Operation.OPEN_CHECKOUT);
            require(!attempt.open() || opening || known, Breach.OPENED_BY_NOTHING, attempt.id());
        }
        require(
                (order.status() == OrderStatus.PENDING) == order.expiryDueAt().isPresent(),
                order.expiryDueAt().isPresent() ? Breach.EXPIRES_THOUGH_ENDED : Breach.NEVER_EXPIRES,
                order.status().code());
    }

    private void anEndedOrderHoldsNothingOpen() {
        if (order.status() == OrderStatus.CANCELED || order.status() == OrderStatus.EXPIRED) {
            order.attempts().stream()
                    .filter(it -> it.open() && !it.superseded())
                    .forEach(
                            it -> violated(Breach.OPEN_AFTER_END, order.status().code(), it.id()));
        }
    }

    private void ledgerIsBalanced() {
        order.entries().stream()
                .filter(it -> it.sum() != 0)
                .forEach(it -> violated(Breach.ENTRY_NOT_BALANCED, it.sum(), it.currency()));
        same(
                9,
                "",
                Field.BALANCES,
                balances(order.balances()),
                balances(derived.order().balances()));
        var known = order.facts().stream().map(RecordedFact::id).collect(toSet());
        order.entries().stream()
                .filter(it -> !known.contains(it.fact()))
                .forEach(it -> violated(Breach.FOREIGN_POSTING));
        boolean paid = order.status() == OrderStatus.PAID;
        boolean receivable =
                order.balances().stream().anyMatch(it -> it.account().equals(LedgerAccount.RECEIVABLE));
        require(
                paid == receivable,
                receivable ? Breach.POSTED_AS_PAID : Breach.NOT_POSTED_AS_PAID,
                order.status().code());
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
            require(event.seq() == expected, Breach.EVENT_MISSING, expected);
            expected = event.seq() + 1;
        }
        require(expected == order.eventSeq() + 1, Breach.EVENTS_MISCOUNTED, order.eventSeq());
        long paid = order.merchantEvents().stream()
                .map(MerchantEvent::type)
                .filter(MerchantEventType.ORDER_PAID.code()::equals)
                .count();
        require(paid <= 1, Breach.TOLD_SEVERAL_TIMES, paid);
        require(paid > 0 || order.status() != OrderStatus.PAID, Breach.NEVER_TOLD);
    }

    /** Invariant 14: what was worked stands on the timeline, and once. */
    private void callbacksAreWorkedOnce() {
        var told = order.told().stream()
                .filter(StoredOrder.Told::isOfCallback)
                .map(it -> it.words().getOrDefault("event", ""))
                .collect(groupingBy(Function.identity(), counting()));
        order.events().stream()
                .filter(it -> it.state().equals("PROCESSED") && !told.containsKey(it.id()))
                .forEach(it -> violated(Breach.WORKED_WITHOUT_TRACE, it.id()));
        told.forEach((event, times) -> require(times == 1, Breach.WORKED_SEVERAL_TIMES, event, times));
        var heard = order.facts().stream()
                .flatMap(it -> it.evidence().stream())
                .filter(it -> it.source() == Evidence.Source.WEBHOOK)
                .map(Evidence::sourceRef)
                .collect(toSet());
        heard.removeAll(told.keySet());
        require(heard.isEmpty(), Breach.TOLD_BY_UNWORKED, heard);
    }

    private void nothingIsDue(Instant now) {
        order.commands().stream()
                .filter(it -> isDue(it.dueAt(), now))
                .forEach(it ->
                        violated(Breach.COMMAND_NOT_TAKEN_UP, it.operation().code() + " of " + it.attempt()));
        order.attempts().stream()
                .filter(it -> isDue(it.inquiryDueAt(), now))
                .forEach(it -> violated(Breach.INQUIRY_NOT_MADE, it.id()));
        require(!isDue(order.expiryDueAt(), now), Breach.EXPIRY_NOT_LOOKED_AT);
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

    private void require(boolean kept, Breach breach, Object... values) {
        if (!kept) {
            violated(breach, values);
        }
    }

    private void violated(Breach breach, Object... values) {
        found.add(Violation.of(
                order.id().toString(),
                breach,
                Arrays.stream(values).map(String::valueOf).toList()));
    }
}
