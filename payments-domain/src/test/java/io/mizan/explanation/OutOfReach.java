package io.mizan.explanation;

import io.mizan.attempt.PaymentState;
import io.mizan.explanation.Circumstances.Asked;
import io.mizan.explanation.Circumstances.Certainty;
import io.mizan.explanation.Circumstances.Course;
import io.mizan.explanation.Circumstances.LastTry;
import io.mizan.explanation.Circumstances.Refusal;
import io.mizan.explanation.Circumstances.Returned;
import io.mizan.explanation.Circumstances.Surprise;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderStatus;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Which circumstances cannot be, each with the reason why. */
final class OutOfReach {
    private static final Set<PaymentState> OVER =
            EnumSet.of(PaymentState.CAPTURED, PaymentState.FAILED, PaymentState.CANCELED, PaymentState.EXPIRED);
    private static final Set<PaymentState> UNDER_WAY =
            EnumSet.of(PaymentState.CREATED, PaymentState.PENDING, PaymentState.REQUIRES_ACTION);
    private static final Set<OrderStatus> WITH_MONEY = EnumSet.of(OrderStatus.PAID, OrderStatus.PARTIALLY_PAID);
    private static final Set<Surprise> ABOUT_MONEY =
            EnumSet.of(Surprise.PAID_TWICE, Surprise.PAID_TOO_MUCH, Surprise.PAID_TOO_LITTLE, Surprise.PAID_LATE);

    private static final Map<String, Predicate<Course>> COURSES = courses();
    private static final Map<String, Predicate<Circumstances>> ORDERS = orders();

    private OutOfReach() {}

    static Optional<String> reason(Circumstances circumstances) {
        return circumstances.course().flatMap(OutOfReach::reason).or(() -> first(ORDERS, circumstances));
    }

    static Optional<String> reason(Course course) {
        return first(COURSES, course);
    }

    static Set<String> reasons() {
        var all = new TreeSet<>(COURSES.keySet());
        all.addAll(ORDERS.keySet());
        return all;
    }

    static Optional<String> reasonOfOrder(Circumstances circumstances) {
        return first(ORDERS, circumstances);
    }

    private static <T> Optional<String> first(Map<String, Predicate<T>> reasons, T subject) {
        return reasons.entrySet().stream()
                .filter(reason -> reason.getValue().test(subject))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Map<String, Predicate<Course>> courses() {
        var reasons = new LinkedHashMap<String, Predicate<Course>>();
        reasons.put(
                "an attempt that has ended, or has its money, takes no more",
                course -> course.open() && OVER.contains(course.state()));
        reasons.put(
                "whoever tries to pay has a page to do it on",
                course -> course.state() == PaymentState.CREATED && course.lastTry() != LastTry.NONE);
        reasons.put(
                "a time to pay until comes with a page",
                course -> course.state() == PaymentState.CREATED && course.payTimeOver());
        reasons.put(
                "a page that was refused takes no money", course -> course.refusal() != Refusal.NONE && course.open());
        reasons.put(
                "an attempt whose page was refused is not under way",
                course -> course.refusal() != Refusal.NONE && UNDER_WAY.contains(course.state()));
        reasons.put(
                "a lost answer to the opening matters until a page is known",
                course -> course.asked(Asked.TO_OPEN) && !(course.open() && course.state() == PaymentState.CREATED));
        reasons.put(
                "what takes no more money needs no closing", course -> course.asked(Asked.TO_END) && !course.open());
        reasons.put(
                "what was given up no longer matters once the attempt has ended without money",
                course -> course.certainty() == Certainty.GIVEN_UP
                        && !course.open()
                        && course.state() != PaymentState.CAPTURED);
        reasons.put(
                "where nothing was asked, nothing is uncertain",
                course -> course.asked(Asked.NOTHING) && course.certainty() != Certainty.CERTAIN);
        return reasons;
    }

    private static Map<String, Predicate<Circumstances>> orders() {
        var reasons = new LinkedHashMap<String, Predicate<Circumstances>>();
        reasons.put(
                "money comes through an attempt",
                c -> c.course().isEmpty() && (WITH_MONEY.contains(c.status()) || c.is(OrderStatus.AUTHORIZED)));
        reasons.put(
                "an order with a captured attempt is paid, in part at least",
                c -> !WITH_MONEY.contains(c.status()) && state(c, PaymentState.CAPTURED));
        reasons.put(
                "an order with money held is authorized, if no more",
                c -> !WITH_MONEY.contains(c.status())
                        && !c.is(OrderStatus.AUTHORIZED)
                        && (state(c, PaymentState.AUTHORIZED) || c.merchantCollects()));
        reasons.put(
                "a surprise over money stands only while there is money",
                c -> ABOUT_MONEY.contains(c.surprise()) && !WITH_MONEY.contains(c.status()));
        reasons.put(
                "only money that came is given back", c -> !c.is(Returned.NOTHING) && !WITH_MONEY.contains(c.status()));
        reasons.put(
                "late money that was delivered for is settled",
                c -> c.is(Surprise.PAID_LATE) && !c.is(Fulfilment.UNFULFILLED));
        return reasons;
    }

    private static boolean state(Circumstances c, PaymentState state) {
        return c.course().filter(course -> course.state() == state).isPresent();
    }
}
