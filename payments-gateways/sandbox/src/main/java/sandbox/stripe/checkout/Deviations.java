package sandbox.stripe.checkout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;
import sandbox.rule.Rules;
import sandbox.stripe.StripeAccount;
import sandbox.stripe.event.EventLog;
import sandbox.stripe.payment.Checkout;
import sandbox.stripe.payment.Decline;
import sandbox.stripe.payment.Deviation;

/** Turns the rules in force for a checkout into what its next try shall do differently. */
@ApplicationScoped
public class Deviations {
    @Inject
    Rules rules;

    /** For a card or a bank debit that is submitted. */
    public Deviation ofSubmission(Checkout checkout) {
        return new Deviation(
                taken(Misbehaviour.AMOUNT, checkout).map(Rule::number),
                taken(Misbehaviour.CURRENCY, checkout).map(rule -> rule.code().toLowerCase(Locale.ROOT)),
                decline(checkout));
    }

    private Optional<Decline> decline(Checkout checkout) {
        return taken(Misbehaviour.DECLINE, checkout).map(rule -> Decline.of(rule.code()));
    }

    private Optional<Rule> taken(Misbehaviour kind, Checkout checkout) {
        return rules.take(StripeAccount.GATEWAY, kind, EventLog.names(checkout));
    }
}
