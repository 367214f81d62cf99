package sandbox.stripe.api;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One call of the API.
 *
 * @param name by which a rule may mean it, {@code create_session}
 * @param path as documented, with a name in braces for what is filled in
 * @param shape the parameters that it takes
 * @param action does it and answers the document
 */
record Operation(String name, String method, String path, Shape shape, Function<Call, JsonObject> action) {
    /** What stands in the place of the braces, if this is the operation that was called. */
    Optional<String> match(String calledMethod, String calledPath) {
        var wanted = List.of(path.split("/"));
        var called = List.of(calledPath.split("/"));
        if (!method.equals(calledMethod) || wanted.size() != called.size()) {
            return Optional.empty();
        }
        var id = "";
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).startsWith("{")) {
                id = called.get(i);
            } else if (!wanted.get(i).equals(called.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(id);
    }
}
