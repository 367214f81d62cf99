package io.mizan.explanation;

import static io.mizan.explanation.DossierBuilder.anOrder;
import static io.mizan.explanation.DossierBuilder.qar;
import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.casework.CaseKind;
import io.mizan.command.CommandState;
import io.mizan.fact.FactKind.Closing;
import io.mizan.gateway.Operation;
import io.mizan.order.Fulfilment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/advice.md} true. What the page has to say is left in {@code target/advice.md}. */
class AdvicePageTest {
    private static final ExplanationTexts ENGLISH = texts("en");
    private static final ExplanationTexts ARABIC = texts("ar");

    @Test
    void the_page_tells_every_rule_in_order_and_every_worked_example_as_the_program_does() throws IOException {
        var rules = Arrays.stream(Situation.values())
                .map(rule -> "| `" + rule.code() + "` | " + ENGLISH.actor(rule.actor()) + " | `"
                        + rule.deadline().name().toLowerCase(Locale.ROOT) + "` | " + ENGLISH.title(bare(rule)) + " |")
                .collect(Collectors.joining("\n"));
        var told = examples().entrySet().stream()
                .map(example -> told(example.getKey(), example.getValue().build()))
                .collect(Collectors.joining("\n\n"));
        Files.writeString(Path.of("target", "advice.md"), rules + "\n\n" + told + "\n");

        assertThat(Path.of("..", "docs", "advice.md")).content().contains(rules).contains(told);
    }

    private static Map<String, DossierBuilder> examples() {
        var examples = new LinkedHashMap<String, DossierBuilder>();
        examples.put(
                "Unknown and fulfilled",
                anOrder().attempt(a -> a.pageShown().cameBack()).delivery(Fulfilment.FULFILLED));
        examples.put(
                "Late success",
                anOrder()
                        .attempt(a -> a.pageShown().closed(Closing.EXPIRED).captured(qar(25000)))
                        .openCase(CaseKind.LATE_SUCCESS));
        examples.put(
                "Paid twice",
                anOrder()
                        .attempt(a -> a.pageShown().captured(qar(25000)))
                        .attempt(a -> a.pageShown().captured(qar(25000)))
                        .openCase(CaseKind.DUPLICATE_PAYMENT));
        examples.put(
                "Underpaid",
                anOrder().attempt(a -> a.pageShown().captured(qar(20000))).openCase(CaseKind.AMOUNT_MISMATCH));
        examples.put(
                "Overdue inquiry", anOrder().attempt(a -> a.pageShown().asked().askNext(Duration.ofMinutes(10))));
        examples.put("Session abandoned", anOrder().attempt(a -> a.pageShown().closed(Closing.EXPIRED)));
        examples.put(
                "Asked to collect, and never answered",
                anOrder()
                        .attempt(a ->
                                a.manual().pageShown().authorized().command(Operation.CAPTURE, CommandState.GIVEN_UP))
                        .openCase(CaseKind.COMMAND_GIVEN_UP));
        return examples;
    }

    private static String told(String name, Dossier dossier) {
        var next = Explanation.of(dossier).next();
        return """
                ### %s

                Rule `%s`, read on 21 November 2026 at %s.

                | | | |
                |---|---|---|
                | **Who** | %s | %s |
                | **What** | %s | %s |
                | **By** | %s | |
                | **Otherwise** | %s | %s |
                | **Do not** | %s | %s |"""
                .formatted(
                        name,
                        next.situation().code(),
                        dossier.now().toString().substring(11, 16),
                        ENGLISH.actor(next.actor()),
                        ARABIC.actor(next.actor()),
                        ENGLISH.title(next) + ". " + ENGLISH.what(next),
                        ARABIC.title(next) + ". " + ARABIC.what(next),
                        next.by()
                                        .map(by ->
                                                by.toString().substring(0, 16).replace('T', ' ') + " UTC")
                                        .orElse("–")
                                + (next.overdue() ? ", overdue" : ""),
                        ENGLISH.otherwise(next),
                        ARABIC.otherwise(next),
                        ENGLISH.avoid(next),
                        ARABIC.avoid(next));
    }

    private static Advice bare(Situation rule) {
        return new Advice(rule, rule.actor(), Optional.empty(), false, Optional.empty());
    }

    private static ExplanationTexts texts(String language) {
        return new ExplanationTexts(Locale.forLanguageTag(language), name -> "Stripe");
    }
}
