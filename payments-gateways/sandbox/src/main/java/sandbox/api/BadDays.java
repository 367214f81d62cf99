package sandbox.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rules;

/** How an API misbehaves when a rule says so: turned away or failing before the work, silent before or after it. */
@ApplicationScoped
public class BadDays {
    @Inject
    Rules rules;

    /**
     * A call that a rule may mean.
     *
     * @param names every name by which a rule may mean the checkout that it is about
     */
    public record Call(String gateway, String operation, Collection<String> names) {}

    /**
     * What a call comes to.
     *
     * @param tooMany the provider's answer to too many calls, to which {@code Retry-After} is added
     * @param failure its answer to everything that went wrong inside
     */
    public Reaction react(Call call, Answer tooMany, Answer failure, Supplier<Answer> work) {
        return before(call, tooMany, failure).orElseGet(() -> after(call, work.get()));
    }

    private Optional<Reaction> before(Call call, Answer tooMany, Answer failure) {
        var limited = rules.take(call.gateway, Misbehaviour.RATE_LIMITED, call.names, Optional.of(call.operation));
        if (limited.isPresent()) {
            return Optional.of(new Reaction.Answered(
                    tooMany.with("Retry-After", String.valueOf(limited.get().number()))));
        }
        if (rules.take(call.gateway, Misbehaviour.SERVER_ERROR, call.names, Optional.of(call.operation))
                .isPresent()) {
            return Optional.of(new Reaction.Answered(failure));
        }
        return rules.take(call.gateway, Misbehaviour.TIME_OUT_BEFORE, call.names, Optional.of(call.operation))
                .map(rule -> new Reaction.Silence(rule.seconds()));
    }

    private Reaction after(Call call, Answer answer) {
        return rules.take(call.gateway, Misbehaviour.TIME_OUT_AFTER, call.names, Optional.of(call.operation))
                .<Reaction>map(rule -> new Reaction.Silence(rule.seconds()))
                .orElseGet(() -> new Reaction.Answered(answer));
    }
}
