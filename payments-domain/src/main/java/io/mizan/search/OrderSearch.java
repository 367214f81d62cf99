package io.mizan.search;

import static java.util.stream.Collectors.joining;

import io.mizan.command.Commands;
import io.mizan.customer.People;
import io.mizan.id.AttemptId;
import io.mizan.id.CaseId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import io.mizan.order.Fulfilment;
import io.mizan.order.OrderStatus;
import io.mizan.sql.Row;
import io.mizan.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Finds orders. */
@ApplicationScoped
public class OrderSearch {
    private static final int MOST_FOUND = 50;
    private static final int LONGEST_TERM = 255;
    private static final String SURPRISING =
            "(EXISTS (SELECT 1 FROM exception_case c WHERE c.order_id = o.id AND c.state <> 'RESOLVED' AND c.holds)"
                    + " OR EXISTS (SELECT 1 FROM gateway_command g WHERE g.order_id = o.id AND "
                    + Commands.OUTCOME_UNKNOWN + "))";
    /** The same orders, found by what surprises: each branch goes by an index, and no other order is read. */
    private static final String SURPRISING_ONLY =
            " JOIN (SELECT order_id FROM exception_case WHERE state IN ('OPEN', 'ASSIGNED') AND holds"
                    + " UNION SELECT order_id FROM gateway_command WHERE " + Commands.OUTCOME_UNKNOWN
                    + ") surprised ON surprised.order_id = o.id";

    /**
     * Of what has a worker and is past its time, and of what is taken up in time and fails each time: each branch goes by an
     * index of when it was due, and only that is read.
     */
    private static final List<String> OVERDUE = List.of(
            "SELECT order_id FROM payment_attempt WHERE inquiry_due_at <= ?",
            "SELECT order_id FROM payment_attempt WHERE inquiry_due_since <= ? AND inquiry_due_at IS NOT NULL",
            "SELECT order_id FROM gateway_command WHERE due_at <= ?",
            "SELECT order_id FROM gateway_command WHERE due_since <= ? AND due_at IS NOT NULL",
            "SELECT id AS order_id FROM orders WHERE expiry_due_at <= ?",
            "SELECT id AS order_id FROM orders WHERE expiry_due_since <= ? AND expiry_due_at IS NOT NULL");

    /** A worker that is this late has stopped, has far too much to do, or fails each time. */
    private static final Duration OVERDUE_AFTER = Duration.ofMinutes(5);

    private static final String COLUMNS =
            "SELECT o.id, o.reference, o.amount_minor, o.captured_minor, o.currency, o.status, o.fulfilment,"
                    + " o.created_at, " + SURPRISING + " AS surprising FROM orders o";

    private final Sql sql;
    private final People people;
    private final Clock clock;

    /** For the proxy of the container only. */
    protected OrderSearch() {
        this(null, null, null);
    }

    @Inject
    public OrderSearch(Sql sql, People people, Clock clock) {
        this.sql = sql;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The orders that a person can mean by {@code term}: an id of ours (order, attempt or case), the merchant's
     * reference, the customer's e-mail address, or any id of a provider. Whole terms only; newest first, at most 50.
     */
    public List<OrderRow> find(String term) {
        var wanted = term.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_TERM) {
            return List.of();
        }
        if (wanted.contains("@")) {
            return byPeople(people.byEmail(wanted));
        }
        // Each branch of the union goes by an index; an OR of the same conditions would read every order.
        return list(
                " JOIN (SELECT id FROM orders WHERE id = ?"
                        + " UNION SELECT id FROM orders WHERE reference = ?"
                        + " UNION SELECT order_id FROM payment_attempt WHERE id = ?"
                        + " UNION SELECT order_id FROM exception_case WHERE id = ?"
                        + " UNION SELECT order_id FROM provider_ref WHERE ref = ?) meant ON meant.id = o.id",
                List.of(
                        id(wanted, text -> OrderId.fromString(text).value()),
                        wanted,
                        id(wanted, text -> AttemptId.fromString(text).value()),
                        id(wanted, text -> CaseId.fromString(text).value()),
                        wanted),
                MOST_FOUND);
    }

    /** Newest first, by id, which sorts by time. */
    public List<OrderRow> page(OrderListQuery query) {
        var conditions = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        var only = "";
        switch (query.only()) {
            case ANY -> {}
            case SURPRISING -> only = SURPRISING_ONLY;
            case OVERDUE -> {
                only = " JOIN (" + String.join(" UNION ", OVERDUE) + ") overdue ON overdue.order_id = o.id";
                arguments.addAll(sinceWhen());
            }
        }
        query.status().ifPresent(status -> {
            conditions.add("o.status = ?");
            arguments.add(status);
        });
        query.after().ifPresent(after -> {
            conditions.add("o.id < ?");
            arguments.add(after.value());
        });
        var where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return list(only + where, arguments, query.limit());
    }

    /**
     * How many orders wait for work of ours that is overdue: an inquiry, a request that is to be sent, or being closed.
     *
     * @param most where counting stops; of each kind of work no more rows than this are read
     */
    public int countOverdue(int most) {
        var each = OVERDUE.stream()
                .map(branch -> "(" + branch + " LIMIT " + most + ")")
                .collect(joining(" UNION "));
        return sql.list(
                        "SELECT order_id FROM (" + each + ") overdue LIMIT " + most,
                        row -> row.id("order_id"),
                        sinceWhen().toArray())
                .size();
    }

    private List<Object> sinceWhen() {
        return Collections.nCopies(OVERDUE.size(), clock.instant().minus(OVERDUE_AFTER));
    }

    private List<OrderRow> byPeople(List<UUID> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var marks = String.join(", ", Collections.nCopies(found.size(), "?"));
        return list(" WHERE o.person_id IN (" + marks + ")", List.copyOf(found), MOST_FOUND);
    }

    private List<OrderRow> list(String conditions, List<Object> arguments, int limit) {
        return sql.list(
                COLUMNS + conditions + " ORDER BY o.id DESC LIMIT " + limit, OrderSearch::read, arguments.toArray());
    }

    /** Absent, and so equal to nothing, unless the text is an id of that kind. */
    private static Optional<UUID> id(String text, Function<String, UUID> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (IllegalArgumentException notOfThisKind) {
            return Optional.empty();
        }
    }

    private static OrderRow read(Row row) throws SQLException {
        return new OrderRow(
                new OrderId(row.id("id")),
                row.text("reference"),
                Money.ofMinor(row.number("amount_minor"), row.text("currency")),
                Money.ofMinor(row.number("captured_minor"), row.text("currency")),
                OrderStatus.valueOf(row.text("status")),
                Fulfilment.valueOf(row.text("fulfilment")),
                row.instant("created_at"),
                row.flag("surprising"));
    }
}
