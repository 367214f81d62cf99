package io.mizan.explanation;

import static io.mizan.fact.FactKind.AUTHORIZATION_ENDED;
import static io.mizan.fact.FactKind.AUTHORIZED;
import static io.mizan.fact.FactKind.CAPTURED;
import static io.mizan.fact.FactKind.CAPTURED_TOTAL;
import static io.mizan.fact.FactKind.CHALLENGE_REQUIRED;
import static io.mizan.fact.FactKind.CHECKOUT_CLOSED;
import static io.mizan.fact.FactKind.CHECKOUT_REFUSED;
import static io.mizan.fact.FactKind.PAYER_APPROVED;
import static io.mizan.fact.FactKind.TRY_DECLINED;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.PaymentState;
import io.mizan.explanation.Ground.Approved;
import io.mizan.explanation.Ground.CalledBack;
import io.mizan.explanation.Ground.Fulfilled;
import io.mizan.explanation.Ground.Reached;
import io.mizan.fact.Evidence;
import io.mizan.fact.FactKind;
import io.mizan.fact.RecordedFact;
import io.mizan.gateway.Operation;
import io.mizan.order.OrderStatus;
import io.mizan.timeline.TimelineEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The first four of the five answers. */
final class Answers {
    /** What only a customer at the gateway's page can bring about. */
    private static final FactKind[] ACTS_OF_THE_CUSTOMER = {
        TRY_DECLINED, CHALLENGE_REQUIRED, PAYER_APPROVED, AUTHORIZED, CAPTURED, CAPTURED_TOTAL
    };

    private final Picture picture;

    Answers(Picture picture) {
        this.picture = picture;
    }

    Answer<Reached> reached() {
        return firstOf(this::actedThere)
                .or(() -> firstOf(this::cameBack))
                .or(() -> firstOf(this::sentThere))
                .orElseGet(this::neverSent);
    }

    private Optional<Answer<Reached>> actedThere(AttemptSnapshot attempt) {
        var acts = picture.facts(attempt, ACTS_OF_THE_CUSTOMER);
        return Picture.latest(acts)
                .map(last -> new Answer<>(Reached.ACTED_THERE, Picture.time(last), Optional.of(attempt), acts));
    }

    private Optional<Answer<Reached>> cameBack(AttemptSnapshot attempt) {
        return attempt.returnedAt().map(at -> new Answer<>(Reached.CAME_BACK, at, Optional.of(attempt), List.of()));
    }

    private Optional<Answer<Reached>> sentThere(AttemptSnapshot attempt) {
        return attempt.disclosedAt()
                .map(at -> new Answer<>(Reached.SENT_THERE, picture.now(), Optional.of(attempt), List.of()));
    }

    private Answer<Reached> neverSent() {
        var attempt = picture.inQuestion();
        if (picture.orderEnded()) {
            return new Answer<>(Reached.NEVER_SENT, picture.now(), attempt, List.of());
        }
        var refusals =
                attempt.map(asked -> picture.facts(asked, CHECKOUT_REFUSED)).orElse(List.of());
        if (!refusals.isEmpty()) {
            return new Answer<>(Reached.PAGE_REFUSED, picture.now(), attempt, refusals);
        }
        boolean pageUnknown = picture.open().filter(this::openingIsUnknown).isPresent();
        return new Answer<>(
                pageUnknown ? Reached.PAGE_UNKNOWN : Reached.NOT_SENT_YET, picture.now(), attempt, List.of());
    }

    /** Yes by any attempt; else the one by which money is on its way; else the latest that leaves it open; else the latest. */
    Answer<Approved> approved() {
        var byAttempt = picture.latestFirst().map(this::approved).toList();
        return byAttempt.stream()
                .filter(answer -> answer.says() == Says.YES)
                .findFirst()
                .or(() -> picture.inFlight().map(this::approved))
                .or(() -> byAttempt.stream()
                        .filter(answer -> answer.says() != Says.NO)
                        .findFirst())
                .or(() -> byAttempt.stream().findFirst())
                .orElseGet(() -> new Answer<>(
                        picture.orderEnded() ? Approved.NEVER_ASKED : Approved.NOT_ASKED_YET,
                        picture.now(),
                        Optional.empty(),
                        List.of()));
    }

    /** First match wins. */
    private Answer<Approved> approved(AttemptSnapshot attempt) {
        var captures = picture.facts(attempt, CAPTURED, CAPTURED_TOTAL);
        if (!captures.isEmpty()) {
            boolean byBank = captures.stream().anyMatch(fact -> fact.identity().kind() == CAPTURED);
            return resting(byBank ? Approved.COLLECTED : Approved.RECEIVED, attempt, captures);
        }
        var authorizations = picture.facts(attempt, AUTHORIZED);
        if (!authorizations.isEmpty()) {
            return attempt.state() == PaymentState.AUTHORIZED
                    ? resting(Approved.HELD, attempt, authorizations)
                    : resting(Approved.RELEASED, attempt, picture.facts(attempt, AUTHORIZED, AUTHORIZATION_ENDED));
        }
        if (!attempt.open()) {
            return unapprovedAndClosed(attempt);
        }
        return picture.lastTry(attempt)
                .map(last -> resting(afterTry(last), attempt, List.of(last)))
                .orElseGet(() -> untried(attempt));
    }

    private Answer<Approved> unapprovedAndClosed(AttemptSnapshot attempt) {
        if (picture.lastTryIs(attempt, TRY_DECLINED)) {
            return resting(Approved.DECLINED, attempt, picture.facts(attempt, TRY_DECLINED));
        }
        var endings = picture.facts(attempt, CHECKOUT_CLOSED, AUTHORIZATION_ENDED);
        if (!endings.isEmpty()) {
            return resting(Approved.CLOSED_UNPAID, attempt, endings);
        }
        var ground = picture.orderEnded() ? Approved.NEVER_ASKED : Approved.NOT_ASKED_YET;
        return new Answer<>(ground, picture.now(), Optional.of(attempt), picture.facts(attempt, CHECKOUT_REFUSED));
    }

    private static Approved afterTry(RecordedFact last) {
        return switch (last.identity().kind()) {
            case TRY_DECLINED -> Approved.DECLINED_PAGE_OPEN;
            case CHALLENGE_REQUIRED -> Approved.CHALLENGED;
            default -> Picture.isSent(last) ? Approved.SEEN_UNCONFIRMED : Approved.ON_ITS_WAY;
        };
    }

    /** The page is open, as far as we know, and no try of the customer's has been heard of. */
    private Answer<Approved> untried(AttemptSnapshot attempt) {
        if (attempt.disclosedAt().isEmpty()) {
            return new Answer<>(Approved.NOT_ASKED_YET, picture.now(), Optional.of(attempt), List.of());
        }
        var over = attempt.payUntil().filter(picture.now()::isAfter);
        if (over.filter(until -> attempt.inquiredAt().filter(until::isBefore).isEmpty())
                .isPresent()) {
            return new Answer<>(Approved.NOT_TOLD_SINCE, picture.now(), Optional.of(attempt), List.of());
        }
        return attempt.inquiredAt()
                .filter(at -> !picture.inquiryOverdue(attempt))
                .map(at -> new Answer<>(Approved.NOT_PAID_WHEN_ASKED, at, Optional.of(attempt), List.of()))
                .orElseGet(() -> new Answer<>(Approved.NOTHING_HEARD, picture.now(), Optional.of(attempt), List.of()));
    }

    /** About the outcome of the attempt that decides: how do we know it? */
    Answer<CalledBack> calledBack() {
        var deciding = approved().attempt();
        var outcome = deciding.map(this::outcome).orElse(List.of());
        if (outcome.isEmpty()) {
            var hinted = deciding.flatMap(attempt -> hinted(attempt, outcome));
            if (hinted.isPresent()) {
                return new Answer<>(CalledBack.HINTED_ONLY, hinted.get(), deciding, List.of());
            }
            boolean expected = deciding.filter(attempt -> attempt.disclosedAt().isPresent())
                    .isPresent();
            return new Answer<>(
                    expected ? CalledBack.NONE : CalledBack.NOTHING_TO_TELL, picture.now(), deciding, List.of());
        }
        return told(outcome, Evidence.Source.WEBHOOK)
                .map(at -> new Answer<>(CalledBack.WEBHOOK, at, deciding, outcome))
                .or(() -> told(outcome, Evidence.Source.SIGNED_RETURN)
                        .map(at -> new Answer<>(CalledBack.SIGNED_RETURN, at, deciding, outcome)))
                .or(() -> deciding.flatMap(attempt -> hinted(attempt, outcome))
                        .map(at -> new Answer<>(CalledBack.HINTED, at, deciding, outcome)))
                .orElseGet(() -> new Answer<>(CalledBack.INQUIRY_ONLY, picture.now(), deciding, outcome));
    }

    /** The facts that a callback would tell of: those that brought the attempt where it stands. */
    private List<RecordedFact> outcome(AttemptSnapshot attempt) {
        for (var kinds : List.of(
                new FactKind[] {CAPTURED, CAPTURED_TOTAL},
                new FactKind[] {AUTHORIZATION_ENDED},
                new FactKind[] {AUTHORIZED},
                new FactKind[] {CHECKOUT_CLOSED})) {
            var found = picture.facts(attempt, kinds);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return picture.lastTry(attempt).map(List::of).orElse(List.of());
    }

    /** When a message of this kind first told one of them. */
    private static Optional<Instant> told(List<RecordedFact> facts, Evidence.Source source) {
        return facts.stream()
                .flatMap(fact -> fact.evidence().stream())
                .filter(evidence -> evidence.source() == source)
                .map(Evidence::receivedAt)
                .min(Comparator.naturalOrder());
    }

    /**
     * When a message first came that only made us ask. One that came before the outcome, as the gateway dates it, was about
     * something else.
     */
    private Optional<Instant> hinted(AttemptSnapshot attempt, List<RecordedFact> outcome) {
        var happened = outcome.stream()
                .flatMap(fact -> fact.fact().effectiveAt().stream())
                .min(Comparator.naturalOrder());
        return picture.dossier().hints().stream()
                .filter(hint -> hint.attempt().equals(attempt.id()))
                .map(Hint::receivedAt)
                .filter(at -> happened.filter(at::isBefore).isEmpty())
                .min(Comparator.naturalOrder());
    }

    Answer<Fulfilled> fulfilled() {
        var reportedAt = picture.dossier().fulfilmentReport().map(TimelineEntry::at);
        return new Answer<>(fulfilment(), reportedAt.orElse(picture.now()), Optional.empty(), List.of());
    }

    private Fulfilled fulfilment() {
        return switch (picture.order().fulfilment()) {
            case FULFILLED -> Fulfilled.REPORTED;
            case REVOKED -> Fulfilled.TAKEN_BACK;
            case UNFULFILLED -> {
                if (picture.orderEnded()) {
                    yield Fulfilled.NOT_DUE;
                }
                yield picture.is(OrderStatus.PAID) ? Fulfilled.PAID_NOT_REPORTED : Fulfilled.NOT_PAID;
            }
        };
    }

    private boolean openingIsUnknown(AttemptSnapshot attempt) {
        return picture.outstanding(attempt, Operation.OPEN_CHECKOUT)
                .filter(Picture::mayHaveHappened)
                .isPresent();
    }

    private Answer<Approved> resting(Approved ground, AttemptSnapshot attempt, List<RecordedFact> facts) {
        var asOf = Picture.latest(facts).map(Picture::time).orElse(picture.now());
        return new Answer<>(ground, asOf, Optional.of(attempt), facts);
    }

    private <A> Optional<A> firstOf(Function<AttemptSnapshot, Optional<A>> answer) {
        return picture.latestFirst()
                .flatMap(attempt -> answer.apply(attempt).stream())
                .findFirst();
    }
}
