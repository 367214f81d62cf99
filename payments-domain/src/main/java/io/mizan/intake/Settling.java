package io.mizan.intake;

import static java.util.stream.Collectors.toMap;

import io.mizan.attempt.PaymentAttempt;
import io.mizan.attempt.Standing;
import io.mizan.attempt.Terms;
import io.mizan.attempt.Verdict;
import io.mizan.casework.CaseKind;
import io.mizan.casework.CaseSnapshot;
import io.mizan.casework.Finding;
import io.mizan.casework.UnlistedCode;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.RecordedFact;
import io.mizan.id.AttemptId;
import io.mizan.order.OrderStatus;
import io.mizan.outbox.MerchantEventType;
import io.mizan.timeline.TimelineKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * What happens when a visitor leaves: the whole set of facts is read, everything derived from it is brought in line, and
 * what follows from it is planned. Reads from top to bottom; all of it is one transaction. Visited twice with nothing
 * new, it changes nothing.
 */
final class Settling {
    private static final String MIZAN = "mizan";
    private static final String GATEWAY = "gateway";

    private final OrderVisit visit;
    private final Journals journals;
    private final List<RecordedFact> facts;
    private final List<GatewayCommand> commands;

    Settling(OrderVisit visit, Journals journals) {
        this.visit = visit;
        this.journals = journals;
        this.facts = visit.facts();
        this.commands = visit.commands();
    }

    void settle() {
        tellNewFacts();
        askAboutUnlistedCodes();
        countTries();
        var derivation = derivation();
        var order = derivation.order();
        var attempts = new LinkedHashMap<PaymentAttempt, Standing>();
        var changed = new HashSet<PaymentAttempt>();
        for (var attempt : visit.attempts()) {
            var derived = derivation.attempts().get(attempt.id());
            attempts.put(attempt, derived.standing());
            if (take(attempt, derived.standing(), derived.terms())) {
                changed.add(attempt);
            }
        }
        post(order);
        var before = visit.order().take(order.status(), order.captured(), visit.now());
        tellStatus(before, order);
        openAndClearCases(derivation.findings());
        tellMerchant(before, order);
        new FollowUps(visit, journals).plan(attempts, order, changed);
    }

    private void tellNewFacts() {
        for (var fact : visit.newFacts()) {
            var actor = fact.fact().account().equals(Account.OURS) ? MIZAN : GATEWAY;
            visit.tell(
                    "fact." + fact.fact().kind().code(),
                    actor,
                    fact.attempt(),
                    Optional.of(fact.id()),
                    words(fact.fact()));
        }
    }

    private void askAboutUnlistedCodes() {
        for (var brought : visit.newFacts()) {
            var detail = brought.fact().detail();
            if (detail.containsKey(Fact.UNLISTED) && brought.attempt().isPresent()) {
                var gateway = visit.attempt(brought.attempt().get()).gateway();
                var category = detail.getOrDefault(Fact.CATEGORY, "");
                journals.cases()
                        .openOnce(UnlistedCode.ofDecline(gateway, detail.getOrDefault(Fact.CODE, ""), category));
            }
        }
    }

    /** What issuers said, for the breaker: each decline, and once for each attempt that they agreed. */
    private void countTries() {
        for (var brought : visit.newFacts()) {
            boolean declined = brought.fact().isDeclineByIssuer();
            if (declined || isFirstAgreement(brought)) {
                journals.tries().add(brought.id(), visit.order().apiKeyId(), declined, visit.now());
            }
        }
    }

    private boolean isFirstAgreement(OrderVisit.NewFact brought) {
        return facts.stream()
                .filter(fact -> fact.attempt().equals(brought.attempt()))
                .filter(fact -> fact.identity().kind() == FactKind.AUTHORIZED
                        || fact.identity().kind() == FactKind.CAPTURED
                        || fact.identity().kind() == FactKind.CAPTURED_TOTAL)
                .findFirst()
                .filter(first -> first.id().equals(brought.id()))
                .isPresent();
    }

    private static Map<String, String> words(Fact fact) {
        var words = new TreeMap<>(fact.detail());
        words.put("object", fact.objectRef());
        if (!fact.qualifier().isEmpty()) {
            words.put("qualifier", fact.qualifier());
        }
        fact.amount().ifPresent(amount -> {
            words.put("amount", amount.toDecimal());
            words.put("currency", amount.currencyCode());
        });
        fact.effectiveAt().ifPresent(at -> words.put("effective_at", at.toString()));
        return words;
    }

    private Derivation derivation() {
        var asked = visit.attempts().stream()
                .map(attempt ->
                        new Derivation.Asked(attempt.id(), attempt.account(), attempt.captureMode(), attempt.amount()))
                .toList();
        return Derivation.of(visit.order().id(), visit.order().amount(), asked, facts, commands);
    }

    /** @return whether state or openness changed */
    private boolean take(PaymentAttempt attempt, Standing standing, Terms terms) {
        boolean wasOpen = attempt.isOpen();
        var before = attempt.take(standing, terms);
        if (!standing.open()) {
            visit.order().release(attempt.id());
        }
        if (before != standing.state()) {
            visit.tell(
                    TimelineKind.ATTEMPT_STATE_CHANGED,
                    MIZAN,
                    Optional.of(attempt.id()),
                    Map.of("from", before.code(), "to", standing.state().code()));
        }
        return before != standing.state() || wasOpen != standing.open();
    }

    /** The difference between the balances that the facts demand and those posted, on account of the newest fact. */
    private void post(OrderStanding order) {
        newestFact().ifPresent(fact -> journals.ledger().post(visit.order().id(), fact, order.balances()));
    }

    private Optional<UUID> newestFact() {
        var brought = visit.newFacts();
        if (!brought.isEmpty()) {
            return Optional.of(brought.get(brought.size() - 1).id());
        }
        return facts.stream()
                .max(Comparator.comparing(RecordedFact::recordedAt).thenComparing(RecordedFact::id))
                .map(RecordedFact::id);
    }

    private void tellStatus(OrderStatus before, OrderStanding order) {
        if (before != order.status()) {
            visit.tell(
                    TimelineKind.ORDER_STATUS_CHANGED,
                    MIZAN,
                    order.accepted(),
                    Map.of("from", before.code(), "to", order.status().code()));
        }
    }

    private void openAndClearCases(List<Finding> findings) {
        var id = visit.order().id();
        var known = journals.cases().ofOrder(id).stream()
                .collect(toMap(open -> key(open.kind(), open.subject()), Function.identity()));
        for (var finding : findings) {
            var open = known.remove(key(finding.kind(), finding.subject()));
            if (open == null) {
                journals.cases().open(Optional.of(id), finding);
                tellCase(TimelineKind.CASE_OPENED, finding.kind(), finding.attempt());
            } else if (journals.cases().renew(open, finding)) {
                tellCase(TimelineKind.CASE_REOPENED, finding.kind(), finding.attempt());
            }
        }
        for (CaseSnapshot past : known.values()) {
            if (past.holds() && isOver(past) && journals.cases().clear(past.kind(), past.subject())) {
                tellCase(TimelineKind.CASE_CLEARED, past.kind(), past.attempt());
            }
        }
    }

    /** Of a case that nothing found calls for. What came of a command no longer matters once nothing can move. */
    private boolean isOver(CaseSnapshot past) {
        if (past.kind() == CaseKind.UNDECIDED) {
            return past.attempt().filter(id -> visit.attempt(id).isOpen()).isEmpty();
        }
        if (past.kind() == CaseKind.COMMAND_GIVEN_UP) {
            // Also while it is being sent once more: until there is an answer nobody knows what came of it.
            return commands.stream()
                    .filter(GatewayCommand::isOutstanding)
                    .filter(command -> mayStillMove(visit.attempt(command.attempt())))
                    .noneMatch(command -> command.id().toString().equals(past.subject()));
        }
        return Derivation.SURPRISES.contains(past.kind());
    }

    /** Money can come, or less than was asked for has: the rest may be on its way. */
    private static boolean mayStillMove(PaymentAttempt attempt) {
        return attempt.isOpen() || attempt.verdict() == Verdict.OUTSTANDING;
    }

    private void tellCase(TimelineKind entry, CaseKind kind, Optional<AttemptId> attempt) {
        visit.tell(entry, MIZAN, attempt, Map.of("case", kind.code()));
    }

    private static String key(CaseKind kind, String subject) {
        return kind + "/" + subject;
    }

    private void tellMerchant(OrderStatus before, OrderStanding order) {
        var events = new ArrayList<MerchantEventType>();
        boolean failed = visit.newFacts().stream().anyMatch(fact -> isFailure(fact.fact()));
        if (failed && order.status() == OrderStatus.PENDING) {
            events.add(MerchantEventType.ORDER_PAYMENT_FAILED);
        }
        if (before != order.status()) {
            if (order.status() == OrderStatus.PAID) {
                events.add(MerchantEventType.ORDER_PAID);
            } else if (order.status() == OrderStatus.EXPIRED) {
                events.add(MerchantEventType.ORDER_EXPIRED);
            }
        }
        for (var type : events) {
            var seq = visit.order().nextEventSeq();
            var payload = MerchantPayload.of(type, seq, visit.order(), order, visit.attempts(), visit.now());
            journals.outbox().record(visit.order().id(), seq, type, payload);
            visit.tell(TimelineKind.MERCHANT_EVENT_RECORDED, MIZAN, order.accepted(), Map.of("type", type.code()));
        }
    }

    private static boolean isFailure(Fact fact) {
        return fact.kind() == FactKind.TRY_DECLINED
                || fact.kind() == FactKind.CHECKOUT_REFUSED
                || (fact.kind() == FactKind.CHECKOUT_CLOSED
                        && fact.qualifier().equals(FactKind.Closing.FAILED.qualifier()));
    }
}
