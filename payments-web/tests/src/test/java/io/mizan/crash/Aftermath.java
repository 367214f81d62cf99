package io.mizan.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.invariant.InvariantChecker;
import io.mizan.invariant.When;
import io.mizan.testbed.Await;
import io.mizan.testbed.MortalSystem;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is looked at after a crash: the rows, the gateway's own books, and what the customers were answered. */
final class Aftermath {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final MortalSystem system;

    Aftermath(MortalSystem system) {
        this.system = system;
    }

    /** What the dead process left behind, before anything repairs it. */
    List<String> violationsNow() {
        return violations(When.ALWAYS);
    }

    /** Waits until everybody is served and nothing is left to do. */
    void awaitRest(Collection<PersistentCustomer> customers) {
        customers.forEach(
                customer -> Await.that("order " + customer.order() + " to be paid", PATIENCE, customer::isServed));
        var last = new ArrayList<String>();
        try {
            Await.that("nothing to be left to do", PATIENCE, () -> {
                last.clear();
                last.addAll(violations(When.AT_REST));
                return last.isEmpty();
            });
        } catch (AssertionError restless) {
            throw new AssertionError(restless.getMessage() + ": " + String.join("\n", last), restless);
        }
    }

    void assertNothingLostAndNothingTwice(PersistentCustomer customer) {
        customer.repeats();
        assertThat(customer.sessions())
                .as("pages opened for " + customer.order())
                .hasSize(1);
        assertThat(customer.acknowledged())
                .as("messages acknowledged for " + customer.order())
                .allSatisfy(event -> assertThat(stored(event)).isEqualTo(1));
    }

    private List<String> violations(When when) {
        var found = new ArrayList<String>();
        new InvariantChecker(system.rows(), system.vault(), Clock.offset(Clock.systemUTC(), offset()))
                .everything(when, violation -> found.add(violation.toString()));
        return found;
    }

    /** How far the system's clock is ahead of ours. */
    private Duration offset() {
        return Duration.ofMillis(number("SELECT COALESCE(MAX(offset_millis), 0) FROM sandbox_clock"));
    }

    private long stored(String event) {
        return number("SELECT COUNT(*) FROM webhook_event WHERE provider_event_id = ?", event);
    }

    private long number(String query, String... arguments) {
        try (var connection = system.rows().getConnection();
                var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
