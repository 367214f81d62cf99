package io.mizan.order;

import io.mizan.chain.ChainHash;
import io.mizan.fact.Details;
import io.mizan.id.AttemptId;
import io.mizan.id.OrderId;
import io.mizan.money.Money;
import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a buyer agreed to pay for. Lines and amount never change; status and captured amount are what the facts amount
 * to ({@link #take}); fulfilment is what the merchant reports. Whoever holds its row locked may change the order and
 * everything that belongs to it, and raises its version.
 */
@Entity(name = "PaymentOrder")
@Table(name = "orders")
@Access(AccessType.FIELD)
public class Order {
    @Id
    private UUID id;

    @Version
    private long version;

    @Column(name = "reference_scope", updatable = false)
    private String referenceScope;

    @Column(updatable = false)
    private String reference;

    @Column(name = "content_hash", updatable = false)
    private String contentHash;

    @Column(name = "api_key_id", updatable = false)
    private UUID apiKeyId;

    // EclipseLink 4.0 fails to read a UUID attribute whose column is NULL; as text it reads both.
    @Column(name = "person_id", updatable = false)
    private String personId;

    @Column(name = "customer_erased_at")
    private Instant customerErasedAt;

    @Column(updatable = false)
    private String locale;

    @Column(updatable = false)
    private Currency currency;

    @Column(name = "amount_minor", updatable = false)
    private long amountMinor;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Column(name = "captured_minor")
    private long capturedMinor;

    @Enumerated(EnumType.STRING)
    private Fulfilment fulfilment;

    @Column(name = "open_attempt_id")
    private String openAttemptId;

    @Column(name = "client_secret_hash", updatable = false)
    private String clientSecretHash;

    @Column(name = "return_url", updatable = false)
    private String returnUrl;

    @Column(updatable = false)
    private String metadata;

    @Column(name = "address_hash", updatable = false)
    private String addressHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    @Column(name = "expiry_due_at")
    private Instant expiryDueAt;

    @Column(name = "expiry_due_since")
    private Instant expiryDueSince;

    @Column(name = "timeline_seq")
    private long timelineSeq;

    @Column(name = "timeline_head")
    private String timelineHead;

    @Column(name = "anchor_due_at")
    private Instant anchorDueAt;

    @Column(name = "event_seq")
    private long eventSeq;

    @ElementCollection
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderBy("number")
    private List<OrderLine> lines = new ArrayList<>();

    /** For the persistence provider only. */
    protected Order() {}

    Order(NewOrder placed) {
        var order = placed.snapshot();
        id = order.id().value();
        referenceScope = order.referenceScope();
        reference = order.reference();
        contentHash = placed.contentHash();
        apiKeyId = order.apiKeyId();
        personId = order.person().map(UUID::toString).orElse(null);
        locale = order.locale();
        currency = order.amount().currency();
        amountMinor = order.amount().amountMinor();
        status = OrderStatus.PENDING;
        fulfilment = Fulfilment.UNFULFILLED;
        clientSecretHash = placed.clientSecretHash();
        returnUrl = order.returnUrl().toString();
        metadata = Details.toJson(order.metadata());
        addressHash = placed.addressHash().orElse(null);
        createdAt = order.createdAt();
        expiresAt = order.expiresAt();
        expiryDueAt = expiresAt;
        order.breakdown().forEach(line -> lines.add(new OrderLine(line)));
    }

    /**
     * Takes over what the facts of all attempts amount to; {@code FactIntake} is the only caller.
     *
     * @return the status before
     */
    public OrderStatus take(OrderStatus derived, Money captured, Instant now) {
        var before = status;
        status = derived;
        capturedMinor = captured.amountMinor();
        if (!derived.isSettled()) {
            settledAt = null;
        } else if (settledAt == null) {
            settledAt = now;
        }
        if (derived != OrderStatus.PENDING) {
            expiryDueAt = null;
            expiryDueSince = null;
        } else if (expiryDueAt == null) {
            expiryDueAt = expiresAt;
        }
        return before;
    }

    /** @return what was reported before */
    public Fulfilment report(Fulfilment told) {
        var before = fulfilment;
        fulfilment = told;
        return before;
    }

    /** From now on money can be taken through this attempt, and through no other (invariant 4). */
    public void open(AttemptId attempt) {
        openAttemptId = attempt.value().toString();
    }

    /**
     * The attempt can take no more money; another may begin, or the order may expire. A repeat, or another attempt's end,
     * changes nothing.
     */
    public void release(AttemptId attempt) {
        if (attempt.value().toString().equals(openAttemptId)) {
            openAttemptId = null;
            if (expiryDueAt != null) {
                expiryDueAt = expiresAt;
            }
        }
    }

    /** Expiring has to wait for the gateway's word; it is looked at again then. */
    public void postponeExpiry(Instant until) {
        expiryDueAt = until;
        expiryDueSince = null;
    }

    /** Nothing personal is kept about its customer any more. @return whether it was until now */
    public boolean loseCustomer(Instant now) {
        if (customerErasedAt != null) {
            return false;
        }
        customerErasedAt = now;
        return true;
    }

    public boolean hasLostCustomer() {
        return customerErasedAt != null;
    }

    /** The next number of the order's timeline; held under the lock, so there are no gaps. */
    public long nextTimelineSeq() {
        return timelineSeq + 1;
    }

    /** The hash of the timeline's last entry. */
    public String timelineHead() {
        return timelineHead == null ? ChainHash.GENESIS : timelineHead;
    }

    /** The timeline has the next entry; its head is due to be anchored. */
    public void timelineGrew(String head, Instant now) {
        timelineSeq++;
        timelineHead = head;
        anchorDueAt = now;
    }

    /** The next number of the events that the merchant is told about this order. */
    public long nextEventSeq() {
        return ++eventSeq;
    }

    public OrderId id() {
        return new OrderId(id);
    }

    /** The key that it was placed with. */
    public UUID apiKeyId() {
        return apiKeyId;
    }

    public OrderStatus status() {
        return status;
    }

    public Money amount() {
        return new Money(amountMinor, currency);
    }

    public Money captured() {
        return new Money(capturedMinor, currency);
    }

    public Fulfilment fulfilment() {
        return fulfilment;
    }

    public Optional<AttemptId> openAttempt() {
        return Optional.ofNullable(openAttemptId).map(UUID::fromString).map(AttemptId::new);
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public String locale() {
        return locale;
    }

    boolean hasContent(String hash) {
        return contentHash.equals(hash);
    }

    String clientSecretHash() {
        return clientSecretHash;
    }

    Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    public OrderSnapshot snapshot() {
        return new OrderSnapshot(
                id(),
                referenceScope,
                reference,
                apiKeyId,
                amount(),
                lines.stream().map(line -> line.snapshot(currency)).toList(),
                status,
                captured(),
                fulfilment,
                openAttempt(),
                Optional.ofNullable(personId).map(UUID::fromString),
                Optional.ofNullable(customerErasedAt),
                locale,
                URI.create(returnUrl),
                Details.fromJson(metadata),
                createdAt,
                expiresAt);
    }
}
