package io.mizan.admin.orders;

import io.mizan.admin.render.Actors;
import io.mizan.admin.render.Causes;
import io.mizan.admin.render.MessageKinds;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.explanation.ExplanationTexts;
import io.mizan.fact.Fact;
import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayName;
import io.mizan.gateway.Operation;
import io.mizan.timeline.TimelineEntry;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Words for the entries of a timeline. A kind that a newer version wrote is shown by its name. */
public final class TimelineWords {
    private static final String OPENED = "fact.checkout_opened";
    private static final String COMMAND = "command_";
    private static final String GATEWAY = "gateway";
    /** Each gateway has its own, with the patience that is set for it. */
    private static final Pattern NOTHING_FOUND =
            Pattern.compile("[a-z]+_(?:nothing_paid|not_found)_after_(?<minutes>[0-9]+)m");

    private static final Set<String> GOOD = Set.of("fact.captured", "fact.authorized", "fulfilment_reported");
    private static final Set<String> BAD =
            Set.of("fact.try_declined", "fact.checkout_refused", "command_given_up", "command_declined");
    private static final Set<String> WAITING = Set.of(
            "fact.challenge_required",
            "fact.payer_approved",
            "case_opened",
            "command_unknown",
            "duplicate_risk_accepted",
            "inquiry_failed");
    private static final Set<String> MINOR = Set.of(
            "attempt_state_changed",
            "command_sent",
            "command_done",
            "command_retry",
            "callback_received",
            "callback_replayed",
            "inquiry_answered",
            "merchant_event_recorded");

    /** Their words say all that there is to say. */
    private static final Set<String> SAID_IN_FULL = Set.of(
            "attempt_started",
            "attempt_state_changed",
            "case_cleared",
            "case_opened",
            "customer_returned",
            "merchant_event_recorded",
            "order_status_changed");

    private final Words words;
    private final ExplanationTexts texts;
    private final Function<GatewayName, String> gatewayNames;

    public TimelineWords(Words words, ExplanationTexts texts, Function<GatewayName, String> gatewayNames) {
        this.words = words;
        this.texts = texts;
        this.gatewayNames = gatewayNames;
    }

    /**
     * Through whom it happened.
     *
     * @param gateway absent where nobody knows, as of what concerns the whole order
     * @param madeHere whether its page is opened with a form that we sign: then nobody was called for it
     */
    record Through(Optional<GatewayName> gateway, boolean madeHere) {
        private static final Through ANYBODY = new Through(Optional.empty(), false);
    }

    public String text(TimelineEntry entry) {
        return text(entry, Through.ANYBODY);
    }

    String text(TimelineEntry entry, Through through) {
        return text(entry.kind(), entry.detail(), through);
    }

    /** A fact as the timeline words it. */
    String text(Fact fact, Through through) {
        var detail = new TreeMap<>(fact.detail());
        detail.put("qualifier", fact.qualifier());
        fact.amount().ifPresent(amount -> {
            detail.put("amount", amount.toDecimal());
            detail.put("currency", amount.currencyCode());
        });
        return text("fact." + fact.kind().code(), detail, through);
    }

    private String text(String kind, Map<String, String> detail, Through through) {
        var variant = isOpeningHere(kind, detail, through)
                ? "made_here"
                : detail.getOrDefault("qualifier", detail.getOrDefault(Fact.CATEGORY, ""));
        var arguments = arguments(kind, detail, named(through));
        return words.find("timeline." + kind + "." + variant, arguments)
                .or(() -> words.find("timeline." + kind, arguments))
                .map(TimelineWords::asSentence)
                .orElse(kind);
    }

    private static boolean isOpeningHere(String kind, Map<String, String> detail, Through through) {
        boolean opens =
                kind.startsWith(COMMAND) && Operation.OPEN_CHECKOUT.code().equals(detail.getOrDefault("operation", ""));
        return through.madeHere() && (opens || kind.equals(OPENED));
    }

    private String named(Through through) {
        return through.gateway().map(gatewayNames).orElseGet(() -> words.text("timeline.gateway"));
    }

    private static String asSentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** In the order in which the texts of this kind number them. */
    private Object[] arguments(String kind, Map<String, String> detail, String gateway) {
        return switch (kind) {
            case "order_status_changed" ->
                list(word("order.status.", detail, "to"), word("order.status.", detail, "from"));
            case "attempt_state_changed" ->
                list(word("attempt.state.", detail, "to"), word("attempt.state.", detail, "from"));
            case "attempt_started" -> list(gateway(detail), amount(detail));
            case "fact.captured",
                    "fact.authorized",
                    "fact.captured_total",
                    "fact.detected_total",
                    "fact.refund_status" -> list(amount(detail), gateway);
            case "fact.try_declined", "fact.checkout_refused" -> list(reason(detail), gateway);
            case "command_declined" -> list(word("operation.", detail, "operation"), refusal(detail), gateway);
            case "command_sent",
                    "command_done",
                    "command_retry",
                    "command_unknown",
                    "command_given_up",
                    "command_never_acted",
                    "command_withdrawn" -> list(word("operation.", detail, "operation"), reason(detail), gateway);
            case "case_opened",
                    "case_reopened",
                    "case_cleared",
                    "case_taken",
                    "case_handed_back",
                    "case_commented",
                    "case_resolved" -> list(word("case.", detail, "case"));
            case "fulfilment_reported" -> list(word("order.fulfilment.", detail, "fulfilment"));
            case "merchant_event_recorded", "callback_received", "callback_replayed" ->
                list(new MessageKinds(words).of(detail.getOrDefault("type", "")), gateway);
            default -> list(gateway);
        };
    }

    /** Something that an entry says beside: codes of ours in words; ids, amounts and the gateway's own words as they are. */
    OrderView.Detail detail(String name, String value) {
        var inWords =
                switch (name) {
                    case "operation" -> words.find("operation." + value);
                    case "basis" -> words.find("timeline.detail.basis." + value);
                    case "asked_when" -> words.find("attempt.state." + value);
                    case "capture" -> words.find("attempt.capture." + value);
                    case "fulfilment" -> words.find("order.fulfilment." + value);
                    case "case" -> words.find("case." + value + ".title");
                    case "gateway" -> Optional.of(gateway(Map.of(name, value)));
                    case "type" -> Optional.of(new MessageKinds(words).of(value));
                    case "hint" -> words.find("timeline.detail.hint." + value);
                    case Fact.RULE -> rule(value);
                    case "cause" -> new Causes(words).of(value);
                    case Fact.CATEGORY -> Optional.of(reason(Map.of(Fact.CATEGORY, value)));
                    case Fact.PAY_UNTIL, Fact.VALID_UNTIL, "received_at", "effective_at" -> moment(value);
                    default -> truth(value);
                };
        return new OrderView.Detail(
                words.find("timeline.detail." + name).orElse(name.replace('_', ' ')), inWords.orElse(value));
    }

    private Optional<String> rule(String name) {
        var after = NOTHING_FOUND.matcher(name);
        return after.matches()
                ? Optional.of(words.text("timeline.detail.rule.nothing_found", after.group("minutes")))
                : words.find("timeline.detail.rule." + name);
    }

    private Optional<String> truth(String value) {
        return switch (value) {
            case "true" -> Optional.of(words.text("person.yes"));
            case "false" -> Optional.of(words.text("person.no"));
            default -> Optional.empty();
        };
    }

    private Optional<String> moment(String value) {
        try {
            return Optional.of(words.moment(Instant.parse(value)).text());
        } catch (DateTimeParseException anotherForm) {
            return Optional.empty();
        }
    }

    private static Object[] list(Object... arguments) {
        return arguments;
    }

    private String word(String prefix, Map<String, String> detail, String name) {
        var code = detail.getOrDefault(name, "");
        return words.find(prefix + code)
                .or(() -> words.find(prefix + code + ".title"))
                .orElse(code);
    }

    private String amount(Map<String, String> detail) {
        return detail.getOrDefault("currency", "") + " " + detail.getOrDefault("amount", "");
    }

    private String gateway(Map<String, String> detail) {
        return Optional.ofNullable(detail.get(GATEWAY))
                .map(name -> gatewayNames.apply(new GatewayName(name)))
                .orElse("");
    }

    /** Where it is known better than by its category alone; what a gateway calls it otherwise stands in the details. */
    private String refusal(Map<String, String> detail) {
        return words.find(
                        "timeline.refusal." + detail.getOrDefault(Fact.CODE, "").toLowerCase(Locale.ROOT))
                .orElseGet(() -> reason(detail));
    }

    private String reason(Map<String, String> detail) {
        var code = detail.getOrDefault(Fact.CATEGORY, "");
        return Arrays.stream(FailureCategory.values())
                .filter(category -> category.code().equals(code))
                .findFirst()
                .map(texts::reason)
                .orElse(code);
    }

    String actor(TimelineEntry entry, Through through) {
        var actor = entry.actor();
        if (actor.equals(GATEWAY)) {
            if (isOpeningHere(entry.kind(), entry.detail(), through)) {
                return words.text("timeline.actor.mizan");
            }
            if (through.gateway().isPresent()) {
                return named(through);
            }
        }
        return new Actors(words).of(actor);
    }

    Tone tone(String kind) {
        if (GOOD.contains(kind)) {
            return Tone.GOOD;
        }
        if (BAD.contains(kind)) {
            return Tone.BAD;
        }
        return WAITING.contains(kind) ? Tone.WAITING : Tone.QUIET;
    }

    boolean saysAll(String kind) {
        return SAID_IN_FULL.contains(kind);
    }

    String weight(String kind) {
        return MINOR.contains(kind) ? "minor" : "main";
    }
}
