package io.mizan.gateways.sadad;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.Budget;
import io.mizan.gateways.http.HttpReply;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for all transactions of one attempt: by the numbers that we know, and unless one of them is paid, in SADAD's list
 * of the time since the opening, for the interface finds none by our reference.
 */
final class SadadInquiry {
    private static final int NUMBERS_ASKED = 3;
    private static final int PAGE = 100;
    private static final int PAGES = 3;
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final SadadClient client;
    private final Budget budget;
    private final Map<String, Transaction> found = new LinkedHashMap<>();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    SadadInquiry(SadadClient client) {
        this.client = client;
        this.budget = client.newBudget();
    }

    /** Why nothing can be said; empty if all was answered. */
    Optional<GatewayResult> lookFor(Target target, Instant now) {
        var reference = target.attempt().toString();
        var known = target.allRefs(SadadReader.TRANSACTION);
        for (var number : known.subList(Math.max(0, known.size() - NUMBERS_ASKED), known.size())) {
            var failure = take(client.transaction(number, budget), reference);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return found.values().stream().anyMatch(it -> it.status().isMoney())
                ? Optional.empty()
                : list(target, reference, now);
    }

    /** One transaction by its number, whoever it belongs to. */
    Optional<GatewayResult> lookAt(String number) {
        return take(client.transaction(number, budget), "");
    }

    Collection<Transaction> found() {
        return found.values();
    }

    /** All that was answered, for the evidence. */
    byte[] heard() {
        return heard.toByteArray();
    }

    private Optional<GatewayResult> list(Target target, String reference, Instant now) {
        for (int page = 0; page < PAGES; page++) {
            var asked = client.list(target.openedAt().minus(MARGIN), now.plus(MARGIN), page * PAGE, PAGE, budget);
            var before = heard.size();
            var failure = take(asked, reference);
            if (failure.isPresent()) {
                return failure;
            }
            if (heard.size() == before || lastPage(asked)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean lastPage(SadadClient.Asked asked) {
        return asked instanceof SadadClient.Asked.Answered answered
                && Transaction.all(answered.reply().body()).size() < PAGE;
    }

    /** Keeps those that bear the reference; all if it is empty. */
    private Optional<GatewayResult> take(SadadClient.Asked asked, String reference) {
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
        heard.writeBytes(reply.body());
        List<Transaction> transactions = Transaction.all(reply.body());
        transactions.stream()
                .filter(it -> reference.isEmpty() || it.reference().equals(reference))
                .forEach(it -> found.putIfAbsent(it.number(), it));
        return Optional.empty();
    }

    static GatewayResult refused(HttpReply.Answered reply) {
        return reply.status() == 401
                ? new GatewayResult.Declined(FailureCategory.AUTHENTICATION, "401")
                : GatewayResult.Unknown.ofAnswer("http " + reply.status());
    }
}
