package sandbox.stripe.hosted;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.UnaryOperator;
import sandbox.stripe.checkout.Checkouts;
import sandbox.stripe.checkout.Deviations;
import sandbox.stripe.event.Cause;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.PaymentCourse;
import sandbox.stripe.payment.SubmittedCard;

/** What a customer can do, on the page or through the control API: the same acts, under the same rules. */
@ApplicationScoped
public class Customer {
    @Inject
    Checkouts checkouts;

    @Inject
    Deviations deviations;

    /** @throws sandbox.stripe.payment.PaymentRefused if the session is not open */
    public Optional<Checkout> payByCard(String session, SubmittedCard card) {
        return act(session, course -> course.payByCard(card, deviations.ofSubmission(course.checkout())));
    }

    /** @throws sandbox.stripe.payment.PaymentRefused if the session is not open or offers no bank debit */
    public Optional<Checkout> payByBankDebit(String session, Optional<String> holder) {
        return act(session, course -> course.payByBankDebit(holder, deviations.ofSubmission(course.checkout())));
    }

    /** @throws sandbox.stripe.payment.PaymentRefused if no authentication is waited for */
    public Optional<Checkout> answerChallenge(String session, boolean authenticated) {
        return act(session, authenticated ? PaymentCourse::completeChallenge : PaymentCourse::failChallenge);
    }

    private Optional<Checkout> act(String session, UnaryOperator<PaymentCourse> act) {
        return checkouts.change(session, Cause.NOT_A_REQUEST, act);
    }
}
