package io.mizan.gateways.contract;

import io.mizan.gateway.Callback;
import io.mizan.gateway.PaymentGateway;
import io.mizan.id.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A provider's simulator as the contract needs it: the customer on its page, its callbacks, and its bad days. */
public interface SimulatedProvider {
    /** Gives up a call after that time. */
    PaymentGateway gateway(Duration callBudget);

    /** The simulator's time, by which adapters here go. */
    Clock clock();

    /** What names the page among a gateway's references. */
    String pageKind();

    void paysWithACardThatWorks(String page);

    void paysWithACardThatIsDeclined(String page);

    /** Pays with a card whose issuer asks the customer to authenticate. */
    void paysWithACardThatIsChallenged(String page);

    void authenticates(String page, boolean successfully);

    void letsItExpire(String page);

    /** Everything that the provider would have sent by now about this page, in its order, signed. */
    List<Callback.Raw> callbacks(String page);

    /** The same message with a signature that somebody made who has not our secret. */
    Callback.Raw forged(Callback.Raw callback);

    /** The next payment of that order takes another amount than asked for. */
    void takesAnotherAmount(OrderId order, long minor);

    /** The next payment of that order is in another currency than asked for. */
    void takesAnotherCurrency(OrderId order, String currency);

    /** The next opening for that order is not answered in time. */
    void hangsOnOpening(OrderId order, boolean afterActing, Duration howLong);

    /** The next opening for that order fails on the provider's side. */
    void failsOnOpening(OrderId order);

    /** The next opening for that order is turned away at the door. */
    void turnsAwayOnOpening(OrderId order, Duration retryAfter);

    /** How many pages exist for that order. */
    long pages(OrderId order);
}
