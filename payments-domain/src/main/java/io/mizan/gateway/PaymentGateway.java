package io.mizan.gateway;

import io.mizan.fact.Account;
import io.mizan.id.AttemptId;
import io.mizan.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What every gateway can do. Preparing is pure; {@link #send} and {@link #inquire} go over the wire within bounded
 * time, throw for bugs only, and are never called inside a transaction or under a lock (invariant 6).
 */
public interface PaymentGateway {
    GatewayName name();

    /** Whose books its facts are from. */
    Account account();

    GatewayProfile profile();

    /** Why it cannot take this amount, in one sentence; empty if it can. */
    Optional<String> objectionTo(Money amount);

    /** Prepares the opening of a checkout; equal intents give equal requests. */
    GatewayRequest openCheckout(CheckoutIntent intent);

    /** Sends a prepared request. May be repeated: a repeat says the same bytes with the same key. */
    GatewayResult send(GatewayRequest request);

    /**
     * Asks how an attempt stands. The facts that its answer implies, no others; {@code NotFound} if the provider does
     * not know it, or if we have no id to ask by.
     */
    GatewayResult inquire(Target target);

    /**
     * Asks what became of a request whose answer was lost: {@code Accepted} only if the provider shows its very effect
     * (that the payment exists says nothing of a capture), {@code Declined} only if it shows that it said no to it,
     * {@code NotFound} if it knows nothing of it. What a provider says of the question itself is {@code Unknown}.
     *
     * <p>For operations that declare {@link Recovery.InquireByOurReference}; of others nothing can be told.
     */
    default GatewayResult findOut(GatewayRequest sent, Target target) {
        return new GatewayResult.Unknown(GatewayResult.Unknown.NOT_ASKED);
    }

    /**
     * Asks about what does not exist, to see whether the provider is reached and takes our credentials, and whose they are
     * where it can tell.
     */
    default Connection checkConnection() {
        return Connection.NOT_SUPPORTED;
    }

    /**
     * Our own references for an attempt that are no attempt's id, because the provider's limits on length or alphabet
     * do not allow that. Registered before the first call, so that whatever bears one leads back to the attempt. Pure,
     * and the same for the same attempt.
     */
    default List<ProviderRef> ownReferences(AttemptId attempt) {
        return List.of();
    }

    /** Judges a callback by its signature alone. Cheap, and without any call. */
    Callback.Verdict verify(Callback.Raw callback);

    /**
     * Reads a callback that was genuine when it came. Pure: the same bytes give the same reading.
     *
     * @throws IllegalArgumentException if the bytes are not what this provider writes
     */
    Callback.Reading read(byte[] body, String proof);
}
