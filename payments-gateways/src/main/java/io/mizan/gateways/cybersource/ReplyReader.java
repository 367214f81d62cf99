package io.mizan.gateways.cybersource;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Target;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * Reads what Secure Acceptance says, by the browser or by its server, as facts. Pure. The decision says what happened, the
 * reason only why; what both leave open is asked about.
 */
final class ReplyReader {
    private final CyberSourceFacts facts;

    ReplyReader(Account account, CyberSourceSettings.Dealings dealings) {
        this.facts = new CyberSourceFacts(account, dealings);
    }

    /** What CyberSource's server posted. */
    Callback.Reading posted(SignedReply reply, Observation.Message message) {
        return reply.attempt()
                .map(attempt -> read(reply, attempt, message))
                .orElseGet(() -> new Callback.Reading.Irrelevant("no checkout of ours"));
    }

    /** What the browser brought. One of another amount than was asked for is not believed but asked about. */
    Callback.Reading returned(SignedReply reply, Target target, Observation.Message message) {
        var agrees = reply.asked().equals(target.amount())
                && reply.agreed()
                        .filter(amount -> !amount.equals(target.amount()))
                        .isEmpty();
        return agrees ? read(reply, target.attempt(), message) : hint(target.attempt(), "another_amount");
    }

    private Callback.Reading read(SignedReply reply, AttemptId attempt, Observation.Message message) {
        if (!reply.isPlain()) {
            return hint(attempt, "ambiguous");
        }
        var reason = reply.reason().orElse("");
        return switch (reply.decision()) {
            case "ACCEPT" -> approved(reply, attempt, false, message);
            case "REVIEW" ->
                CyberSourceCodes.isApprovedInReview(reason)
                        ? approved(reply, attempt, true, message)
                        : hint(attempt, "review");
            case "DECLINE" ->
                reason.isEmpty() || CyberSourceCodes.leavesOpen(reason)
                        ? hint(attempt, "declined_or_not")
                        : declined(reply, attempt, message);
            case "ERROR" ->
                CyberSourceCodes.isWrongForm(reason) ? declined(reply, attempt, message) : hint(attempt, "error");
            case "CANCEL" -> told(attempt, List.of(facts.wentBack(attempt).at(reply.at())), List.of(), message);
            default -> hint(attempt, "unlisted_decision");
        };
    }

    /** Without a transaction, a type and an amount that are signed, nothing is believed of it. */
    private Callback.Reading approved(
            SignedReply reply, AttemptId attempt, boolean inReview, Observation.Message message) {
        var transaction = reply.transaction();
        Optional<Money> agreed = reply.agreed();
        var sale = reply.isSale();
        if (transaction.isEmpty() || agreed.isEmpty() || sale.isEmpty()) {
            return hint(attempt, "incomplete");
        }
        var fact = sale.get() && !inReview
                ? facts.captured(transaction.get(), agreed.get())
                : facts.authorized(transaction.get(), agreed.get(), inReview);
        return told(
                attempt,
                List.of(fact.at(reply.at())),
                List.of(new ProviderRef(CyberSourceRequests.PAYMENT, transaction.get())),
                message);
    }

    private Callback.Reading declined(SignedReply reply, AttemptId attempt, Observation.Message message) {
        return told(
                attempt,
                facts.declined(
                        attempt,
                        reply.transaction().orElse(attempt.toString()),
                        CyberSourceCodes.ofNumber(reply.reason().orElseThrow()),
                        Optional.of(reply.at())),
                List.of(),
                message);
    }

    private static Callback.Reading told(
            AttemptId attempt, List<Fact> told, List<ProviderRef> refs, Observation.Message message) {
        return new Callback.Reading.Relevant(
                Optional.of(attempt), new Observation(told, refs, Optional.empty(), message));
    }

    private static Callback.Reading hint(AttemptId attempt, String why) {
        return new Callback.Reading.Hint(Optional.of(attempt), List.of(), why);
    }
}
