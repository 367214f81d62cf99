package io.mizan.simulation;

import io.mizan.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A small and faithful provider: pages on which customers pay, payments, keys that make repeats harmless, and a letter for
 * everything that changes. What it holds is the truth that the other side must come to know. It has two desks.
 */
final class Provider {
    /** How long an authorization holds. */
    static final Duration AUTHORIZATION_HOLDS = Duration.ofDays(7);

    /** How it can be paid at. */
    enum Desk {
        /** Pages that are closed on request, and letters that tell what happened. */
        CARDS,
        /** Pages that stay payable beyond their time, letters that say only that something happened, and totals. */
        INVOICES
    }

    /** How long an invoice goes on taking money. */
    static final Duration INVOICES_STAY = Duration.ofMinutes(30);

    enum PageState {
        OPEN,
        COMPLETE,
        EXPIRED,
        /** Completed, and then the payment failed in a way that it cannot repeat. */
        FAILED
    }

    enum PaymentState {
        WAITING,
        CHALLENGED,
        PROCESSING,
        AUTHORIZED,
        SUCCEEDED,
        VOIDED,
        LAPSED,
        FAILED
    }

    static final class Page {
        final Desk desk;
        final String id;
        final String attempt;
        final Money amount;
        final boolean manual;
        final Instant created;
        final Instant payUntil;
        final Payment payment;
        PageState state = PageState.OPEN;
        Instant closedAt;

        Page(Desk desk, String id, String attempt, Money amount, boolean manual, Instant created, Instant payUntil) {
            this.desk = desk;
            this.id = id;
            this.attempt = attempt;
            this.amount = amount;
            this.manual = manual;
            this.created = created;
            this.payUntil = payUntil;
            this.payment = new Payment(desk, "pay_" + id.substring("page_".length()), attempt);
        }

        private Instant closesAt() {
            return desk == Desk.INVOICES ? payUntil.plus(INVOICES_STAY) : payUntil;
        }
    }

    static final class Payment {
        final Desk desk;
        final String id;
        final String attempt;
        PaymentState state = PaymentState.WAITING;
        Money authorized;
        Instant authorizedAt;
        Money captured;
        Instant at;
        int declines;
        Instant declinedAt;

        Payment(Desk desk, String id, String attempt) {
            this.desk = desk;
            this.id = id;
            this.attempt = attempt;
        }
    }

    /** A letter about something that happened; it says how things stood then. */
    record Letter(Desk desk, String id, String type, Instant at, String document) {}

    private record Kept(String content, Optional<String> document) {}

    private final SimulatedClock clock;
    private final boolean keepsKeys;
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final Map<String, Kept> keys = new LinkedHashMap<>();
    private final List<String> breaches = new ArrayList<>();
    private int letters;
    final List<Letter> outgoing = new ArrayList<>();

    /** @param keepsKeys whether repeats are harmless; one that forgets them shows that we would notice */
    Provider(SimulatedClock clock, boolean keepsKeys) {
        this.clock = clock;
        this.keepsKeys = keepsKeys;
    }

    /** What another did to it that it must never be asked. */
    List<String> breaches() {
        return List.copyOf(breaches);
    }

    List<Page> pages() {
        return List.copyOf(pages.values());
    }

    List<Page> pagesWhosePaymentIs(PaymentState state) {
        return pages.values().stream()
                .filter(page -> page.payment.state == state)
                .toList();
    }

    Page page(String id) {
        return pages.get(id);
    }

    /** By the other side's mark. */
    Optional<Page> pageFor(String attempt) {
        return pages.values().stream()
                .filter(page -> page.attempt.equals(attempt))
                .findFirst();
    }

    Optional<Payment> payment(String id) {
        return pages.values().stream()
                .map(page -> page.payment)
                .filter(payment -> payment.id.equals(id))
                .findFirst();
    }

    /** Does what a request with a key asks, once. @return the document that answers it; empty for a no */
    Optional<String> once(String key, String content, Supplier<Optional<String>> act) {
        var kept = keys.get(key);
        if (kept != null && keepsKeys) {
            if (!kept.content().equals(content)) {
                breaches.add("the key " + key + " was used for another request");
            }
            return kept.document();
        }
        var document = act.get();
        keys.put(key, new Kept(content, document));
        return document;
    }

    Page open(Desk desk, String attempt, Money amount, boolean manual, Instant payUntil) {
        var page = new Page(desk, "page_" + (pages.size() + 1), attempt, amount, manual, clock.now(), payUntil);
        pages.put(page.id, page);
        write("page.opened", page);
        return page;
    }

    /** @return whether it takes no more money, and took none */
    boolean close(Page page) {
        if (page.state == PageState.OPEN) {
            page.state = PageState.EXPIRED;
            page.closedAt = clock.now();
            write("page.expired", page);
        }
        return page.state == PageState.EXPIRED || page.state == PageState.FAILED;
    }

    boolean capture(Payment payment, Money amount) {
        if (payment.state != PaymentState.AUTHORIZED || amount.compareTo(payment.authorized) > 0) {
            return false;
        }
        succeed(payment, amount);
        return true;
    }

    boolean release(Payment payment) {
        if (payment.state != PaymentState.AUTHORIZED) {
            return false;
        }
        payment.state = PaymentState.VOIDED;
        payment.at = clock.now();
        write("payment.canceled", payment);
        return true;
    }

    void decline(Page page) {
        page.payment.declines++;
        page.payment.declinedAt = clock.now();
        page.payment.state = PaymentState.WAITING;
        write("payment.failed", page.payment);
    }

    void challenge(Page page) {
        page.payment.state = PaymentState.CHALLENGED;
        page.payment.at = clock.now();
        write("payment.requires_action", page.payment);
    }

    /** The customer agreed, and the money takes its time. */
    void process(Page page) {
        page.state = PageState.COMPLETE;
        page.payment.state = PaymentState.PROCESSING;
        page.payment.at = clock.now();
        write("payment.processing", page.payment);
        write("page.completed", page);
    }

    void failLater(Page page) {
        page.state = PageState.FAILED;
        page.closedAt = clock.now();
        page.payment.state = PaymentState.FAILED;
        page.payment.declines++;
        page.payment.declinedAt = clock.now();
        write("payment.failed", page.payment);
        write("page.failed", page);
    }

    /** @param amount what the provider takes; not always what it was asked for */
    void pay(Page page, Money amount) {
        page.state = PageState.COMPLETE;
        if (page.manual) {
            page.payment.state = PaymentState.AUTHORIZED;
            page.payment.authorized = amount;
            page.payment.authorizedAt = clock.now();
            write("payment.authorized", page.payment);
        } else {
            succeed(page.payment, amount);
        }
        write("page.completed", page);
    }

    private void succeed(Payment payment, Money amount) {
        payment.state = PaymentState.SUCCEEDED;
        payment.captured = amount;
        payment.at = clock.now();
        write("payment.succeeded", payment);
    }

    /** What ends by itself. */
    void timePasses() {
        for (var page : pages.values()) {
            if (page.state == PageState.OPEN && !page.closesAt().isAfter(clock.now())) {
                close(page);
            }
            var payment = page.payment;
            if (payment.state == PaymentState.AUTHORIZED
                    && !payment.authorizedAt.plus(AUTHORIZATION_HOLDS).isAfter(clock.now())) {
                payment.state = PaymentState.LAPSED;
                payment.at = clock.now();
                write("payment.canceled", payment);
            }
        }
    }

    private void write(String type, Page page) {
        post(page.desk, type, Documents.of(page));
    }

    /** Every third letter about a payment does not say whose it is, as if it were somebody else's. */
    private void write(String type, Payment payment) {
        var document = Documents.of(payment);
        post(payment.desk, type, letters % 3 == 0 ? Documents.withoutMark(document) : document);
    }

    /** A letter that tells another amount than the page. */
    void lie(Page page, Money other) {
        var payment = new Payment(page.desk, page.payment.id, page.attempt);
        payment.state = PaymentState.SUCCEEDED;
        payment.captured = other;
        payment.at = page.payment.at;
        write("payment.succeeded", payment);
    }

    private void post(Desk desk, String type, String document) {
        letters++;
        outgoing.add(new Letter(desk, "letter_" + letters, type, clock.now(), document));
    }
}
