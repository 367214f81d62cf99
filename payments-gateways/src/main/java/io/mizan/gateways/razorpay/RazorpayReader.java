package io.mizan.gateways.razorpay;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Redirect;
import io.mizan.gateway.Target;
import io.mizan.gateways.http.UnlistedCodes;
import io.mizan.gateways.http.UnlistedStatuses;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.id.AttemptId;
import io.mizan.secrets.Digests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Reads Razorpay's entities as facts. Pure but for its log: what an entity implies depends on it alone, whoever shows it.
 * One whose status is not listed here implies nothing, and is logged.
 */
final class RazorpayReader {
    private static final Logger LOG = Logger.getLogger(RazorpayReader.class.getName());
    private static final UnlistedCodes UNLISTED_CODES =
            new UnlistedCodes(LOG, Level.WARNING, "razorpay.status.unlisted");

    private final Account account;
    private final Duration holdFor;
    private final Duration brokenAfter;

    RazorpayReader(RazorpaySettings settings) {
        this.account = settings.books();
        this.holdFor = settings.holdFor();
        this.brokenAfter = settings.life().brokenAfter();
    }

    /**
     * What a webhook says. Of a dispute nothing is read: it brings the payment as it once was.
     *
     * @throws IllegalArgumentException if it is not what Razorpay writes
     */
    Callback.Reading event(byte[] body, String proof) {
        var event = JsonDocument.parse(body);
        var type = event.requiredText("event");
        var at = event.epochSecond("created_at");
        var payload = event.object("payload");
        Telling told;
        switch (type) {
            case "payment.authorized", "payment.captured", "payment.failed", "order.paid" -> {
                told = new Telling(at, Optional.empty());
                entity(payload, "order").map(Order::of).ifPresent(told::take);
                told.take(Payment.of(required(payload, "payment")));
            }
            case "refund.created", "refund.processed", "refund.failed" -> {
                told = new Telling(Optional.empty(), at);
                var payment = entity(payload, "payment").map(Payment::of);
                payment.ifPresent(told::take);
                var refund = Refund.of(required(payload, "refund"));
                if (payment.filter(Payment::wentBack).isEmpty()) { // nothing is given back that was never taken
                    told.take(refund);
                }
            }
            default -> {
                return new Callback.Reading.Irrelevant(
                        type.startsWith("payment.dispute.") ? "dispute" : Words.forLog(type));
            }
        }
        var message = new Observation.Message("", Words.forLog(type), Digests.sha256(body), proof);
        return new Callback.Reading.Relevant(mark(payload), told.observation(Optional.empty(), message));
    }

    /**
     * That Razorpay has authorized a payment of our order: whether it was collected, and how much, it does not say.
     *
     * @throws IllegalArgumentException if nothing signed is in it
     */
    Callback.Reading returned(byte[] body, String proof, Target target) {
        var signed = SignedReturn.in(body).orElseThrow(() -> new IllegalArgumentException("nothing signed"));
        var facts = List.of(
                Fact.of(FactKind.CHECKOUT_OPENED, account, signed.order()),
                Fact.of(FactKind.PAYER_APPROVED, account, signed.payment()).with(Fact.ONE_TRY, "true"));
        var refs = List.of(
                new ProviderRef(RazorpayRequests.ORDER, signed.order()),
                new ProviderRef(RazorpayRequests.PAYMENT, signed.payment()));
        var message = new Observation.Message("", "return", Digests.sha256(body), proof);
        return new Callback.Reading.Relevant(
                Optional.of(target.attempt()), new Observation(facts, refs, Optional.empty(), message));
    }

    /** The page of an order, and how long we show the way to it; Razorpay itself never closes it. */
    Observation opened(Order order, Instant payUntil, Redirect page, String asked, String digest) {
        var told = new Telling(Optional.empty(), Optional.empty());
        told.take(order, Optional.of(payUntil));
        return told.observation(Optional.of(page), message(asked, digest));
    }

    /**
     * How an order stands. Razorpay never closes one, so that an attempt is over by inference alone: when its time to pay
     * and that of a page opened in the last moment are past, and there is no payment but such as failed.
     */
    Observation inquired(
            Order order, List<Payment> payments, List<Refund> refunds, Instant openedAt, Instant now, String digest) {
        var told = new Telling(Optional.empty(), Optional.empty());
        told.take(order);
        payments.forEach(told::take);
        refunds.forEach(told::take);
        if (!now.isBefore(openedAt.plus(brokenAfter)) && payments.stream().allMatch(Payment::isOver)) {
            told.neverPaid(order);
        }
        return told.observation(Optional.empty(), message("inquiry", digest));
    }

    Observation seen(List<Order> orders, List<Payment> payments, List<Refund> refunds, String asked, String digest) {
        var told = new Telling(Optional.empty(), Optional.empty());
        orders.forEach(told::take);
        payments.forEach(told::take);
        refunds.forEach(told::take);
        return told.observation(Optional.empty(), message(asked, digest));
    }

    private static Observation.Message message(String asked, String digest) {
        return Observation.Message.answering(asked, digest);
    }

    /** Our mark is on the order as its receipt, and in the notes of whatever else we made. */
    private static Optional<AttemptId> mark(Optional<JsonDocument> payload) {
        return Stream.of("payment", "refund", "order")
                .flatMap(name -> entity(payload, name).stream())
                .flatMap(entity -> Stream.concat(
                        Entities.mark(entity).stream(), entity.text("receipt").flatMap(Entities::attempt).stream()))
                .findFirst();
    }

    private static JsonDocument required(Optional<JsonDocument> payload, String name) {
        return entity(payload, name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    private static Optional<JsonDocument> entity(Optional<JsonDocument> payload, String name) {
        return payload.filter(it -> it.isObject(name))
                .flatMap(it -> it.object(name))
                .flatMap(it -> it.object("entity"));
    }

    /** What was heard so far. */
    private final class Telling {
        private final Optional<Instant> collectedAt;
        private final Optional<Instant> refundedAt;
        private final List<Fact> facts = new ArrayList<>();
        private final Set<ProviderRef> refs = new LinkedHashSet<>();
        private final UnlistedStatuses unlisted = new UnlistedStatuses(UNLISTED_CODES);

        /**
         * Entities tell when they were made and no more; the rest a message says, if there is one.
         *
         * @param collectedAt when a payment was captured that was ours to capture
         * @param refundedAt when a refund came to its end
         */
        Telling(Optional<Instant> collectedAt, Optional<Instant> refundedAt) {
            this.collectedAt = collectedAt;
            this.refundedAt = refundedAt;
        }

        void take(Order order) {
            take(order, Optional.empty());
        }

        void take(Order order, Optional<Instant> payUntil) {
            refs.add(new ProviderRef(RazorpayRequests.ORDER, order.id()));
            var opened = Fact.of(FactKind.CHECKOUT_OPENED, account, order.id()).at(order.createdAt());
            facts.add(payUntil.map(until -> opened.with(Fact.PAY_UNTIL, until.toString()))
                    .orElse(opened));
        }

        void neverPaid(Order order) {
            facts.add(Fact.of(FactKind.CHECKOUT_CLOSED, account, order.id())
                    .withQualifier(FactKind.Closing.EXPIRED.qualifier())
                    .with(Fact.BASIS, "inferred")
                    .with(Fact.RULE, "razorpay_nothing_paid_after_" + brokenAfter.toMinutes() + "m"));
        }

        /** A payment says that there was a page to pay on, and what became of this try. */
        void take(Payment payment) {
            payment.order().ifPresent(order -> {
                refs.add(new ProviderRef(RazorpayRequests.ORDER, order));
                facts.add(Fact.of(FactKind.CHECKOUT_OPENED, account, order));
            });
            refs.add(new ProviderRef(RazorpayRequests.PAYMENT, payment.id()));
            switch (payment.status()) {
                case "created" -> {
                    // the customer is at it
                }
                case "authorized" -> facts.add(authorized(payment));
                case "captured" -> facts.add(captured(payment));
                case "refunded" -> {
                    if (payment.wentBack()) {
                        facts.add(authorized(payment));
                        facts.add(Fact.of(FactKind.AUTHORIZATION_ENDED, account, payment.id())
                                .withQualifier(FactKind.AuthorizationEnd.EXPIRED.qualifier()));
                    } else {
                        facts.add(captured(payment));
                    }
                }
                case "failed" -> facts.add(declined(payment));
                default -> unlisted.tell("payment", payment.status());
            }
        }

        void take(Refund refund) {
            refund.payment().ifPresent(payment -> refs.add(new ProviderRef(RazorpayRequests.PAYMENT, payment)));
            refs.add(new ProviderRef(RazorpayRequests.REFUND, refund.id()));
            switch (refund.status()) {
                case "pending" ->
                    facts.add(refunded(refund, FactKind.Refund.PENDING).at(refund.createdAt()));
                case "processed" ->
                    facts.add(refunded(refund, FactKind.Refund.SUCCEEDED).at(refundedAt));
                case "failed" ->
                    facts.add(refunded(refund, FactKind.Refund.FAILED).at(refundedAt));
                default -> unlisted.tell("refund", refund.status());
            }
        }

        private Fact authorized(Payment payment) {
            var fact = Fact.of(FactKind.AUTHORIZED, account, payment.id())
                    .withAmount(payment.amount())
                    .at(payment.createdAt());
            return payment.createdAt()
                    .filter(made -> payment.manual())
                    .map(made -> fact.with(Fact.VALID_UNTIL, made.plus(holdFor).toString()))
                    .orElse(fact);
        }

        /** What Razorpay collects by itself, it collects when it was authorized. */
        private Fact captured(Payment payment) {
            return Fact.of(FactKind.CAPTURED, account, payment.id())
                    .withAmount(payment.amount())
                    .at(payment.manual() ? collectedAt : payment.createdAt());
        }

        private Fact declined(Payment payment) {
            var reason = RazorpayDeclines.ofPayment(payment.errorCode(), payment.errorReason());
            var fact = Fact.of(FactKind.TRY_DECLINED, account, payment.id())
                    .with(Fact.CATEGORY, reason.category().code())
                    .with(Fact.CODE, reason.code())
                    .at(payment.createdAt());
            return reason.listed() ? fact : fact.with(Fact.UNLISTED, "true");
        }

        private Fact refunded(Refund refund, FactKind.Refund status) {
            return Fact.of(FactKind.REFUND_STATUS, account, refund.id())
                    .withQualifier(status.qualifier())
                    .withAmount(refund.amount());
        }

        Observation observation(Optional<Redirect> page, Observation.Message message) {
            return new Observation(facts, List.copyOf(refs), page, message, unlisted.words());
        }
    }
}
