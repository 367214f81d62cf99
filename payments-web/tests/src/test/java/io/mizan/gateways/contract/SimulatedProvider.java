package io.mizan.gateways.contract;

import io.mizan.gateway.Callback;
import io.mizan.gateway.Operation;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Redirect;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A provider's simulator as the contract needs it: the customer on its page, its callbacks, and its bad days. */
public interface SimulatedProvider {
    Traits traits();

    /** Gives up a call after that time. */
    PaymentGateway gateway(Duration callBudget);

    /** The simulator's time, by which adapters here go. */
    Clock clock();

    /** The customer's browser goes where the opening sent it: needed where that is what makes the page. */
    default void visits(Redirect page) {}

    /** What names the page among a gateway's references. */
    String pageKind();

    /** Pays, by a card that works or whatever customers pay with there. */
    void paysWithACardThatWorks(String page);

    default void paysWithACardThatIsDeclined(String page) {
        throw new UnsupportedOperationException("nothing is declined here");
    }

    /** Pays with a card whose issuer asks the customer to authenticate. */
    default void paysWithACardThatIsChallenged(String page) {
        throw new UnsupportedOperationException("no challenges here");
    }

    default void authenticates(String page, boolean successfully) {
        throw new UnsupportedOperationException("no challenges here");
    }

    default void letsItExpire(String page) {
        throw new UnsupportedOperationException("no page expires here");
    }

    /** Everything that the provider would have sent by now about this page, in its order, signed; none if it never calls. */
    List<Callback.Raw> callbacks(String page);

    /** What the customer's browser has posted to our return address by now; none where returns are not signed. */
    default List<Callback.Raw> returns(String page) {
        return List.of();
    }

    /** The names of those fields of a return that its signature covers, and of the signature itself. */
    default Set<String> signedFields(Callback.Raw posted) {
        return FormFields.of(posted).names();
    }

    /** A message with another body, callback or return, as the provider would sign it now. */
    Callback.Raw signedAnew(Callback.Raw message, String body);

    /** The same message with a signature that somebody made who has not our secret. */
    Callback.Raw forged(Callback.Raw callback);

    /** The next payment of that order takes another amount than asked for. */
    void takesAnotherAmount(Payment payment, long minor);

    /** The next payment of that order is in another currency than asked for. */
    void takesAnotherCurrency(Payment payment, String currency);

    /** The next call of that kind about that order is not answered in time. */
    void hangs(Payment payment, Operation operation, boolean afterActing, Duration howLong);

    /** The next call of that kind about that order fails on the provider's side. */
    void fails(Payment payment, Operation operation);

    /** The next call of that kind about that order is turned away at the door. */
    void turnsAway(Payment payment, Operation operation, Duration retryAfter);

    /** How many pages exist for that order. */
    long pages(Payment payment);
}
