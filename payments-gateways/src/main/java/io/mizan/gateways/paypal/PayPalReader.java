package io.mizan.gateways.paypal;

import io.mizan.fact.Account;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.FactKind.AuthorizationEnd;
import io.mizan.fact.FactKind.Closing;
import io.mizan.gateway.Callback;
import io.mizan.gateway.Observation;
import io.mizan.gateway.ProviderRef;
import io.mizan.gateway.Redirect;
import io.mizan.gateways.http.HttpReply;
import io.mizan.gateways.http.UnlistedCodes;
import io.mizan.gateways.http.UnlistedStatuses;
import io.mizan.gateways.http.Words;
import io.mizan.gateways.json.JsonDocument;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import io.mizan.secrets.Digests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Turns PayPal's documents into facts. Pure: the same bytes give the same reading.
 *
 * <p>How the money stands is told by captures and authorizations and never by the order, which is {@code COMPLETED} even
 * if its capture is pending or was declined (Orders v2, "Show order details").
 */
final class PayPalReader {
    private static final Logger LOG = Logger.getLogger(PayPalReader.class.getName());
    private static final UnlistedCodes UNLISTED_CODES = new UnlistedCodes(LOG, Level.WARNING, "paypal.status.unlisted");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,60}");
    /** An answer's own time is told in whole seconds; what it answers was approved before its end. */
    private static final Duration REST_OF_A_SECOND = Duration.ofMillis(999);

    private final Account account;
    private final Duration payFor;

    /** @param payFor how long an order can be approved, which PayPal's documents do not show */
    PayPalReader(Account account, Duration payFor) {
        this.account = account;
        this.payFor = payFor;
    }

    /**
     * What a genuine message says.
     *
     * @throws IllegalArgumentException if it is not what PayPal writes
     */
    Callback.Reading event(byte[] body, String proof) {
        var event = JsonDocument.parse(body);
        var type = event.requiredText("event_type");
        var told = new Telling(new Observation.Message(
                Words.nameForLog(event.text("id").orElse("")), Words.forLog(type), Digests.sha256(body), proof));
        var resource = event.requiredObject("resource");
        switch (type) {
            case "CHECKOUT.ORDER.APPROVED", "CHECKOUT.ORDER.COMPLETED", "CHECKOUT.ORDER.VOIDED" ->
                order(resource, event.instant("create_time"), told);
            case "CHECKOUT.PAYMENT-APPROVAL.REVERSED" -> approvalReversed(resource, told);
            case "PAYMENT.AUTHORIZATION.CREATED", "PAYMENT.AUTHORIZATION.VOIDED", "PAYMENT.AUTHORIZATION.DENIED" ->
                authorization(resource, Optional.empty(), told);
            case "PAYMENT.CAPTURE.COMPLETED",
                    "PAYMENT.CAPTURE.PENDING",
                    "PAYMENT.CAPTURE.DECLINED",
                    "PAYMENT.CAPTURE.DENIED" -> capture(resource, Above.of(resource), told);
            case "PAYMENT.CAPTURE.REFUNDED", "PAYMENT.REFUND.PENDING", "PAYMENT.REFUND.FAILED" ->
                refund(resource, told);
            case "PAYMENT.CAPTURE.REVERSED",
                    "CUSTOMER.DISPUTE.CREATED",
                    "CUSTOMER.DISPUTE.UPDATED",
                    "CUSTOMER.DISPUTE.RESOLVED",
                    "RISK.DISPUTE.CREATED" -> {
                return new Callback.Reading.Irrelevant("dispute");
            }
            default -> {
                return new Callback.Reading.Irrelevant(Words.forLog(type));
            }
        }
        return new Callback.Reading.Relevant(mark(resource), told.observation());
    }

    /**
     * The order that PayPal answered with.
     *
     * @throws IllegalArgumentException if it is none
     */
    Observation order(HttpReply.Answered answer, String asked) {
        var told = new Telling(message(answer, asked));
        order(JsonDocument.parse(answer.body()), Optional.empty(), told);
        return told.observation();
    }

    /** @param authorization that was captured */
    Observation capture(HttpReply.Answered answer, String authorization, String asked) {
        var told = new Telling(message(answer, asked));
        var capture = JsonDocument.parse(answer.body());
        capture(capture, new Above(Above.of(capture).order(), Optional.of(authorization)), told);
        return told.observation();
    }

    Observation authorization(HttpReply.Answered answer, String asked) {
        var told = new Telling(message(answer, asked));
        var authorization = JsonDocument.parse(answer.body());
        authorization(authorization, Above.of(authorization).order(), told);
        return told.observation();
    }

    /** @param capture that was refunded */
    Observation refund(HttpReply.Answered answer, String capture, String asked) {
        var told = new Telling(message(answer, asked));
        refund(JsonDocument.parse(answer.body()), told);
        told.ref(PayPalRequests.CAPTURE, capture);
        return told.observation();
    }

    /**
     * A payer's means were refused when we completed the order: one try, told by nobody else.
     *
     * @param attempted the key of our completing, which tells one try from the next
     * @param now counts where the answer does not say its time: without one it would seem to come before the approval,
     *     which would then be completed again and for ever
     */
    Observation declined(
            HttpReply.Answered answer,
            String order,
            String attempted,
            Instant now,
            PayPalDeclines.Reason reason,
            String asked) {
        var told = new Telling(message(answer, asked));
        told.add(
                Fact.of(FactKind.TRY_DECLINED, account, order)
                        .withQualifier(Words.name(attempted))
                        .at(Optional.of(answeredAt(answer, now))),
                reason);
        told.ref(PayPalRequests.ORDER, order);
        told.redirect = PayPalError.in(answer).redirect().map(Redirect::to);
        return told.observation();
    }

    /**
     * The payer must prove who he is before the order can be completed; nothing was declined. He does so by approving
     * again.
     *
     * @param attempted the key of our completing, as for {@link #declined}
     * @param now as there
     */
    Observation challenged(HttpReply.Answered answer, String order, String attempted, Instant now, String asked) {
        var told = new Telling(message(answer, asked));
        told.add(Fact.of(FactKind.CHALLENGE_REQUIRED, account, order)
                .withQualifier(Words.name(attempted))
                .at(Optional.of(answeredAt(answer, now))));
        told.ref(PayPalRequests.ORDER, order);
        told.redirect = PayPalError.in(answer).redirect().map(Redirect::to);
        return told.observation();
    }

    /**
     * PayPal does not take what the payer approved, and it is not for the payer to mend that: he would approve the same order
     * again and again. What we do not complete takes no money, so this page is done with and another attempt may begin.
     *
     * @param attempted as for {@link #declined}
     * @param now as there
     */
    Observation notTaken(
            HttpReply.Answered answer,
            String order,
            String attempted,
            Instant now,
            PayPalDeclines.Reason reason,
            String asked) {
        var told = new Telling(message(answer, asked));
        told.add(
                Fact.of(FactKind.TRY_DECLINED, account, order)
                        .withQualifier(Words.name(attempted))
                        .with(Fact.REQUEST_REFUSED, "true")
                        .at(Optional.of(answeredAt(answer, now))),
                reason);
        told.add(closed(order, Closing.FAILED).with(Fact.BASIS, "inferred").with(Fact.RULE, "completion_refused"));
        told.ref(PayPalRequests.ORDER, order);
        return told.observation();
    }

    private static Instant answeredAt(HttpReply.Answered answer, Instant now) {
        return answer.date().map(second -> second.plus(REST_OF_A_SECOND)).orElse(now);
    }

    /**
     * The page of an order takes no money any more.
     *
     * @param rule by which the adapter infers it; empty if PayPal says so
     */
    Observation closed(HttpReply.Answered answer, String order, Closing how, Optional<String> rule, String asked) {
        var told = new Telling(message(answer, asked));
        told.add(rule.map(it -> closed(order, how).with(Fact.BASIS, "inferred").with(Fact.RULE, it))
                .orElseGet(() -> closed(order, how)));
        told.ref(PayPalRequests.ORDER, order);
        return told.observation();
    }

    static boolean isCompleted(HttpReply.Answered order) {
        return JsonDocument.parse(order.body()).requiredText("status").equals("COMPLETED");
    }

    /** It was completed, or will never be. */
    static boolean isOver(HttpReply.Answered order) {
        return isCompleted(order)
                || JsonDocument.parse(order.body()).requiredText("status").equals("VOIDED");
    }

    private static Observation.Message message(HttpReply.Answered answer, String asked) {
        return Observation.Message.answering(
                asked, answer.header("Paypal-Debug-Id").map(Words::forLog).orElse(""), Digests.sha256(answer.body()));
    }

    /**
     * @param heard when PayPal told of it by itself. Not every order shows when it changed, and without a time a second
     *     approval cannot be told from the first, and would never be completed
     */
    private void order(JsonDocument order, Optional<Instant> heard, Telling told) {
        var id = id(order);
        var created = order.instant("create_time");
        var opened = Fact.of(FactKind.CHECKOUT_OPENED, account, id).at(created);
        told.add(created.map(at -> opened.with(Fact.PAY_UNTIL, at.plus(payFor).toString()))
                .orElse(opened));
        told.ref(PayPalRequests.ORDER, id);
        var status = order.requiredText("status");
        switch (status) {
            case "CREATED", "SAVED", "PAYER_ACTION_REQUIRED" ->
                told.redirect = PayPalLinks.payerAction(order).map(Redirect::to);
            case "APPROVED" ->
                told.add(approved(id, order.instant("update_time").or(() -> heard)));
            case "COMPLETED" -> {
                // its payments tell
            }
            case "VOIDED" -> told.add(closed(id, Closing.CANCELED).at(order.instant("update_time")));
            default -> told.unlisted.tell(PayPalRequests.ORDER, status);
        }
        order.objects("purchase_units").stream()
                .flatMap(unit -> unit.object("payments").stream())
                .forEach(payments -> payments(payments, id, told));
    }

    private void payments(JsonDocument payments, String order, Telling told) {
        var authorizations = payments.objects("authorizations");
        authorizations.forEach(it -> authorization(it, Optional.of(order), told));
        // An order of ours has one purchase unit, and so one authorization; a capture here does not name it.
        var only = Optional.of(authorizations).filter(all -> all.size() == 1).map(all -> id(all.get(0)));
        payments.objects("captures").forEach(it -> capture(it, new Above(Optional.of(order), only), told));
        payments.objects("refunds").forEach(it -> refund(it, told));
    }

    private void approvalReversed(JsonDocument resource, Telling told) {
        var order =
                checked(resource.text("order_id").or(() -> resource.text("id")).orElse(""));
        told.ref(PayPalRequests.ORDER, order);
        told.add(closed(order, Closing.EXPIRED));
    }

    private void authorization(JsonDocument authorization, Optional<String> above, Telling told) {
        var id = id(authorization);
        var order = above.or(() -> Above.of(authorization).order());
        order.ifPresent(it -> told.ref(PayPalRequests.ORDER, it));
        told.ref(PayPalRequests.AUTHORIZATION, id);
        var status = authorization.requiredText("status");
        switch (status) {
            case "PENDING" ->
                told.add(Fact.of(FactKind.PAYER_APPROVED, account, id).at(created(authorization)));
            case "CREATED", "PARTIALLY_CAPTURED" -> told.add(authorized(authorization, id));
            case "CAPTURED" -> {
                told.add(authorized(authorization, id));
                told.add(ended(id, AuthorizationEnd.CAPTURED));
            }
            case "VOIDED", "EXPIRED" -> {
                told.add(authorized(authorization, id));
                told.add(ended(id, endOf(authorization)).at(authorization.instant("update_time")));
            }
            case "DENIED" -> {
                told.add(Fact.of(FactKind.TRY_DECLINED, account, id).at(created(authorization)), reason(authorization));
                order.ifPresent(it -> told.add(closed(it, Closing.FAILED)));
            }
            default -> told.unlisted.tell(PayPalRequests.AUTHORIZATION, status);
        }
    }

    private void capture(JsonDocument capture, Above above, Telling told) {
        var id = id(capture);
        above.order().ifPresent(it -> told.ref(PayPalRequests.ORDER, it));
        above.authorization().ifPresent(it -> told.ref(PayPalRequests.AUTHORIZATION, it));
        told.ref(PayPalRequests.CAPTURE, id);
        var status = capture.requiredText("status");
        switch (status) {
            case "COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED" -> {
                told.add(Fact.of(FactKind.CAPTURED, account, id)
                        .withAmount(amount(capture))
                        .at(created(capture)));
                if (capture.flag("final_capture").orElse(false)) {
                    above.authorization().ifPresent(it -> told.add(ended(it, AuthorizationEnd.CAPTURED)));
                }
            }
            case "PENDING" ->
                told.add(Fact.of(FactKind.PAYER_APPROVED, account, id).at(created(capture)));
            case "DECLINED", "DENIED", "FAILED" -> {
                told.add(Fact.of(FactKind.TRY_DECLINED, account, id).at(created(capture)), reason(capture));
                if (above.authorization().isEmpty()) { // an authorization may be captured again, an order may not
                    above.order().ifPresent(it -> told.add(closed(it, Closing.FAILED)));
                }
            }
            default -> told.unlisted.tell(PayPalRequests.CAPTURE, status);
        }
    }

    private void refund(JsonDocument refund, Telling told) {
        var id = id(refund);
        told.ref(PayPalRequests.REFUND, id);
        PayPalLinks.up(refund).ifPresent(capture -> told.ref(PayPalRequests.CAPTURE, capture));
        var status = refund.requiredText("status");
        var qualifier =
                switch (status) {
                    case "COMPLETED" -> "succeeded";
                    case "PENDING" -> "pending";
                    case "FAILED" -> "failed";
                    case "CANCELLED" -> "canceled";
                    default -> "";
                };
        if (qualifier.isEmpty()) {
            told.unlisted.tell(PayPalRequests.REFUND, status);
            return;
        }
        told.add(Fact.of(FactKind.REFUND_STATUS, account, id)
                .withQualifier(qualifier)
                .withAmount(amount(refund))
                .at(refund.instant("update_time").or(() -> created(refund))));
    }

    /** One approval; a payer who was declined and came back approves the same order at another time. */
    private Fact approved(String order, Optional<Instant> at) {
        return Fact.of(FactKind.PAYER_APPROVED, account, order)
                .withQualifier(at.map(Instant::toString).orElse(""))
                .at(at);
    }

    private Fact authorized(JsonDocument authorization, String id) {
        var fact = Fact.of(FactKind.AUTHORIZED, account, id)
                .withAmount(amount(authorization))
                .at(created(authorization));
        return authorization
                .instant("expiration_time")
                .map(until -> fact.with(Fact.VALID_UNTIL, until.toString()))
                .orElse(fact);
    }

    private Fact ended(String authorization, AuthorizationEnd end) {
        return Fact.of(FactKind.AUTHORIZATION_ENDED, account, authorization).withQualifier(end.qualifier());
    }

    /** PayPal calls an authorization that ran out {@code VOIDED} as well. */
    private static AuthorizationEnd endOf(JsonDocument authorization) {
        var until = authorization.instant("expiration_time");
        var ended = authorization.instant("update_time");
        return ended.isPresent() && until.isPresent() && !ended.get().isBefore(until.get())
                ? AuthorizationEnd.EXPIRED
                : AuthorizationEnd.VOIDED;
    }

    /** As PayPal states it. */
    private Fact closed(String order, Closing how) {
        return Fact.of(FactKind.CHECKOUT_CLOSED, account, order)
                .withQualifier(how.qualifier())
                .with(Fact.BASIS, "stated");
    }

    private static PayPalDeclines.Reason reason(JsonDocument payment) {
        var processor = payment.object("processor_response");
        return PayPalDeclines.ofCard(
                processor.flatMap(it -> it.text("response_code")),
                processor.flatMap(it -> it.text("payment_advice_code")));
    }

    private static Money amount(JsonDocument document) {
        var amount = document.requiredObject("amount");
        return PayPalAmounts.fromPayPal(amount.requiredText("value"), amount.requiredText("currency_code"));
    }

    private static Optional<Instant> created(JsonDocument document) {
        return document.instant("create_time");
    }

    private static String id(JsonDocument document) {
        return checked(document.requiredText("id"));
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id of PayPal's");
        }
        return id;
    }

    /** The attempt that it says it was made for: of an order in its purchase unit, of a payment beside it. */
    private static Optional<AttemptId> mark(JsonDocument resource) {
        return resource.objects("purchase_units").stream()
                .flatMap(unit -> unit.text("custom_id").stream())
                .findFirst()
                .or(() -> resource.text("custom_id"))
                .flatMap(PayPalReader::attempt);
    }

    private static Optional<AttemptId> attempt(String mark) {
        try {
            return Optional.of(AttemptId.fromString(mark));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** What an authorization or a capture belongs to. */
    private record Above(Optional<String> order, Optional<String> authorization) {
        static Above of(JsonDocument payment) {
            var related = payment.object("supplementary_data").flatMap(it -> it.object("related_ids"));
            return new Above(
                    related.flatMap(it -> it.text("order_id")).map(PayPalReader::checked),
                    related.flatMap(it -> it.text("authorization_id")).map(PayPalReader::checked));
        }
    }

    /** What one message tells, each fact and each id once. */
    private static final class Telling {
        final UnlistedStatuses unlisted = new UnlistedStatuses(UNLISTED_CODES);
        private final Map<Fact.Identity, Fact> facts = new LinkedHashMap<>();
        private final LinkedHashSet<ProviderRef> refs = new LinkedHashSet<>();
        private final Observation.Message message;
        private Optional<Redirect> redirect = Optional.empty();

        Telling(Observation.Message message) {
            this.message = message;
        }

        void add(Fact fact) {
            facts.putIfAbsent(fact.identity(), fact);
        }

        void add(Fact declined, PayPalDeclines.Reason reason) {
            var fact = declined.with(Fact.CATEGORY, reason.category().code()).with(Fact.CODE, reason.code());
            add(reason.listed() ? fact : fact.with(Fact.UNLISTED, "true"));
        }

        void ref(String kind, String value) {
            refs.add(new ProviderRef(kind, value));
        }

        Observation observation() {
            return new Observation(
                    List.copyOf(facts.values()), new ArrayList<>(refs), redirect, message, unlisted.words());
        }
    }
}
