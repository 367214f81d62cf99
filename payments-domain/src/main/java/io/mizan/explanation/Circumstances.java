package io.mizan.explanation;

import static java.util.stream.Collectors.toSet;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.attempt.PaymentState;
import io.mizan.attempt.Verdict;
import io.mizan.casework.CaseKind;
import io.mizan.command.CommandState;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.RecordedFact;
import io.mizan.failure.FailureCategory;
import io.mizan.failure.FailureCategory.RetryAdvice;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.Operation;
import io.mizan.money.Money;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderStatus;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The whole of an order, told in so few words that a test can count every combination of them (invariant 10). What an
 * advice depends on is here; amounts and times only fill it in.
 *
 * @param timeUp whether the order's own time has passed
 * @param surprise the gravest that stands and that nobody has settled
 * @param returned how much of the money is known to have been given back
 * @param merchantCollects whether a bank holds money that the merchant has to collect
 * @param course of the attempt in question; absent before the first
 */
record Circumstances(
        OrderStatus status,
        Fulfilment fulfilment,
        boolean timeUp,
        Surprise surprise,
        Returned returned,
        boolean merchantCollects,
        Optional<Course> course) {

    /** What a person has to settle, the gravest first. */
    enum Surprise {
        CONFLICTING_AMOUNTS(CaseKind.CONFLICTING_FACTS),
        WRONG_CURRENCY_RETURNED(CaseKind.CURRENCY_MISMATCH),
        WRONG_CURRENCY(CaseKind.CURRENCY_MISMATCH),
        PAID_TWICE(CaseKind.DUPLICATE_PAYMENT),
        PAID_TOO_MUCH(CaseKind.AMOUNT_MISMATCH),
        PAID_TOO_LITTLE(CaseKind.AMOUNT_MISMATCH),
        PAID_LATE(CaseKind.LATE_SUCCESS),
        COMMAND_GIVEN_UP(CaseKind.COMMAND_GIVEN_UP),
        TURNED_AWAY(CaseKind.TURNED_AWAY),
        UNDECIDED(CaseKind.UNDECIDED),
        MESSAGE_NOT_READ(CaseKind.DEAD_EVENT),
        NONE(null);

        private final CaseKind kind;

        Surprise(CaseKind kind) {
            this.kind = kind;
        }

        private boolean stands(Picture picture) {
            return switch (this) {
                case NONE -> true;
                case WRONG_CURRENCY_RETURNED -> picture.unsettled(kind) && foreignIsReturned(picture);
                case PAID_TOO_MUCH -> picture.unsettled(kind) && overpaid(picture);
                // the money is real: once the merchant has delivered for it, only the record is left
                case PAID_LATE -> picture.unsettled(kind) && picture.is(Fulfilment.UNFULFILLED);
                default -> picture.unsettled(kind);
            };
        }

        private static boolean overpaid(Picture picture) {
            return picture.attempts().stream().anyMatch(attempt -> attempt.verdict() == Verdict.OVERPAID);
        }

        private static boolean foreignIsReturned(Picture picture) {
            var amount = AmountExplained.of(picture.dossier());
            var currencies = amount.foreign().stream()
                    .map(foreign -> foreign.amount().currency())
                    .collect(toSet());
            return !currencies.isEmpty()
                    && currencies.stream()
                            .allMatch(currency ->
                                    amount.foreign(currency).compareTo(GivenBack.sum(amount.givenBack(), currency))
                                            <= 0);
        }

        static Surprise of(Picture picture) {
            return Arrays.stream(values())
                    .filter(surprise -> surprise.stands(picture))
                    .findFirst()
                    .orElseThrow(); // the last stands always
        }
    }

    /** How much of the money that was collected is known to have been given back. */
    enum Returned {
        NOTHING,
        /** Some, but there is still more than is due, or there never was more. */
        PART,
        /** All that was more than is due, or more than that, will be once what is on its way has arrived. */
        EXCESS_ON_ITS_WAY,
        /** There was more than is due, and what is left is no more than that. */
        EXCESS,
        /** Nothing will be left once what is on its way has arrived. */
        ALL_ON_ITS_WAY,
        ALL;

        private static Returned of(Picture picture) {
            var captured = picture.order().captured();
            if (!captured.isPositive()) {
                return NOTHING;
            }
            var due = picture.attempts().stream()
                    .filter(attempt -> attempt.captured().isPositive())
                    .map(AttemptSnapshot::due)
                    .max(Money::compareTo)
                    .orElse(captured);
            var givenBack = GivenBack.of(picture.dossier());
            var certain = of(captured, due, GivenBack.certain(givenBack, captured.currency()));
            var expected = of(captured, due, GivenBack.sum(givenBack, captured.currency()));
            if (expected == certain) {
                return certain;
            }
            return switch (expected) {
                case ALL -> ALL_ON_ITS_WAY;
                case EXCESS -> EXCESS_ON_ITS_WAY;
                default -> expected;
            };
        }

        private static Returned of(Money captured, Money due, Money givenBack) {
            if (givenBack.isZero()) {
                return NOTHING;
            }
            if (captured.compareTo(givenBack) <= 0) {
                return ALL;
            }
            boolean wasTooMuch = captured.compareTo(due) > 0;
            return wasTooMuch && captured.minus(givenBack).equals(due) ? EXCESS : PART;
        }
    }

    /**
     * How far the attempt in question has come.
     *
     * @param open whether the gateway could still take money for it
     * @param certainty of what was asked of the gateway last
     * @param inquiryOverdue whether the gateway should have been asked long ago
     * @param payTimeOver whether the page's time has passed
     */
    record Course(
            PaymentState state,
            boolean open,
            LastTry lastTry,
            Refusal refusal,
            Browser browser,
            Asked asked,
            Certainty certainty,
            boolean inquiryOverdue,
            boolean payTimeOver) {

        private static final Set<PaymentState> UNDER_WAY =
                Set.of(PaymentState.CREATED, PaymentState.PENDING, PaymentState.REQUIRES_ACTION);

        static Course of(Picture picture, AttemptSnapshot attempt) {
            var command = Asked.command(picture, attempt);
            return new Course(
                    attempt.state(),
                    attempt.open(),
                    LastTry.of(picture, attempt),
                    Refusal.of(picture, attempt),
                    Browser.of(attempt),
                    command.map(Asked::of).orElse(Asked.NOTHING),
                    command.map(Certainty::of).orElse(Certainty.CERTAIN),
                    picture.inquiryOverdue(attempt),
                    picture.payTimeIsOver(attempt));
        }

        boolean asked(Asked what) {
            return asked == what;
        }

        /** Over without an end that is no payment: money came, in another currency. */
        boolean isQuarantined() {
            return !open && UNDER_WAY.contains(state);
        }

        /** The customer could have paid, or has begun to. */
        boolean mayHavePaid() {
            return open && (browser != Browser.NOT_SENT || lastTry != LastTry.NONE);
        }
    }

    /** What the customer's last try on the page came to. */
    enum LastTry {
        NONE,
        DECLINED,
        /** Declined so that no repeat with this card helps. */
        DECLINED_FOR_GOOD,
        CHALLENGED,
        APPROVED,
        /** The money is seen on a network that has not confirmed it. */
        SENT;

        private static LastTry of(Picture picture, AttemptSnapshot attempt) {
            return picture.lastTry(attempt)
                    .map(fact -> switch (fact.identity().kind()) {
                        case CHALLENGE_REQUIRED -> CHALLENGED;
                        case PAYER_APPROVED -> Picture.isSent(fact) ? SENT : APPROVED;
                        default -> retryIsUseless(attempt) ? DECLINED_FOR_GOOD : DECLINED;
                    })
                    .orElse(NONE);
        }

        private static boolean retryIsUseless(AttemptSnapshot attempt) {
            return attempt.lastDecline()
                    .filter(decline -> decline.category().retryAdvice() == RetryAdvice.NOT_USEFUL)
                    .isPresent();
        }
    }

    /** Whether the gateway would not even open a page, or would not take for us what the customer approved on it. */
    enum Refusal {
        NONE,
        /** What we told it was wrong, or it does not let us in: no customer can put that right. */
        OURS,
        /** It was away, or not able to. */
        THEIRS;

        private static final Set<FailureCategory> CAUSED_BY_US =
                Set.of(FailureCategory.VALIDATION, FailureCategory.AUTHENTICATION);

        private static Refusal of(Picture picture, AttemptSnapshot attempt) {
            if (!attempt.open()
                    && picture.lastTry(attempt).filter(Refusal::isOfRequest).isPresent()) {
                return OURS;
            }
            if (!picture.has(attempt, FactKind.CHECKOUT_REFUSED)) {
                return NONE;
            }
            return attempt.lastDecline()
                    .map(decline -> CAUSED_BY_US.contains(decline.category()) ? OURS : THEIRS)
                    .orElse(THEIRS);
        }

        private static boolean isOfRequest(RecordedFact tried) {
            return tried.identity().kind() == FactKind.TRY_DECLINED
                    && tried.fact().detail().containsKey(Fact.REQUEST_REFUSED);
        }
    }

    /** Where the customer's browser was. */
    enum Browser {
        NOT_SENT,
        SENT,
        CAME_BACK;

        private static Browser of(AttemptSnapshot attempt) {
            if (attempt.returnedAt().isPresent()) {
                return CAME_BACK;
            }
            return attempt.disclosedAt().isPresent() ? SENT : NOT_SENT;
        }
    }

    /** What was asked of the gateway and is not answered, as far as it still matters. */
    enum Asked {
        NOTHING,
        /** Once a page is known, a lost answer to its opening no longer matters. */
        TO_OPEN,
        /** One that was given up no longer matters once the facts show how the attempt ended, with all that was asked for. */
        TO_COLLECT,
        /** An attempt that takes no more money needs no closing. */
        TO_END;

        private static Optional<GatewayCommand> command(Picture picture, AttemptSnapshot attempt) {
            return picture.outstanding(attempt, Operation.COMPLETE, Operation.CAPTURE)
                    .filter(command -> command.state() != CommandState.GIVEN_UP
                            || attempt.open()
                            || attempt.verdict() == Verdict.OUTSTANDING)
                    .or(() -> attempt.open()
                            ? picture.outstanding(attempt, Operation.CLOSE, Operation.VOID)
                            : Optional.empty())
                    .or(() -> attempt.open() && attempt.state() == PaymentState.CREATED
                            ? picture.outstanding(attempt, Operation.OPEN_CHECKOUT)
                            : Optional.empty());
        }

        private static Asked of(GatewayCommand command) {
            return switch (command.operation()) {
                case OPEN_CHECKOUT -> TO_OPEN;
                case COMPLETE, CAPTURE -> TO_COLLECT;
                case CLOSE, VOID -> TO_END;
                case REFUND -> NOTHING; // is about money that was collected, and no part of this question
            };
        }
    }

    /** How sure we are of what became of a command. */
    enum Certainty {
        /** Nothing was asked, or what was asked has certainly not been acted on yet. */
        CERTAIN,
        /** It may have happened. */
        UNCERTAIN,
        /** It may have happened, and nothing asks any more of its own accord. */
        GIVEN_UP;

        private static Certainty of(GatewayCommand command) {
            if (command.state() == CommandState.GIVEN_UP) {
                return GIVEN_UP;
            }
            return Picture.mayHaveHappened(command) ? UNCERTAIN : CERTAIN;
        }
    }

    static Circumstances of(Picture picture) {
        return new Circumstances(
                picture.order().status(),
                picture.order().fulfilment(),
                !picture.order().expiresAt().isAfter(picture.now()),
                Surprise.of(picture),
                Returned.of(picture),
                picture.attempts().stream()
                        .anyMatch(attempt ->
                                attempt.state() == PaymentState.AUTHORIZED && attempt.capture() == CaptureMode.MANUAL),
                picture.inQuestion().map(attempt -> Course.of(picture, attempt)));
    }

    boolean is(OrderStatus wanted) {
        return status == wanted;
    }

    boolean is(Fulfilment wanted) {
        return fulfilment == wanted;
    }

    boolean is(Surprise wanted) {
        return surprise == wanted;
    }

    boolean is(Returned wanted) {
        return returned == wanted;
    }

    /** Collected, and counting for the order. */
    boolean moneyCame() {
        return is(OrderStatus.PAID) || is(OrderStatus.PARTIALLY_PAID);
    }

    /** What is left of the money is what was due, or as much of it as somebody decided to keep. */
    boolean paidFor() {
        return is(OrderStatus.PAID) || (is(OrderStatus.PARTIALLY_PAID) && is(Returned.EXCESS));
    }

    /** Money came that does not fit what was due. */
    boolean paidUnevenly() {
        return is(Surprise.PAID_TWICE) || is(Surprise.PAID_TOO_MUCH) || is(Surprise.PAID_TOO_LITTLE);
    }

    /** Money came that does not fit, and what was given back so far does not make it fit. */
    boolean stillUneven(Surprise wanted) {
        return is(wanted) && (is(Returned.NOTHING) || is(Returned.PART));
    }

    boolean returnOnItsWay() {
        return moneyCame()
                && (is(Returned.ALL_ON_ITS_WAY)
                        || (is(Returned.EXCESS_ON_ITS_WAY) && (paidUnevenly() || is(OrderStatus.PARTIALLY_PAID))));
    }
}
