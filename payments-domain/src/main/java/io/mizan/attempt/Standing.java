package io.mizan.attempt;

import static io.mizan.fact.FactKind.AUTHORIZATION_ENDED;
import static io.mizan.fact.FactKind.AUTHORIZED;
import static io.mizan.fact.FactKind.CAPTURED;
import static io.mizan.fact.FactKind.CAPTURED_TOTAL;
import static io.mizan.fact.FactKind.CHALLENGE_REQUIRED;
import static io.mizan.fact.FactKind.CHECKOUT_CLOSED;
import static io.mizan.fact.FactKind.CHECKOUT_OPENED;
import static io.mizan.fact.FactKind.CHECKOUT_REFUSED;
import static io.mizan.fact.FactKind.PAYER_APPROVED;
import static io.mizan.fact.FactKind.TRY_DECLINED;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.FactKind.AuthorizationEnd;
import io.mizan.fact.FactKind.Closing;
import io.mizan.failure.FailureCategory;
import io.mizan.money.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the set of an attempt's facts amounts to. Pure: no clock, no order of arrival, no previous state (invariant 5).
 *
 * @param authorizedLive promised by issuers, neither ended nor captured
 * @param captured collected in the currency asked for; the least that conflicting facts agree on
 * @param quarantined collected in other currencies, by currency code; counts for nothing
 * @param capturedAt the earliest time that the gateway states for a capture
 * @param open whether the gateway could still take money for it; never the same as "not failed"
 * @param conflicting whether two facts tell different amounts for one thing
 * @param approved whether the customer has agreed and there is nothing more to do on the page
 * @param closed whether the gateway said that it takes no more
 * @param late whether what was collected is a surprise, because the page had ended before it came
 */
public record Standing(
        PaymentState state,
        boolean open,
        Money authorizedLive,
        Money captured,
        Map<String, Money> quarantined,
        Verdict verdict,
        Optional<Decline> lastDecline,
        Optional<Instant> capturedAt,
        Optional<Instant> payUntil,
        boolean conflicting,
        boolean closed,
        boolean late,
        boolean approved) {

    private static final Comparator<Fact> BY_PROVIDER_TIME =
            Comparator.comparing(Standing::time).thenComparing(Fact.CANONICAL);

    /** @param facts of one attempt; a set in all but type, for neither order nor repetition matters */
    public static Standing of(Collection<Fact> facts, Terms terms) {
        return new Reading(facts, terms).standing();
    }

    /** A fact without a provider's time counts as the earliest. */
    private static Instant time(Fact fact) {
        return fact.effectiveAt().orElse(Instant.MIN);
    }

    private static final class Reading {
        private final Map<FactKind, List<Fact>> byKind;
        private final Terms terms;

        Reading(Collection<Fact> facts, Terms terms) {
            this.byKind = Set.copyOf(facts).stream().collect(groupingBy(Fact::kind));
            this.terms = terms;
        }

        Standing standing() {
            var captured = total(capturedPerObject(terms.due().currencyCode()));
            var authorizedLive = authorizedLive();
            return new Standing(
                    state(captured, authorizedLive),
                    open(captured, authorizedLive),
                    authorizedLive,
                    captured,
                    quarantined(),
                    verdict(captured),
                    lastDecline(),
                    moneyIn().flatMap(fact -> fact.effectiveAt().stream()).min(Comparator.naturalOrder()),
                    payUntil(),
                    conflicting(CAPTURED) || conflicting(AUTHORIZED),
                    closed(),
                    late(captured),
                    approved());
        }

        /** First match wins; the order of these lines is the precedence. */
        private PaymentState state(Money captured, Money authorizedLive) {
            if (captured.isPositive()) {
                return PaymentState.CAPTURED;
            }
            if (authorizedLive.isPositive()) {
                return PaymentState.AUTHORIZED;
            }
            if (ended(Closing.CANCELED.qualifier(), AuthorizationEnd.VOIDED.qualifier())) {
                return PaymentState.CANCELED;
            }
            boolean onItsWay = isSentAndOnItsWay();
            if (!onItsWay && ended(Closing.EXPIRED.qualifier(), AuthorizationEnd.EXPIRED.qualifier())) {
                return PaymentState.EXPIRED;
            }
            if (has(CHECKOUT_REFUSED) || (closed() && !onItsWay)) {
                return PaymentState.FAILED;
            }
            if (challengeOutstanding()) {
                return PaymentState.REQUIRES_ACTION;
            }
            return opened() ? PaymentState.PENDING : PaymentState.CREATED;
        }

        private boolean open(Money captured, Money authorizedLive) {
            if (captured.isPositive() || !quarantined().isEmpty() || has(CHECKOUT_REFUSED)) {
                return false; // money came, though perhaps not the money that was asked for
            }
            return authorizedLive.isPositive() || isSentAndOnItsWay() || !(closed() || isLetGo());
        }

        private Verdict verdict(Money captured) {
            if (!captured.isPositive()) {
                return Verdict.NOTHING;
            }
            int compared = captured.compareTo(terms.due());
            if (compared == 0) {
                return Verdict.PAID;
            }
            if (compared > 0) {
                return Verdict.OVERPAID;
            }
            return terms.captureOutstanding() ? Verdict.OUTSTANDING : Verdict.UNDERPAID;
        }

        private Money authorizedLive() {
            var over = all(AUTHORIZATION_ENDED).stream().map(Fact::objectRef).collect(toSet());
            moneyIn().forEach(fact -> over.add(fact.objectRef()));
            var live = new TreeMap<>(leastPerObject(in(terms.due().currencyCode(), all(AUTHORIZED).stream())));
            live.keySet().removeAll(over);
            return total(live);
        }

        private Map<String, Money> quarantined() {
            var foreign = new TreeMap<String, Money>();
            moneyIn()
                    .flatMap(fact -> fact.amount().stream())
                    .map(Money::currencyCode)
                    .filter(currency -> !currency.equals(terms.due().currencyCode()))
                    .distinct()
                    .forEach(currency -> foreign.put(
                            currency,
                            capturedPerObject(currency).values().stream()
                                    .reduce(Money::plus)
                                    .orElseThrow()));
            return Collections.unmodifiableMap(foreign);
        }

        /** Collected, told as movements or as totals. */
        private Stream<Fact> moneyIn() {
            return Stream.concat(all(CAPTURED).stream(), all(CAPTURED_TOTAL).stream());
        }

        /** Of each object the greater of what was told as movements and the highest total that was told. */
        private Map<String, Money> capturedPerObject(String currency) {
            var perObject = new TreeMap<>(leastPerObject(in(currency, all(CAPTURED).stream())));
            in(currency, all(CAPTURED_TOTAL).stream())
                    .forEach(total -> perObject.merge(
                            total.objectRef(), total.amount().orElseThrow(), (a, b) -> a.compareTo(b) >= 0 ? a : b));
            return perObject;
        }

        private Optional<Decline> lastDecline() {
            return all(TRY_DECLINED).stream()
                    .max(BY_PROVIDER_TIME)
                    .or(() -> all(CHECKOUT_REFUSED).stream().max(BY_PROVIDER_TIME))
                    .map(fact -> new Decline(
                            category(fact.detail().get(Fact.CATEGORY)),
                            fact.detail().getOrDefault(Fact.CODE, "")));
        }

        /** A later try of the same page may have been asked to authenticate after an earlier one was declined. */
        private boolean challengeOutstanding() {
            var lastChallenge = latest(CHALLENGE_REQUIRED);
            return lastChallenge.isPresent()
                    && latest(TRY_DECLINED)
                            .filter(at -> !at.isBefore(lastChallenge.get()))
                            .isEmpty()
                    && latest(PAYER_APPROVED)
                            .filter(at -> !at.isBefore(lastChallenge.get()))
                            .isEmpty();
        }

        private boolean approved() {
            return all(PAYER_APPROVED).stream().anyMatch(approval -> !isGivenUp(approval));
        }

        /**
         * Two cards may be tried on one page at once: while the one that was agreed to is under way, the other may be
         * declined.
         */
        private boolean isGivenUp(Fact approval) {
            boolean oneTry = approval.detail().containsKey(Fact.ONE_TRY);
            return Stream.of(TRY_DECLINED, CHALLENGE_REQUIRED)
                            .flatMap(kind -> all(kind).stream())
                            .filter(later -> time(later).isAfter(time(approval)))
                            .anyMatch(later -> !oneTry || later.objectRef().equals(approval.objectRef()))
                    || all(TRY_DECLINED).stream()
                            .filter(decline -> decline.detail().containsKey(Fact.ONE_TRY))
                            .anyMatch(decline -> decline.objectRef().equals(approval.objectRef())
                                    && decline.qualifier().equals(approval.qualifier()));
        }

        /** What was sent arrives although the page's time is over; one that was given up otherwise waits for nothing. */
        private boolean isSentAndOnItsWay() {
            return onlyExpired()
                    && all(PAYER_APPROVED).stream()
                            .filter(approval -> approval.detail().containsKey(Fact.SENT))
                            .anyMatch(approval -> !isGivenUp(approval));
        }

        private boolean late(Money captured) {
            boolean inTime =
                    onlyExpired() && moneyIn().allMatch(fact -> fact.detail().containsKey(Fact.IN_TIME));
            return captured.isPositive() && closed() && !inTime;
        }

        private boolean onlyExpired() {
            return all(CHECKOUT_CLOSED).stream()
                    .allMatch(fact -> fact.qualifier().equals(Closing.EXPIRED.qualifier()));
        }

        private Optional<Instant> payUntil() {
            return all(CHECKOUT_OPENED).stream()
                    .flatMap(fact -> Optional.ofNullable(fact.detail().get(Fact.PAY_UNTIL)).stream())
                    .map(Instant::parse)
                    .max(Comparator.naturalOrder());
        }

        private boolean opened() {
            return has(CHECKOUT_OPENED) || has(PAYER_APPROVED) || has(TRY_DECLINED) || has(CHALLENGE_REQUIRED);
        }

        /** A promise that ended in a collection ends nothing before that is there: it may be on its way. */
        private boolean isLetGo() {
            return all(AUTHORIZATION_ENDED).stream()
                    .anyMatch(fact -> !fact.qualifier().equals(AuthorizationEnd.CAPTURED.qualifier()));
        }

        private boolean closed() {
            return has(CHECKOUT_CLOSED);
        }

        private boolean ended(String closing, String authorizationEnd) {
            return all(CHECKOUT_CLOSED).stream()
                            .anyMatch(fact -> fact.qualifier().equals(closing))
                    || all(AUTHORIZATION_ENDED).stream()
                            .anyMatch(fact -> fact.qualifier().equals(authorizationEnd));
        }

        private boolean has(FactKind kind) {
            return byKind.containsKey(kind);
        }

        private List<Fact> all(FactKind kind) {
            return byKind.getOrDefault(kind, List.of());
        }

        private Optional<Instant> latest(FactKind kind) {
            return all(kind).stream().map(Standing::time).max(Comparator.naturalOrder());
        }

        private static List<Fact> in(String currency, Stream<Fact> facts) {
            return facts.filter(fact -> fact.amount()
                            .filter(amount -> amount.currencyCode().equals(currency))
                            .isPresent())
                    .toList();
        }

        private boolean conflicting(FactKind kind) {
            return all(kind).stream().collect(groupingBy(Fact::objectRef)).values().stream()
                    .anyMatch(
                            facts -> facts.stream().map(Fact::amount).distinct().count() > 1);
        }

        /** Where messages disagree about one object, money in counts at the least of them. */
        private static Map<String, Money> leastPerObject(List<Fact> facts) {
            var least = new TreeMap<String, Money>();
            facts.forEach(fact ->
                    least.merge(fact.objectRef(), fact.amount().orElseThrow(), (a, b) -> a.compareTo(b) <= 0 ? a : b));
            return least;
        }

        private Money total(Map<String, Money> perObject) {
            return perObject.values().stream().reduce(Money.zero(terms.due().currency()), Money::plus);
        }

        private static FailureCategory category(String code) {
            return Arrays.stream(FailureCategory.values())
                    .filter(category -> category.code().equals(code))
                    .findFirst()
                    .orElse(FailureCategory.ISSUER_DECLINED);
        }
    }
}
