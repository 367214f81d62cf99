package io.mizan.attempt;

import io.mizan.fact.Account;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.GatewayProfile;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * One try to pay an order through one gateway. Begun in {@code CREATED}; from then on it is what its facts amount to:
 * {@link #take} is the only way its state changes, and {@code FactIntake} its only caller. Changed under the lock of
 * its order alone.
 */
@Entity
@Table(name = "payment_attempt")
@Access(AccessType.FIELD)
public class PaymentAttempt {
    /** The shortest wait between two inquiries about an attempt that can take no more money. */
    private static final Duration WATCH_INTERVAL = Duration.ofHours(1);

    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "order_id", updatable = false)
    private UUID orderId;

    @Column(name = "attempt_no", updatable = false)
    private int number;

    @Column(updatable = false)
    private String gateway;

    @Column(updatable = false)
    private String account;

    @Enumerated(EnumType.STRING)
    @Column(name = "capture_mode", updatable = false)
    private CaptureMode captureMode;

    @Column(updatable = false)
    private Currency currency;

    @Column(name = "amount_minor", updatable = false)
    private long amountMinor;

    @Column(name = "due_minor")
    private long dueMinor;

    @Enumerated(EnumType.STRING)
    private PaymentState state;

    @Column(name = "is_open")
    private boolean open;

    @Column(name = "authorized_minor")
    private long authorizedMinor;

    @Column(name = "captured_minor")
    private long capturedMinor;

    @Enumerated(EnumType.STRING)
    private Verdict verdict;

    @Enumerated(EnumType.STRING)
    @Column(name = "decline_category")
    private FailureCategory declineCategory;

    @Column(name = "decline_code")
    private String declineCode;

    @Column(name = "pay_until")
    private Instant payUntil;

    @Column(name = "sealed_redirect")
    private byte[] sealedRedirect;

    @Column(name = "payer_done")
    private boolean payerDone;

    @Column(name = "disclosed_at")
    private Instant disclosedAt;

    @Column(name = "superseded_at")
    private Instant supersededAt;

    @Column(name = "duplicate_risk", updatable = false)
    private boolean duplicateRiskAccepted;

    @Column(name = "return_token_hash", updatable = false)
    private String returnTokenHash;

    @Column(name = "returned_at")
    private Instant returnedAt;

    @Column(name = "address_hash", updatable = false)
    private String addressHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "watch_until")
    private Instant watchUntil;

    /** Of this visit alone. */
    @Transient
    private Instant wantedMeanwhile;

    @Column(name = "inquired_at")
    private Instant inquiredAt;

    @Column(name = "inquiry_due_at")
    private Instant inquiryDueAt;

    @Column(name = "inquiry_due_since")
    private Instant inquiryDueSince;

    @Column(name = "inquiry_claim_no")
    private int inquiryClaimNo;

    @Column(name = "inquiry_attempts")
    private int inquiryAttempts;

    /** For the persistence provider only. */
    protected PaymentAttempt() {}

    public PaymentAttempt(NewAttempt begun) {
        id = begun.id().value();
        orderId = begun.order().value();
        number = begun.number();
        gateway = begun.gateway().value();
        account = begun.account().value();
        captureMode = begun.capture();
        currency = begun.amount().currency();
        amountMinor = begun.amount().amountMinor();
        dueMinor = begun.capture() == CaptureMode.AUTOMATIC ? amountMinor : 0;
        state = PaymentState.CREATED;
        open = true;
        verdict = Verdict.NOTHING;
        duplicateRiskAccepted = begun.duplicateRiskAccepted();
        returnTokenHash = begun.returnTokenHash();
        addressHash = begun.addressHash().orElse(null);
        createdAt = begun.createdAt();
    }

    /**
     * Takes over what the facts amount to. A repeat changes nothing.
     *
     * @return the state before
     */
    public PaymentState take(Standing standing, Terms terms) {
        var before = state;
        state = standing.state();
        open = standing.open();
        dueMinor = terms.due().amountMinor();
        authorizedMinor = standing.authorizedLive().amountMinor();
        capturedMinor = standing.captured().amountMinor();
        verdict = standing.verdict();
        declineCategory = standing.lastDecline().map(Decline::category).orElse(null);
        declineCode = standing.lastDecline().map(Decline::code).orElse(null);
        payUntil = standing.payUntil().orElse(null);
        payerDone = standing.approved() || standing.authorizedLive().isPositive();
        if (!standing.open()) {
            sealedRedirect = null;
        }
        return before;
    }

    /** The gateway told where the customer pays. */
    public void payableAt(SealedRedirect where) {
        sealedRedirect = where.bytes();
    }

    /**
     * Whoever has agreed has nothing left to do on the page. Should that payment be given up, the page takes another, and is
     * shown again.
     */
    private Optional<SealedRedirect> shownRedirect() {
        return payerDone
                ? Optional.empty()
                : Optional.ofNullable(sealedRedirect).map(SealedRedirect::new);
    }

    /**
     * The payable address is about to be shown: from now on the customer may pay without our knowing. As long as there
     * is no address, and once the time to pay is over, there is nothing to show.
     */
    public void disclose(Instant now) {
        boolean shown = shownRedirect().isPresent() && (payUntil == null || payUntil.isAfter(now));
        if (disclosedAt == null && shown) {
            disclosedAt = now;
        }
    }

    /** Another attempt takes its place; should the gateway still have a page for it, that is closed and never shown. */
    public void supersede(Instant now) {
        if (supersededAt == null) {
            supersededAt = now;
        }
    }

    /** The customer's browser came back, which proves nothing; asking is due at once. */
    public void customerReturned(Instant now) {
        if (returnedAt == null) {
            returnedAt = now;
        }
    }

    /**
     * Plans the next inquiry: at growing intervals while money could still be taken, then hourly until the end of the
     * gateway's watch, then never.
     */
    public void scheduleInquiry(GatewayProfile profile, Instant now) {
        inquiryDueAt = nextInquiry(profile, now);
        inquiryDueSince = null;
        if (wantedMeanwhile != null && (inquiryDueAt == null || inquiryDueAt.isAfter(wantedMeanwhile))) {
            inquiryDueAt = wantedMeanwhile;
        }
    }

    private Instant nextInquiry(GatewayProfile profile, Instant now) {
        var interval = profile.intervalAfter(inquiryAttempts);
        if (open) {
            watchUntil = null;
            return now.plus(interval);
        }
        if (watchUntil == null) {
            watchUntil = now.plus(profile.watchFor());
        }
        var next = now.plus(interval.compareTo(WATCH_INTERVAL) > 0 ? interval : WATCH_INTERVAL);
        return next.isAfter(watchUntil) ? null : next;
    }

    /**
     * An inquiry ends. Whoever wanted one while it was under way gets one of their own, for its answer may be older than
     * what they know of.
     *
     * @param asked the attempt as it was before the gateway was asked
     */
    public void inquiryEnds(AttemptSnapshot asked) {
        if (!Optional.ofNullable(inquiryDueAt).equals(asked.inquiryDueAt())) {
            wantedMeanwhile = inquiryDueAt;
        }
    }

    /** Asking is due now, unless it was asked within {@code quiet}. */
    public void askNow(Instant now, Duration quiet) {
        var earliest = inquiredAt == null ? now : inquiredAt.plus(quiet);
        var due = earliest.isAfter(now) ? earliest : now;
        if (inquiryDueAt == null || inquiryDueAt.isAfter(due)) {
            inquiryDueAt = due;
        }
    }

    public void inquired(Instant now) {
        inquiredAt = now;
    }

    /**
     * Something changed: the intervals begin anew. An inquiry that is due already stays due: whoever wanted it may know of
     * something else than what has come.
     */
    public void restartInquiries(GatewayProfile profile, Instant now) {
        boolean due = inquiryDueAt != null && !inquiryDueAt.isAfter(now);
        inquiryAttempts = 0;
        scheduleInquiry(profile, now);
        if (due) {
            askNow(now, Duration.ZERO);
        }
    }

    public AttemptId id() {
        return new AttemptId(id);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public OrderId order() {
        return new OrderId(orderId);
    }

    public int number() {
        return number;
    }

    public GatewayName gateway() {
        return new GatewayName(gateway);
    }

    public Account account() {
        return new Account(account);
    }

    public CaptureMode captureMode() {
        return captureMode;
    }

    public Money amount() {
        return new Money(amountMinor, currency);
    }

    public Money authorized() {
        return new Money(authorizedMinor, currency);
    }

    public Money captured() {
        return new Money(capturedMinor, currency);
    }

    public PaymentState state() {
        return state;
    }

    public Verdict verdict() {
        return verdict;
    }

    public boolean isOpen() {
        return open;
    }

    public boolean isDisclosed() {
        return disclosedAt != null;
    }

    public boolean isSuperseded() {
        return supersededAt != null;
    }

    public Optional<Instant> payUntil() {
        return Optional.ofNullable(payUntil);
    }

    public int inquiryClaimNo() {
        return inquiryClaimNo;
    }

    public boolean returnTokenMatches(String hash) {
        return MessageDigest.isEqual(
                returnTokenHash.getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }

    public AttemptSnapshot snapshot() {
        return new AttemptSnapshot(
                id(),
                order(),
                number,
                gateway(),
                account(),
                captureMode,
                amount(),
                new Money(dueMinor, currency),
                authorized(),
                captured(),
                state,
                open,
                verdict,
                Optional.ofNullable(declineCategory).map(category -> new Decline(category, declineCode)),
                shownRedirect(),
                payUntil(),
                Optional.ofNullable(disclosedAt),
                Optional.ofNullable(supersededAt),
                Optional.ofNullable(returnedAt),
                createdAt,
                Optional.ofNullable(inquiredAt),
                Optional.ofNullable(inquiryDueAt),
                Optional.ofNullable(inquiryDueSince));
    }
}
