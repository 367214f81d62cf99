package io.mizan.admin.orders;

import static java.util.stream.Collectors.joining;

import io.mizan.admin.cases.CaseView;
import io.mizan.admin.render.Words;
import io.mizan.failure.FailureCategory;
import io.mizan.invariant.Violation;
import io.mizan.invariant.Violation.Difference;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Where rows are not what they should be, in words. What has no words of its own is told as the log tells it.
 *
 * @param reasons why a try was declined, in words
 */
record Differences(Words words, Function<FailureCategory, String> reasons) {
    private static final Pattern SURPRISE = Pattern.compile("(?<kind>\\S+) (?<subject>\\S+) \\{(?<shows>.*)}");
    private static final Pattern COMMAND = Pattern.compile("(?<operation>[a-z_]+)(?: \\d+)? of (?<attempt>att_\\S+)");
    private static final Pattern FACT = Pattern.compile("(?<kind>[a-z_]+) (?<object>.+)");
    private static final Pattern BALANCE = Pattern.compile("(?<account>[a-z]+)(?:/(?<of>\\S+))? (?<amount>.+)");

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
                .or(() -> violation
                        .broken()
                        .map(broken -> words.text(
                                "proof.breach." + broken.breach().code(),
                                broken.values().stream().map(this::named).toArray())))
                .orElseGet(() -> words.text(
                        "proof.broken", words.text("proof.invariant_" + violation.invariant()), violation.sentence()));
    }

    /**
     * What was asked of a gateway is told in words, with its attempt, and a fact with what it is about; ids, amounts and
     * numbers as they are.
     */
    private String named(String value) {
        var command = COMMAND.matcher(value);
        if (command.matches()) {
            return words.text(
                    "proof.command", words.text("operation." + command.group("operation")), command.group("attempt"));
        }
        var fact = FACT.matcher(value);
        return fact.matches()
                ? words.find("proof.fact." + fact.group("kind"))
                        .map(kind -> words.text("proof.fact", kind, fact.group("object")))
                        .orElse(value)
                : value;
    }

    private String of(Difference difference) {
        var field = words.text("proof.field." + difference.field().code());
        var stored = value(difference, difference.stored());
        var demanded = value(difference, difference.demanded());
        return difference.of().isEmpty()
                ? words.text("proof.difference", field, stored, demanded)
                : words.text("proof.difference.of", named(difference.of()), field, stored, demanded);
    }

    /** Codes of ours and times in words; ids and amounts as they are. */
    private String value(Difference difference, String value) {
        if (value.isEmpty()) {
            return words.text("proof.nothing");
        }
        var code = value.toLowerCase(Locale.ROOT);
        return switch (difference.field()) {
            case STATUS -> words.find("order.status." + code).orElse(value);
            case STATE -> words.find("attempt.state." + code).orElse(value);
            case VERDICT -> words.find("case.evidence.verdict." + code).orElse(value);
            case OPEN -> words.text(value.equals("true") ? "person.yes" : "person.no");
            case LAST_DECLINE -> decline(value);
            case PAYABLE_UNTIL -> moment(value);
            case SURPRISES -> each(value, this::surprise);
            case BALANCES -> each(value, this::balance);
            case DUE, AUTHORIZED, CAPTURED, IDEMPOTENCY_KEY -> value;
        };
    }

    private static String each(String values, Function<String, String> inWords) {
        return Arrays.stream(values.split(Difference.BETWEEN, -1)).map(inWords).collect(joining(Difference.BETWEEN));
    }

    /** Its category in words, and what the gateway calls it. */
    private String decline(String value) {
        var parts = value.split(" ", 2);
        return Arrays.stream(FailureCategory.values())
                .filter(category -> category.code().equals(parts[0]))
                .findFirst()
                .map(reasons)
                .map(reason -> words.text("proof.with", reason, parts.length > 1 ? parts[1] : ""))
                .orElse(value);
    }

    private String moment(String value) {
        try {
            return words.moment(Instant.parse(value)).text();
        } catch (DateTimeParseException anotherForm) {
            return value;
        }
    }

    private String surprise(String value) {
        var told = SURPRISE.matcher(value);
        if (!told.matches()) {
            return value;
        }
        var kind = words.find("case." + told.group("kind") + ".title").orElse(told.group("kind"));
        var shows = Arrays.stream(told.group("shows").split(", ", -1))
                .map(this::evidence)
                .collect(joining(", "));
        return words.text("proof.with", kind, told.group("subject") + (shows.isEmpty() ? "" : ", " + shows));
    }

    private String evidence(String pair) {
        var parts = pair.split("=", 2);
        if (parts.length < 2) {
            return pair;
        }
        var fact = CaseView.fact(parts[0], parts[1], words);
        return fact.name() + " " + fact.value();
    }

    private String balance(String value) {
        var told = BALANCE.matcher(value);
        if (!told.matches()) {
            return value;
        }
        var account = words.find(
                "proof.account." + told.group("account"),
                Optional.ofNullable(told.group("of")).orElse(""));
        return account.map(it -> it + " " + told.group("amount")).orElse(value);
    }
}
