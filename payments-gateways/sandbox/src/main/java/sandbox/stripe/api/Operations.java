package sandbox.stripe.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Every call that the simulator plays. */
@ApplicationScoped
public class Operations {
    @Inject
    SessionOperations sessions;

    @Inject
    IntentOperations intents;

    @Inject
    RefundOperations refunds;

    @Inject
    EventOperations events;

    /** An operation and the id in the path by which it was called. */
    record Found(Operation operation, String id) {}

    /** @throws StripeError 404 if there is none */
    Found find(String method, String path) {
        return all().stream()
                .flatMap(operation -> operation.match(method, path).map(id -> new Found(operation, id)).stream())
                .findFirst()
                .orElseThrow(() -> StripeError.unknownUrl(method, path));
    }

    /** The names by which rules may mean them. */
    public List<String> names() {
        return all().stream().map(Operation::name).toList();
    }

    List<Operation> all() {
        return Stream.of(sessions.operations(), intents.operations(), refunds.operations(), events.operations())
                .flatMap(List::stream)
                .toList();
    }
}
