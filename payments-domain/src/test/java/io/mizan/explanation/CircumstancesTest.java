package io.mizan.explanation;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Invariant 10, counted out: every combination of circumstances that can be has its advice. */
class CircumstancesTest {
    private static final boolean[] EITHER = {false, true};

    @Test
    void all_that_can_be_has_exactly_one_advice_and_no_advice_is_in_vain() {
        var given = EnumSet.noneOf(Situation.class);
        var forgotten = new ArrayList<Circumstances>();

        var ordersByState = reachableOrders();
        int reachable = 0;
        for (var course : courses()) {
            for (var order : ordersByState.get(stateOf(course))) {
                var circumstances = with(course, order);
                reachable++;
                Situation.of(circumstances).ifPresentOrElse(given::add, () -> forgotten.add(circumstances));
            }
        }

        assertThat(forgotten).isEmpty();
        assertThat(given).containsExactly(Situation.values());
        assertThat(reachable).isGreaterThan(100_000);
    }

    @Test
    void every_reason_why_something_cannot_be_is_needed() {
        var used = new TreeSet<String>();

        everyCourse(course -> OutOfReach.reason(course).ifPresent(used::add));
        oneOfEachState()
                .forEach(course -> everyOrder(
                        course, order -> OutOfReach.reasonOfOrder(order).ifPresent(used::add)));

        assertThat(used).isEqualTo(OutOfReach.reasons());
    }

    @Test
    void only_where_it_is_nobodys_turn_nothing_runs_out() {
        for (var situation : Situation.values()) {
            assertThat(situation.deadline() == Deadline.NONE)
                    .as(situation.code())
                    .isEqualTo(situation.actor() == Actor.NOBODY);
        }
    }

    private static Optional<PaymentState> stateOf(Optional<Course> course) {
        return course.map(Course::state);
    }

    /** Why an order cannot be asks of an attempt no more than its state, so one attempt stands for all in that state. */
    private static Map<Optional<PaymentState>, List<Circumstances>> reachableOrders() {
        var all = new HashMap<Optional<PaymentState>, List<Circumstances>>();
        for (var course : oneOfEachState()) {
            var orders = new ArrayList<Circumstances>();
            everyOrder(course, order -> {
                if (OutOfReach.reasonOfOrder(order).isEmpty()) {
                    orders.add(order);
                }
            });
            all.put(stateOf(course), orders);
        }
        return all;
    }

    private static Collection<Optional<Course>> oneOfEachState() {
        var byState = new HashMap<Optional<PaymentState>, Optional<Course>>();
        courses().forEach(course -> byState.putIfAbsent(stateOf(course), course));
        return byState.values();
    }

    private static Circumstances with(Optional<Course> course, Circumstances order) {
        return new Circumstances(
                order.status(),
                order.fulfilment(),
                order.timeUp(),
                order.surprise(),
                order.returned(),
                order.merchantCollects(),
                course);
    }

    private static List<Optional<Course>> courses() {
        var all = new ArrayList<Optional<Course>>();
        all.add(Optional.empty());
        everyCourse(course -> {
            if (OutOfReach.reason(course).isEmpty()) {
                all.add(Optional.of(course));
            }
        });
        return all;
    }

    private static void everyOrder(Optional<Course> course, Consumer<Circumstances> seen) {
        for (var status : OrderStatus.values()) {
            for (var fulfilment : Fulfilment.values()) {
                for (var surprise : Surprise.values()) {
                    for (boolean timeUp : EITHER) {
                        for (boolean merchantCollects : EITHER) {
                            for (var returned : Returned.values()) {
                                seen.accept(new Circumstances(
                                        status, fulfilment, timeUp, surprise, returned, merchantCollects, course));
                            }
                        }
                    }
                }
            }
        }
    }

    private static void everyCourse(Consumer<Course> seen) {
        for (var state : PaymentState.values()) {
            for (var lastTry : LastTry.values()) {
                for (var refusal : Refusal.values()) {
                    for (var browser : Browser.values()) {
                        for (var asked : Asked.values()) {
                            for (var certainty : Certainty.values()) {
                                for (int flags = 0; flags < 8; flags++) {
                                    seen.accept(new Course(
                                            state,
                                            (flags & 1) != 0,
                                            lastTry,
                                            refusal,
                                            browser,
                                            asked,
                                            certainty,
                                            (flags & 2) != 0,
                                            (flags & 4) != 0));
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
