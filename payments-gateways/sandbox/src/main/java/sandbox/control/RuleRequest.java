package sandbox.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sandbox.rule.Misbehaviour;
import sandbox.rule.Rule;

/** Reads a rule from the members of a JSON object or the fields of a form, which have the same names. */
@ApplicationScoped
class RuleRequest {
    static final String FOREVER = "forever";
    private static final String ALL = "all";
    private static final Set<String> FIELDS =
            Set.of("gateway", "session", "kind", "operation", "times", "seconds", "amount", "currency", "code");

    @Inject
    Gateways gateways;

    /** @throws ControlRefused if it makes no sense, with the reason */
    Rule read(Map<String, String> fields) {
        var unknown = new TreeSet<>(fields.keySet());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw ControlRefused.invalid("unknown: " + String.join(", ", unknown));
        }
        var gateway = text(fields, "gateway")
                .map(gateways::named)
                .orElseThrow(() -> ControlRefused.invalid("gateway is missing: whose rule is it?"));
        var kind = text(fields, "kind")
                .flatMap(Misbehaviour::of)
                .orElseThrow(() -> ControlRefused.invalid("kind must be one of the kinds of misbehaviour"));
        var operation = text(fields, "operation");
        if (operation.filter(name -> !gateway.operations().contains(name)).isPresent()) {
            throw ControlRefused.invalid("operation must be one of " + String.join(", ", gateway.operations()));
        }
        try {
            return new Rule(
                    0,
                    gateway.name(),
                    text(fields, "session").filter(name -> !name.equals(ALL)).orElse(Rule.EVERYBODY),
                    kind,
                    operation,
                    times(text(fields, "times").orElse("1")),
                    kind.setting() == Misbehaviour.Setting.NOTHING
                            ? Optional.empty()
                            : text(fields, kind.setting().field()));
        } catch (Rule.InvalidRule invalid) {
            throw ControlRefused.invalid(invalid.getMessage());
        }
    }

    private static Optional<Integer> times(String text) {
        if (text.equals(FOREVER)) {
            return Optional.empty();
        }
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw ControlRefused.invalid("times must be a whole number from 1, or " + FOREVER);
        }
        return Optional.of(Integer.valueOf(text));
    }

    private static Optional<String> text(Map<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
