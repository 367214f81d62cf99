package sandbox.razorpay.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import sandbox.razorpay.RazorpayAccount;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;
import sandbox.rule.Rules;

/** What a customer does, on the page or through the control API: the same acts, under the same rules. */
@ApplicationScoped
public class Customer {
    @Inject
    Orders orders;

    @Inject
    Rules rules;

    /** Pays with means that are good or fail for that reason, bent by the rules in force. */
    public Optional<Payment> pays(String id, String method, Optional<String> reason) {
        return orders.find(id).flatMap(order -> {
            var declined = reason.or(() -> taken(Misbehaviour.DECLINE, order).map(Rule::code));
            var means = declined.isPresent()
                    ? new OrderCourse.Means(method, order.amount(), order.currency())
                    : new OrderCourse.Means(
                            method,
                            taken(Misbehaviour.AMOUNT, order).map(Rule::number).orElse(order.amount()),
                            taken(Misbehaviour.CURRENCY, order)
                                    .map(rule -> rule.code().toUpperCase(Locale.ROOT))
                                    .orElse(order.currency()));
            return orders.change(
                    id, course -> declined.map(why -> course.fail(means, why)).orElseGet(() -> course.pay(means)));
        });
    }

    private Optional<Rule> taken(Misbehaviour kind, Order order) {
        return order.isPayable() ? rules.take(RazorpayAccount.GATEWAY, kind, order.names()) : Optional.empty();
    }
}
