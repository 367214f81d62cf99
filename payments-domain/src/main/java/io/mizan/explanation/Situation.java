package io.mizan.explanation;

import io.mizan.attempt.PaymentState;
import io.mizan.explanation.Circumstances.Asked;
import io.mizan.explanation.Circumstances.Browser;
import io.mizan.explanation.Circumstances.Certainty;
import io.mizan.explanation.Circumstances.Course;
import io.mizan.explanation.Circumstances.LastTry;
import io.mizan.explanation.Circumstances.Refusal;
import io.mizan.explanation.Circumstances.Returned;
import io.mizan.explanation.Circumstances.Surprise;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Every situation that an order can be in, with whose turn it is and until when. The first that applies is the one
 * (invariant 10); the order of these lines is the precedence: surprises first, then money, then what is under way. No
 * line is a refuge for what was forgotten: a test counts all circumstances, and each has a line that fits.
 */
public enum Situation {
    CONFLICTING_AMOUNTS(Actor.FINANCE, Deadline.DAY_OF_CASE, c -> c.is(Surprise.CONFLICTING_AMOUNTS)),
    WRONG_CURRENCY_RETURNED(Actor.FINANCE, Deadline.DAY_OF_CASE, c -> c.is(Surprise.WRONG_CURRENCY_RETURNED)),
    WRONG_CURRENCY_DELIVERED(
            Actor.FINANCE, Deadline.DAY_OF_CASE, c -> c.is(Surprise.WRONG_CURRENCY) && c.is(Fulfilment.FULFILLED)),
    WRONG_CURRENCY(Actor.FINANCE, Deadline.DAY_OF_CASE, c -> c.is(Surprise.WRONG_CURRENCY)),
    ALL_RETURNED(
            Actor.FINANCE,
            Deadline.DAY_OF_CASE,
            c -> c.is(Returned.ALL) && (c.paidUnevenly() || c.is(Surprise.PAID_LATE))),
    EXCESS_RETURNED(Actor.FINANCE, Deadline.DAY_OF_CASE, c -> c.is(Returned.EXCESS) && c.paidUnevenly()),
    PAID_TWICE(Actor.FINANCE, Deadline.DAY_OF_CASE, c -> c.stillUneven(Surprise.PAID_TWICE)),
    PAID_TOO_MUCH_DELIVERED(
            Actor.FINANCE,
            Deadline.DAY_OF_CASE,
            c -> c.stillUneven(Surprise.PAID_TOO_MUCH) && c.is(Fulfilment.FULFILLED)),
    PAID_TOO_MUCH(Actor.FINANCE, Deadline.DAY_OF_CASE, c -> c.stillUneven(Surprise.PAID_TOO_MUCH)),
    PAID_TOO_LITTLE_DELIVERED(
            Actor.FINANCE,
            Deadline.DAY_OF_CASE,
            c -> c.stillUneven(Surprise.PAID_TOO_LITTLE) && c.is(Fulfilment.FULFILLED)),
    PAID_TOO_LITTLE(Actor.FINANCE, Deadline.DAY_OF_CASE, c -> c.stillUneven(Surprise.PAID_TOO_LITTLE)),
    PAID_LATE(Actor.MERCHANT, Deadline.DAY_OF_CASE, c -> c.is(Surprise.PAID_LATE) && !c.is(Returned.ALL_ON_ITS_WAY)),
    COMMAND_GIVEN_UP(
            Actor.OPERATOR,
            Deadline.HOUR_OF_GIVING_UP,
            c -> c.is(Surprise.COMMAND_GIVEN_UP) || has(c, a -> a.certainty() == Certainty.GIVEN_UP)),
    TURNED_AWAY(Actor.OPERATOR, Deadline.HOUR_OF_TROUBLE, c -> c.is(Surprise.TURNED_AWAY)),
    UNDECIDED(Actor.OPERATOR, Deadline.HOUR_OF_TROUBLE, c -> c.is(Surprise.UNDECIDED)),
    MESSAGE_NOT_READ(Actor.OPERATOR, Deadline.HOUR_OF_TROUBLE, c -> c.is(Surprise.MESSAGE_NOT_READ)),

    COLLECTING(Actor.MIZAN, Deadline.COMMAND, c -> has(c, a -> a.asked(Asked.TO_COLLECT))),
    RETURN_ON_ITS_WAY(Actor.GATEWAY, Deadline.RETURN, Circumstances::returnOnItsWay),
    RETURNED(Actor.NOBODY, Deadline.NONE, c -> c.moneyCame() && c.is(Returned.ALL)),
    TAKEN_BACK(Actor.FINANCE, Deadline.DAY_OF_DELIVERY, c -> c.moneyCame() && c.is(Fulfilment.REVOKED)),
    DONE(Actor.NOBODY, Deadline.NONE, c -> c.paidFor() && c.is(Fulfilment.FULFILLED)),
    REST_UNDELIVERED(
            Actor.MERCHANT, Deadline.DELIVERY, c -> c.paidFor() && (c.is(Returned.PART) || !c.is(OrderStatus.PAID))),
    PAID_UNDELIVERED(Actor.MERCHANT, Deadline.DELIVERY, c -> c.is(OrderStatus.PAID)),
    PARTLY_PAID_DELIVERED(
            Actor.NOBODY, Deadline.NONE, c -> c.is(OrderStatus.PARTIALLY_PAID) && c.is(Fulfilment.FULFILLED)),
    PARTLY_PAID(Actor.MERCHANT, Deadline.DELIVERY, c -> c.is(OrderStatus.PARTIALLY_PAID)),
    HELD_DELIVERED(
            Actor.MERCHANT,
            Deadline.DAY_OF_DELIVERY,
            c -> c.is(OrderStatus.AUTHORIZED) && c.merchantCollects() && c.is(Fulfilment.FULFILLED)),
    HELD_FOR_CAPTURE(Actor.MERCHANT, Deadline.HOLD, c -> c.is(OrderStatus.AUTHORIZED) && c.merchantCollects()),
    HELD(Actor.GATEWAY, Deadline.HOLD, c -> c.is(OrderStatus.AUTHORIZED)),
    DELIVERED_DECLINED(
            Actor.MERCHANT,
            Deadline.DAY_OF_DELIVERY,
            c -> c.is(Fulfilment.FULFILLED) && open(c, Situation::wasDeclined)),
    DELIVERED_UNDECIDED(
            Actor.SUPPORT, Deadline.DAY_OF_DELIVERY, c -> c.is(Fulfilment.FULFILLED) && has(c, Course::mayHavePaid)),
    DELIVERED_UNPAID(Actor.MERCHANT, Deadline.DAY_OF_DELIVERY, c -> c.is(Fulfilment.FULFILLED)),
    CALLED_OFF(Actor.NOBODY, Deadline.NONE, c -> c.is(OrderStatus.CANCELED)),
    LAPSED(Actor.NOBODY, Deadline.NONE, c -> c.is(OrderStatus.EXPIRED)),

    CLOSING(Actor.MIZAN, Deadline.COMMAND, c -> open(c, a -> a.asked(Asked.TO_END))),
    OPENING_UNKNOWN(
            Actor.MIZAN,
            Deadline.COMMAND,
            c -> open(c, a -> a.asked(Asked.TO_OPEN) && a.certainty() == Certainty.UNCERTAIN)),
    OPENING(Actor.MIZAN, Deadline.COMMAND, c -> open(c, a -> a.asked(Asked.TO_OPEN))),
    INQUIRY_OVERDUE(Actor.OPERATOR, Deadline.INQUIRY, c -> open(c, Course::inquiryOverdue)),
    ON_ITS_WAY(Actor.GATEWAY, Deadline.INQUIRY_DONE, c -> open(c, a -> a.lastTry() == LastTry.APPROVED)),
    UNCONFIRMED(Actor.GATEWAY, Deadline.INQUIRY_DONE, c -> open(c, a -> a.lastTry() == LastTry.SENT)),
    PAGE_TIME_OVER(Actor.MIZAN, Deadline.INQUIRY_DONE, c -> open(c, Course::payTimeOver)),
    CHALLENGED(Actor.CUSTOMER, Deadline.PAGE, c -> open(c, a -> a.lastTry() == LastTry.CHALLENGED)),
    DECLINED_FOR_GOOD(Actor.CUSTOMER, Deadline.PAGE, c -> open(c, a -> a.lastTry() == LastTry.DECLINED_FOR_GOOD)),
    DECLINED_PAGE_OPEN(Actor.CUSTOMER, Deadline.PAGE, c -> open(c, a -> a.lastTry() == LastTry.DECLINED)),
    CAME_BACK_UNDECIDED(Actor.MIZAN, Deadline.INQUIRY_DONE, c -> open(c, a -> a.browser() == Browser.CAME_BACK)),
    PAGE_OPEN(Actor.CUSTOMER, Deadline.PAGE, c -> open(c, a -> a.browser() == Browser.SENT)),
    PAGE_NOT_SHOWN(Actor.CUSTOMER, Deadline.PAGE, c -> open(c, a -> a.browser() == Browser.NOT_SENT)),

    TIME_IS_UP(Actor.MIZAN, Deadline.ORDER_CLOSED, Circumstances::timeUp),
    PAID_IN_WRONG_CURRENCY(Actor.CUSTOMER, Deadline.ORDER, c -> closed(c, Course::isQuarantined)),
    REFUSED_BY_GATEWAY(Actor.OPERATOR, Deadline.HOUR_OF_TROUBLE, c -> closed(c, a -> a.refusal() == Refusal.OURS)),
    GATEWAY_WAS_AWAY(Actor.CUSTOMER, Deadline.ORDER, c -> closed(c, a -> a.refusal() == Refusal.THEIRS)),
    DECLINED(Actor.CUSTOMER, Deadline.ORDER, c -> closed(c, Situation::wasDeclined)),
    PAGE_EXPIRED(Actor.CUSTOMER, Deadline.ORDER, c -> closed(c, a -> a.state() == PaymentState.EXPIRED)),
    PAGE_CANCELED(Actor.CUSTOMER, Deadline.ORDER, c -> closed(c, a -> a.state() == PaymentState.CANCELED)),
    FAILED(Actor.CUSTOMER, Deadline.ORDER, c -> closed(c, a -> true)),
    NOT_STARTED(Actor.CUSTOMER, Deadline.ORDER, c -> c.course().isEmpty());

    private static final List<Situation> ALL = List.of(values());

    private final Actor actor;
    private final Deadline deadline;

    @SuppressWarnings("ImmutableEnumChecker") // a function of its argument alone
    private final Predicate<Circumstances> applies;

    Situation(Actor actor, Deadline deadline, Predicate<Circumstances> applies) {
        this.actor = actor;
        this.deadline = deadline;
        this.applies = applies;
    }

    /** @return empty if somebody forgot a line; never, as the test of invariant 10 shows */
    static Optional<Situation> of(Circumstances circumstances) {
        for (var situation : ALL) {
            if (situation.applies.test(circumstances)) {
                return Optional.of(situation);
            }
        }
        return Optional.empty();
    }

    public Actor actor() {
        return actor;
    }

    Deadline deadline() {
        return deadline;
    }

    Optional<Instant> by(Picture picture) {
        return deadline.of(picture);
    }

    /** The outside form: {@code paid_undelivered}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static boolean has(Circumstances c, Predicate<Course> condition) {
        return c.course().filter(condition).isPresent();
    }

    private static boolean wasDeclined(Course course) {
        return course.lastTry() == LastTry.DECLINED || course.lastTry() == LastTry.DECLINED_FOR_GOOD;
    }

    private static boolean open(Circumstances c, Predicate<Course> condition) {
        return has(c, course -> course.open() && condition.test(course));
    }

    private static boolean closed(Circumstances c, Predicate<Course> condition) {
        return has(c, course -> !course.open() && condition.test(course));
    }
}
