package io.mizan.gateways.sadad;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.json.JsonDocument;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks for all transactions of one attempt: by the numbers that we know, and in SADAD's list of the time in which its page
 * could be paid, for the interface finds none by our reference. A page may be paid twice, so that a number that is paid
 * does not spare the list.
 */
final class SadadInquiry {
    private static final int NUMBERS_ASKED = 3;
    private static final int PAGE = 100;
    private static final int PAGES = 20;
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final SadadClient client;
    private final Duration listed;
    private final Budget budget;
    private final Map<String, Transaction> found = new LinkedHashMap<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    /** @param listed how long after an opening its transactions are looked for in the list */
    SadadInquiry(SadadClient client, Duration listed) {
        this.client = client;
        this.listed = listed;
        this.budget = client.newBudget();
    }

    /** Why nothing can be said; empty if all was answered, or enough to tell of money. */
    Optional<GatewayResult> lookFor(Target target, Instant now) {
        var reference = target.attempt().toString();
        var known = target.allRefs(SadadReader.TRANSACTION);
        for (var number : known.subList(Math.max(0, known.size() - NUMBERS_ASKED), known.size())) {
            var failure = lookAt(number, row -> Transaction.isOf(row, reference));
            if (failure.isPresent()) {
                return failure;
            }
        }
        var failure = list(target, reference, now);
        return isPaid() ? Optional.empty() : failure;
    }

    /** One transaction by its number, whoever it belongs to. */
    Optional<GatewayResult> lookAt(String number) {
        return lookAt(number, row -> true);
    }

    Collection<Transaction> found() {
        return found.values();
    }

    /** All that was answered, for the evidence. */
    byte[] heard() {
        return heard.toByteArray();
    }

    private boolean isPaid() {
        return found.values().stream().anyMatch(it -> it.status().isMoney());
    }

    /** 404 is what SADAD answers for a number that it does not know. */
    private Optional<GatewayResult> lookAt(String number, Predicate<JsonDocument> wanted) {
        var asked = client.transaction(number, budget);
        if (asked instanceof SadadClient.Asked.InVain inVain) {
            return Optional.of(inVain.why());
        }
        var reply = ((SadadClient.Asked.Answered) asked).reply();
        if (reply.status() == 404) {
            return Optional.empty();
        }
        if (!reply.isSuccess()) {
            return Optional.of(refused(reply));
        }
        take(rows(reply), wanted);
        return Optional.empty();
    }

    /** That nobody paid may be inferred from the whole list alone: not from a part of it, nor from there being none. */
    private Optional<GatewayResult> list(Target target, String reference, Instant now) {
        var from = target.openedAt().minus(MARGIN);
        var last = target.openedAt().plus(listed);
        var to = (now.isBefore(last) ? now : last).plus(MARGIN);
        for (int page = 0; page < PAGES; page++) {
            var asked = client.list(from, to, page * PAGE, PAGE, budget);
            if (asked instanceof SadadClient.Asked.InVain inVain) {
                return Optional.of(inVain.why());
            }
            var reply = ((SadadClient.Asked.Answered) asked).reply();
            if (!reply.isSuccess()) {
                return Optional.of(refused(reply));
            }
            var rows = rows(reply);
            take(rows, row -> Transaction.isOf(row, reference));
            if (rows.size() < PAGE) {
                return Optional.empty();
            }
        }
        return Optional.of(GatewayResult.Unknown.ofAnswer("list too long"));
    }

    private List<JsonDocument> rows(HttpReply.Answered reply) {
        heard.writeBytes(reply.body());
        return Transaction.rows(reply.body());
    }

    private void take(List<JsonDocument> rows, Predicate<JsonDocument> wanted) {
        rows.stream()
                .filter(wanted)
                .map(Transaction::of)
                .forEach(transaction -> found.putIfAbsent(transaction.number(), transaction));
    }

    private static GatewayResult refused(HttpReply.Answered reply) {
        return reply.status() == 401
                ? new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "401")
                : GatewayResult.Unknown.ofAnswer("http " + reply.status());
    }
}
