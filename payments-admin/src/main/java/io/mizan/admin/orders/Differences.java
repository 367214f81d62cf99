package io.mizan.admin.orders;

import io.mizan.admin.render.Words;
import io.mizan.invariant.Violation;
import io.mizan.invariant.Violation.Difference;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where rows are not what they should be, in words. What has no words of its own is told as the log tells it. */
record Differences(Words words) {
    List<String> of(List<Violation> violations) {
        return violations.stream().map(this::of).toList();
    }

    private String of(Violation violation) {
        return violation
                .difference()
                .map(this::of)
                .or(() -> violation
                        .fault()
                        .map(fault -> words.text("chains.fault." + fault.kind().code(), fault.seq())))
                .orElseGet(() -> words.text(
                        "proof.broken", words.text("proof.invariant_" + violation.invariant()), violation.sentence()));
    }

    private String of(Difference difference) {
        var field = words.text("proof.field." + difference.field().code());
        var stored = value(difference, difference.stored());
        var demanded = value(difference, difference.demanded());
        return difference.of().isEmpty()
                ? words.text("proof.difference", field, stored, demanded)
                : words.text("proof.difference.of", difference.of(), field, stored, demanded);
    }

    /** Codes of ours in words; ids, amounts and times as they are. */
    private String value(Difference difference, String value) {
        var code = value.toLowerCase(Locale.ROOT);
        var inWords =
                switch (difference.field()) {
                    case STATUS -> words.find("order.status." + code);
                    case STATE -> words.find("attempt.state." + code);
                    case VERDICT -> words.find("case.evidence.verdict." + code);
                    case OPEN -> Optional.of(words.text(value.equals("true") ? "person.yes" : "person.no"));
                    default ->
                        value.equals("Optional.empty")
                                ? Optional.of(words.text("proof.nothing"))
                                : Optional.<String>empty();
                };
        return inWords.orElse(value);
    }
}
