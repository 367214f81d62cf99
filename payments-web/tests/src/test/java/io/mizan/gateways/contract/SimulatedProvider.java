package io.mizan.gateways.contract;

import io.mizan.gateway.Callback;
import io.mizan.gateway.PaymentGateway;
import io.mizan.gateway.Redirect;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

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

    void paysWithACardThatWorks(String page);

    void paysWithACardThatIsDeclined(String page);

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

    /** The same message with a signature that somebody made who has not our secret. */
    Callback.Raw forged(Callback.Raw callback);

    /** The next payment of that order takes another amount than asked for. */
    void takesAnotherAmount(Payment payment, long minor);

    /** The next payment of that order is in another currency than asked for. */
    default void takesAnotherCurrency(Payment payment, String currency) {
        throw new UnsupportedOperationException("one currency here");
    }

    /** The next opening for that order is not answered in time. */
    default void hangsOnOpening(Payment payment, boolean afterActing, Duration howLong) {
        throw new UnsupportedOperationException("opening makes no call here");
    }

    /** The next opening for that order fails on the provider's side. */
    default void failsOnOpening(Payment payment) {
        throw new UnsupportedOperationException("opening makes no call here");
    }

    /** The next opening for that order is turned away at the door. */
    default void turnsAwayOnOpening(Payment payment, Duration retryAfter) {
        throw new UnsupportedOperationException("opening makes no call here");
    }

    /** How many pages exist for that order. */
    long pages(Payment payment);
}
