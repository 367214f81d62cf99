package io.mizan.fact;

import static java.util.Objects.requireNonNull;

import io.mizan.failure.FailureCategory;
import io.mizan.money.Money;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One verified event of the world.
 *
 * <p>{@link Identity} is what makes it one fact however many messages tell it. The rest belongs to the telling:
 * {@code effectiveAt} is the earliest time that the <em>provider</em> states (never when we heard), {@code detail}
 * what the message said beside, under the names below, without secrets or personal data.
 */
public record Fact(Identity identity, Optional<Instant> effectiveAt, Map<String, String> detail) {
    /** Detail of a decline: a {@link FailureCategory#code()}. */
    public static final String CATEGORY = "category";
    /** Detail of a decline: the provider's own code, as it wrote it. */
    public static final String CODE = "code";
    /**
     * Detail of an approval whose object is one try, of which a decline would be told too, and not a page or an order on which
     * there may be several: {@code true}. That another try was declined says nothing of it. On a decline: that it ends this
     * very try, whenever it was told; the qualifier tells apart the times at which one that was gone came back.
     */
    public static final String ONE_TRY = "one_try";
    /**
     * Detail of an approval by which the money was sent already: {@code true}. That the page's time is over does not stop it, and
     * whoever paid again would pay twice.
     */
    public static final String SENT = "sent";
    /** Detail of money collected: {@code true} if all of it came before the page's time was over. */
    public static final String IN_TIME = "in_time";
    /** Detail of an opened page: until when it can be paid, ISO 8601. */
    public static final String PAY_UNTIL = "pay_until";
    /** Detail of an authorization: until when it holds, ISO 8601. */
    public static final String VALID_UNTIL = "valid_until";
    /** Detail of a decline whose code our table does not list: {@code true}. A person should look, and the table grow. */
    public static final String UNLISTED = "unlisted";
    /**
     * Detail of a decline: {@code true} if the request that we made for the customer was refused, and nobody has judged the
     * customer's means. No card was tried.
     */
    public static final String REQUEST_REFUSED = "request_refused";
    /** Detail of a closed page: {@code stated} by the provider or {@code inferred} by a named rule of the adapter. */
    public static final String BASIS = "basis";

    private static final String INFERRED = "inferred";
    /** Detail of what is inferred: the name of the rule. */
    public static final String RULE = "rule";

    /**
     * What happened, to which object of which account, and how much.
     *
     * @param qualifier tells apart what may happen to one object in several ways; empty if nothing does
     * @param amount absent for events without an amount
     */
    public record Identity(FactKind kind, Account account, String objectRef, String qualifier, Optional<Money> amount) {
        public Identity {
            requireNonNull(kind, "kind");
            requireNonNull(account, "account");
            requireNonNull(qualifier, "qualifier");
            requireNonNull(amount, "amount");
            if (objectRef == null || objectRef.isBlank()) {
                throw new IllegalArgumentException("a fact needs the object that it happened to");
            }
            if (amount.isPresent() && amount.get().amountMinor() < 0) {
                throw new IllegalArgumentException("a fact never carries a negative amount");
            }
        }
    }

    /** An order by content, the same wherever and whenever it is computed. */
    public static final Comparator<Fact> CANONICAL = Comparator.comparing((Fact f) -> f.kind())
            .thenComparing(f -> f.identity().account().value())
            .thenComparing(Fact::objectRef)
            .thenComparing(Fact::qualifier)
            .thenComparing(f -> f.amount().map(Money::currencyCode).orElse(""))
            .thenComparing(f -> f.amount().map(Money::amountMinor).orElse(0L));

    public Fact {
        requireNonNull(identity, "identity");
        // As exact as it is kept, so that what was just learned equals what is read back.
        effectiveAt = effectiveAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
        detail = Collections.unmodifiableMap(new TreeMap<>(detail));
    }

    /** A fact without amount, qualifier, time and detail; the {@code with} methods add them. */
    public static Fact of(FactKind kind, Account account, String objectRef) {
        return new Fact(new Identity(kind, account, objectRef, "", Optional.empty()), Optional.empty(), Map.of());
    }

    public Fact withQualifier(String qualifier) {
        return new Fact(new Identity(kind(), identity.account, objectRef(), qualifier, amount()), effectiveAt, detail);
    }

    public Fact withAmount(Money amount) {
        return new Fact(
                new Identity(kind(), identity.account, objectRef(), qualifier(), Optional.of(amount)),
                effectiveAt,
                detail);
    }

    public Fact at(Instant providerTime) {
        return new Fact(identity, Optional.of(providerTime), detail);
    }

    public Fact at(Optional<Instant> providerTime) {
        return new Fact(identity, providerTime, detail);
    }

    public Fact with(String name, String value) {
        var more = new TreeMap<>(detail);
        more.put(name, value);
        return new Fact(identity, effectiveAt, more);
    }

    public FactKind kind() {
        return identity.kind;
    }

    public Account account() {
        return identity.account;
    }

    public String objectRef() {
        return identity.objectRef;
    }

    public String qualifier() {
        return identity.qualifier;
    }

    public Optional<Money> amount() {
        return identity.amount;
    }

    /** Whether nobody said that the page takes no more, and a rule of the adapter's concludes it from what is not found. */
    public boolean isInferredEnd() {
        return kind() == FactKind.CHECKOUT_CLOSED && INFERRED.equals(detail().get(BASIS));
    }

    /**
     * Whether somebody turned the customer away; one who went back was turned away by nobody, and what we asked wrongly says
     * nothing of a card.
     */
    public boolean isDeclineByIssuer() {
        return kind() == FactKind.TRY_DECLINED
                && !detail().containsKey(REQUEST_REFUSED)
                && !FailureCategory.CANCELED_BY_CUSTOMER.code().equals(detail().get(CATEGORY));
    }
}
