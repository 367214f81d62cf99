package io.mizan.gateways.cybersource;

import static io.mizan.fact.FactKind.AuthorizationEnd;
import static io.mizan.fact.FactKind.Refund;
import static java.util.stream.Collectors.toSet;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.gateway.Observation;
import io.mizan.gateway.Operation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.UnlistedCodes;
import io.mizan.gateways.http.UnlistedStatuses;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Reads what the REST interface answers and shows as facts. Pure. */
final class CyberSourceReader {
    private static final Logger LOG = Logger.getLogger(CyberSourceReader.class.getName());
    private static final UnlistedCodes UNLISTED_CODES =
            new UnlistedCodes(LOG, Level.WARNING, "cybersource.status.unlisted");
    /** The bank said yes and a rule of the merchant's no. */
    private static final CyberSourceCodes.Reason REFUSED_BY_RISK =
            new CyberSourceCodes.Reason(FailureCategory.FRAUD_SUSPECTED, "481", true);

    private final CyberSourceFacts facts;
    private final CyberSourceSettings.Applications applications;
    private final Duration brokenAfter;

    CyberSourceReader(Account account, CyberSourceSettings settings) {
        this.facts = new CyberSourceFacts(account, settings.dealings());
        this.applications = settings.dealings().applications();
        this.brokenAfter = settings.times().life().brokenAfter();
    }

    /**
     * What the transactions of an attempt come to. The page tells nobody when it was left, so that an attempt of which
     * nothing is seen is over by inference alone. An authorization never shows what was taken of it: where not everything
     * was seen, it may be untouched or not, and that is not known.
     */
    GatewayResult inquired(TransactionSearch.Seen seen, Target target, Instant now, Observation.Message message) {
        var transactions = seen.transactions();
        var told = new ArrayList<Fact>();
        var refs = new ArrayList<ProviderRef>();
        transactions.forEach(transaction -> take(transaction, target.attempt(), told, refs));
        if (!seen.isAll() && looksUntouched(told)) {
            return GatewayResult.Unknown.ofAnswer("not every transaction was seen");
        }
        // One that is there and tells nothing may be at the bank still.
        if (seen.isAll()
                && transactions.stream().allMatch(Transaction::wasDeclined)
                && told.stream().noneMatch(fact -> fact.kind() == FactKind.CHECKOUT_CLOSED)
                && target.ref(CyberSourceRequests.PAYMENT).isEmpty()
                && !now.isBefore(target.openedAt().plus(brokenAfter))) {
            told.add(facts.neverPaid(target.attempt(), brokenAfter.toMinutes()));
        }
        return told.isEmpty()
                ? new GatewayResult.NotFound()
                : new GatewayResult.Accepted(new Observation(told, refs, Optional.empty(), message));
    }

    private static boolean looksUntouched(List<Fact> told) {
        var kinds = told.stream().map(Fact::kind).collect(toSet());
        return kinds.contains(FactKind.AUTHORIZED)
                && !kinds.contains(FactKind.CAPTURED)
                && !kinds.contains(FactKind.AUTHORIZATION_ENDED);
    }

    /** What became of a request that alone bears its code. */
    GatewayResult foundOut(
            Operation operation, TransactionSearch.Seen seen, AttemptId attempt, Observation.Message message) {
        var application =
                switch (operation) {
                    case CAPTURE -> Transaction.BILL;
                    case VOID -> applications.reversal();
                    case REFUND -> applications.credit();
                    default -> throw new IllegalArgumentException("nothing to find out of " + operation.code());
                };
        var ran = seen.transactions().stream()
                .filter(transaction -> transaction.ran(application) && !transaction.ran(Transaction.AUTHORIZATION))
                .findFirst();
        if (ran.isEmpty()) {
            return seen.isAll()
                    ? new GatewayResult.NotFound()
                    : GatewayResult.Unknown.ofAnswer("not every transaction was seen");
        }
        if (ran.get().did(application)) {
            var told = new ArrayList<Fact>();
            var refs = new ArrayList<ProviderRef>();
            take(ran.get(), attempt, told, refs);
            return new GatewayResult.Accepted(new Observation(told, refs, Optional.empty(), message));
        }
        var outcome = ran.get().applications().get(application);
        var reason = CyberSourceCodes.ofNumber(outcome.reason());
        return outcome.wasDeclined()
                ? new GatewayResult.Declined(reason.category(), reason.code(), !reason.listed())
                : GatewayResult.Unknown.ofAnswer("failed " + reason.code());
    }

    private void take(Transaction transaction, AttemptId attempt, List<Fact> told, List<ProviderRef> refs) {
        if (transaction.ran(Transaction.AUTHORIZATION)) {
            payment(transaction, attempt, told, refs);
        } else if (transaction.did(Transaction.BILL)) {
            refs.add(new ProviderRef(CyberSourceRequests.CAPTURE, transaction.id()));
            facts.captured(transaction.id(), amount(transaction), transaction.root())
                    .forEach(fact -> told.add(fact.at(transaction.at())));
            voided(transaction, told);
        } else if (transaction.did(applications.credit())) {
            refs.add(new ProviderRef(CyberSourceRequests.REFUND, transaction.id()));
            told.add(facts.refund(transaction.id(), amount(transaction), refundStatus(transaction.status()))
                    .at(transaction.at()));
        } else if (transaction.did(applications.reversal())) {
            told.add(facts.ended(transaction.root(), AuthorizationEnd.VOIDED).at(transaction.at()));
        }
    }

    private void payment(Transaction transaction, AttemptId attempt, List<Fact> told, List<ProviderRef> refs) {
        var authorization = transaction.applications().get(Transaction.AUTHORIZATION);
        if (transaction.status().equals("AUTHORIZED_RISK_DECLINED")) {
            told.addAll(facts.declined(attempt, transaction.id(), REFUSED_BY_RISK, transaction.at()));
        } else if (authorization.worked()) {
            refs.add(new ProviderRef(CyberSourceRequests.PAYMENT, transaction.id()));
            var inReview = transaction.status().endsWith("PENDING_REVIEW");
            told.add((transaction.did(Transaction.BILL)
                            ? facts.captured(transaction.id(), amount(transaction))
                            : facts.authorized(transaction.id(), amount(transaction), inReview))
                    .at(transaction.at()));
            voided(transaction, told);
        } else if (authorization.wasDeclined()) {
            told.addAll(facts.declined(
                    attempt, transaction.id(), CyberSourceCodes.ofNumber(authorization.reason()), transaction.at()));
        }
    }

    /** What was collected and called back before it was settled is money given back, as a whole. */
    private void voided(Transaction transaction, List<Fact> told) {
        if (transaction.did(Transaction.BILL) && transaction.status().equals("VOIDED")) {
            told.add(facts.refund(transaction.id(), amount(transaction), Refund.SUCCEEDED));
        }
    }

    private static Refund refundStatus(String status) {
        return switch (status) {
            case "PENDING" -> Refund.PENDING;
            case "VOIDED", "CANCELLED" -> Refund.CANCELED;
            case "FAILED" -> Refund.FAILED;
            default -> Refund.SUCCEEDED;
        };
    }

    private static Money amount(Transaction transaction) {
        return transaction.amount().orElseThrow(() -> new IllegalArgumentException("a transaction without an amount"));
    }

    /**
     * What an answer to a request comes to. A refusal is a success by HTTP: only the status in it says what was done.
     *
     * @throws IllegalArgumentException if it is not what CyberSource writes
     */
    GatewayResult answered(
            Operation operation, CyberSourceRequests.Content asked, byte[] body, Observation.Message message) {
        var json = JsonDocument.parse(body);
        var status = json.requiredText("status");
        if (status.equals("DECLINED") || status.equals("INVALID_REQUEST")) {
            return declined(json);
        }
        var id = CyberSourceRequests.checked(json.requiredText("id"));
        Optional<List<Fact>> told =
                switch (operation) {
                    case CAPTURE ->
                        isUnderWay(status)
                                ? Optional.of(facts.captured(id, asked.amount(), asked.on()))
                                : Optional.empty();
                    case VOID ->
                        status.equals("REVERSED")
                                ? Optional.of(List.of(facts.ended(asked.on(), AuthorizationEnd.VOIDED)))
                                : Optional.empty();
                    case REFUND ->
                        isUnderWay(status)
                                ? Optional.of(List.of(facts.refund(id, asked.amount(), refundStatus(status))))
                                : Optional.empty();
                    default -> throw new IllegalArgumentException("nothing is answered to " + operation.code());
                };
        var unlisted = new UnlistedStatuses(UNLISTED_CODES);
        if (told.isEmpty()) {
            unlisted.tell(operation.code(), status);
        }
        var at = json.instant("submitTimeUtc");
        return new GatewayResult.Accepted(new Observation(
                told.orElse(List.of()).stream().map(fact -> fact.at(at)).toList(),
                told.isPresent() ? refs(operation, id) : List.of(),
                Optional.empty(),
                message,
                unlisted.words()));
    }

    /** A no in CyberSource's own words; whatever else answers with a 4xx leaves it unknown. */
    GatewayResult refused(HttpReply.Answered reply) {
        if (reply.status() == 401 || reply.status() == 403) {
            return new GatewayResult.Declined(FailureCategory.AUTHENTICATION, Integer.toString(reply.status()));
        }
        return declined(JsonDocument.parse(reply.body()));
    }

    private static GatewayResult declined(JsonDocument json) {
        var word = json.object("errorInformation")
                .flatMap(error -> error.text("reason"))
                .or(() -> json.text("reason"))
                .orElseThrow(() -> new IllegalArgumentException("no reason"));
        var reason = CyberSourceCodes.ofWord(word);
        // Somebody asked for the same before: whether it was done, the search shows.
        return reason.category() == FailureCategory.DUPLICATE
                ? GatewayResult.Unknown.ofAnswer(reason.code())
                : new GatewayResult.Declined(reason.category(), reason.code(), !reason.listed());
    }

    private static boolean isUnderWay(String status) {
        return List.of("PENDING", "TRANSMITTED", "BATCHED").contains(status);
    }

    private static List<ProviderRef> refs(Operation operation, String id) {
        return switch (operation) {
            case CAPTURE -> List.of(new ProviderRef(CyberSourceRequests.CAPTURE, id));
            case REFUND -> List.of(new ProviderRef(CyberSourceRequests.REFUND, id));
            default -> List.of();
        };
    }
}
