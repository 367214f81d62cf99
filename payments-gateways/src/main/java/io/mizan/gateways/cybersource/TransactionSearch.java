package io.mizan.gateways.cybersource;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.Outcomes;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for everything that belongs to one payment: by its code, by the ids that we know, and by what those name as theirs,
 * for the search shows a capture or a refund neither by the payment's code nor in the payment itself.
 */
final class TransactionSearch {
    /** More than a payment with all its captures and refunds has; and each is a call. */
    private static final int MOST = 20;

    private final CyberSourceClient client;
    private final Budget budget;
    private final Set<String> named = new HashSet<>();
    private final Map<String, Transaction> found = new LinkedHashMap<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private boolean sawAll = true;

    /**
     * What was seen.
     *
     * @param isAll whether everything that anything led to is in it. What was left out may be a capture, without which an
     *     authorization looks as if nobody had touched it
     */
    record Seen(List<Transaction> transactions, boolean isAll) {}

    TransactionSearch(CyberSourceClient client) {
        this.client = client;
        this.budget = client.newBudget();
    }

    /**
     * @param known ids to look at beside those that are found, for a search is late by some seconds
     * @return why nothing can be said; empty if all was answered
     * @throws IllegalArgumentException if an answer is not what CyberSource writes
     */
    Optional<GatewayResult> lookFor(String code, Collection<String> known, Instant since, Instant now) {
        var reply = client.post(CyberSourceRequests.SEARCHES, CyberSourceRequests.search(code, since, now), budget);
        var failure = failure(reply, false);
        if (failure.isPresent()) {
            return failure;
        }
        if (isNotThere(reply)) {
            return Optional.of(GatewayResult.Unknown.ofAnswer("the search itself was not found"));
        }
        named.addAll(Transaction.found(body(reply)));
        var ids = new ArrayDeque<>(known);
        ids.addAll(named);
        return follow(ids);
    }

    Seen found() {
        return new Seen(List.copyOf(found.values()), sawAll);
    }

    /** Those alone that bear the code, without what they led to. */
    Seen named() {
        return new Seen(
                found.values().stream()
                        .filter(transaction -> named.contains(transaction.id()))
                        .toList(),
                sawAll);
    }

    /** All that was answered, for the evidence. */
    byte[] heard() {
        return heard.toByteArray();
    }

    private Optional<GatewayResult> follow(ArrayDeque<String> ids) {
        while (!ids.isEmpty() && found.size() < MOST) {
            var id = ids.remove();
            if (!found.containsKey(id)) {
                var reply = client.get(CyberSourceRequests.details(id), budget);
                var failure = failure(reply, true);
                if (failure.isPresent()) {
                    return failure;
                }
                transaction(reply)
                        .ifPresentOrElse(
                                transaction -> {
                                    found.put(transaction.id(), transaction);
                                    ids.addAll(transaction.related());
                                },
                                () -> sawAll = false);
            }
        }
        sawAll &= found.keySet().containsAll(ids);
        return Optional.empty();
    }

    private Optional<Transaction> transaction(HttpReply reply) {
        return isNotThere(reply) ? Optional.empty() : Optional.of(Transaction.of(body(reply)));
    }

    private static boolean isNotThere(HttpReply reply) {
        return ((HttpReply.Answered) reply).status() == 404;
    }

    private byte[] body(HttpReply reply) {
        var body = ((HttpReply.Answered) reply).body();
        heard.writeBytes(body);
        return body;
    }

    /** @param mayBeUnknown whether a 404 is an answer: of a transaction that is not seen yet it is, of the search itself not */
    private static Optional<GatewayResult> failure(HttpReply reply, boolean mayBeUnknown) {
        return Outcomes.of(CyberSourceGateway.NAME, reply).or(() -> {
            var answered = (HttpReply.Answered) reply;
            if (answered.isSuccess() || (mayBeUnknown && answered.status() == 404)) {
                return Optional.empty();
            }
            return Optional.of(
                    List.of(401, 403).contains(answered.status())
                            ? new GatewayResult.Declined(
                                    FailureCategory.AUTHENTICATION, Integer.toString(answered.status()))
                            : GatewayResult.Unknown.ofAnswer("http " + answered.status()));
        });
    }
}
