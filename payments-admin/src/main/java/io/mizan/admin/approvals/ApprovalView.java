package io.mizan.admin.approvals;

import static java.util.stream.Collectors.joining;

import io.mizan.admin.gateways.GatewayWords;
import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Moment;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.approval.ApprovalSnapshot;
import io.mizan.approval.ApprovalState;
import io.mizan.approval.Wish;
import io.mizan.gateway.GatewayName;
import io.mizan.gatewayaccount.GatewayAccount;
import io.mizan.staff.StaffAct;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One act that waits or waited for a second person.
 *
 * @param what the act in words
 * @param details what exactly is approved, as far as people can read it
 * @param mayDecide whether it waits, and not for somebody else than whoever looks
 * @param own whether whoever looks asked for it, and may take it back
 */
public record ApprovalView(
        String id,
        String what,
        String subject,
        List<Detail> details,
        Badge state,
        String madeBy,
        Moment madeAt,
        Moment until,
        Optional<String> decidedBy,
        Optional<Moment> decidedAt,
        boolean mayDecide,
        boolean own) {
    private static final Map<Duration, String> OVERLAPS = Map.of(
            Duration.ZERO,
            "key.overlap.none",
            Duration.ofHours(1),
            "key.overlap.hour",
            Duration.ofDays(1),
            "key.overlap.day",
            Duration.ofDays(7),
            "key.overlap.week");

    public ApprovalView {
        details = List.copyOf(details);
    }

    /** @param now what it is until then, where that is known */
    public record Detail(String name, String value, Optional<String> now) {}

    /**
     * @param gateway as it is, of a wish to change one
     * @param gatewayNames what people call a gateway
     */
    public static ApprovalView of(
            ApprovalSnapshot approval,
            boolean own,
            Optional<GatewayAccount> gateway,
            Function<GatewayName, String> gatewayNames,
            Words words) {
        boolean waits = approval.state() == ApprovalState.WAITING;
        var wish = approval.wish();
        return new ApprovalView(
                approval.id().toString(),
                words.text("approval.act." + wish.act()),
                subject(wish, gatewayNames, words),
                wish.act().equals(StaffAct.GATEWAY_CHANGED.code())
                        ? new GatewayChange(gateway.filter(known -> waits), words).details(wish.detail())
                        : details(wish, words),
                new Badge(words.text("approval.state." + approval.state().code()), tone(approval.state())),
                approval.madeBy(),
                words.moment(approval.madeAt()),
                words.moment(approval.expiresAt()),
                approval.decidedBy(),
                approval.decidedAt().map(words::moment),
                waits && !own,
                waits && own);
    }

    /** A gateway goes by its name, a secret of one by its label. */
    private static String subject(Wish wish, Function<GatewayName, String> gatewayNames, Words words) {
        if (!wish.act().startsWith("gateway_")) {
            return wish.subject();
        }
        var parts = wish.subject().split("/", 2);
        var gateway = gatewayNames.apply(new GatewayName(parts[0]));
        return parts.length == 1 ? gateway : gateway + words.text("list.comma") + GatewayWords.label(parts[1], words);
    }

    private static List<Detail> details(Wish wish, Words words) {
        return wish.detail().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> !entry.getValue().isEmpty())
                .flatMap(entry -> words
                        .find("approval.detail." + entry.getKey())
                        .map(name -> new Detail(name, value(wish, entry.getKey(), words), Optional.empty()))
                        .stream())
                .toList();
    }

    private static String value(Wish wish, String name, Words words) {
        var value = wish.detail().get(name);
        return switch (name) {
            case "roles" -> each(value, ",", role -> words.find("role." + role), words);
            case "scopes" -> each(value, " ", scope -> words.find("key.scope." + scope), words);
            case "kind" ->
                words.find("keys.kind." + value.toLowerCase(Locale.ROOT)).orElse(value);
            case "expires" -> words.moment(Instant.parse(value)).text();
            case "overlap" -> overlap(value, words);
            case "name" -> wish.act().startsWith("gateway_") ? GatewayWords.label(value, words) : value;
            default -> value;
        };
    }

    private static String each(String values, String separator, Function<String, Optional<String>> word, Words words) {
        return Arrays.stream(values.split(separator, -1))
                .map(value -> word.apply(value).orElse(value))
                .collect(joining(words.text("list.comma")));
    }

    /** As the form words what can be chosen. */
    private static String overlap(String value, Words words) {
        var chosen = Duration.parse(value);
        return Optional.ofNullable(OVERLAPS.get(chosen))
                .map(key -> words.text(key))
                .orElseGet(() -> words.text("time.minutes", chosen.toMinutes()));
    }

    private static Tone tone(ApprovalState state) {
        return switch (state) {
            case WAITING -> Tone.WAITING;
            case APPROVED -> Tone.GOOD;
            case REJECTED -> Tone.BAD;
            case WITHDRAWN, EXPIRED -> Tone.QUIET;
        };
    }
}
