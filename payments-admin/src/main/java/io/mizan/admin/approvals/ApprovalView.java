package io.mizan.admin.approvals;

import static java.util.stream.Collectors.joining;

import io.mizan.admin.gateways.GatewayWords;
import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Moment;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.approval.ApprovalSnapshot;
import io.mizan.approval.ApprovalState;
import io.mizan.gatewayaccount.ChangeGateway;
import io.mizan.staff.StaffAct;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
    public ApprovalView {
        details = List.copyOf(details);
    }

    public record Detail(String name, String value) {}

    public static ApprovalView of(ApprovalSnapshot approval, boolean own, Words words) {
        boolean waits = approval.state() == ApprovalState.WAITING;
        var wish = approval.wish();
        return new ApprovalView(
                approval.id().toString(),
                words.text("approval.act." + wish.act()),
                wish.subject(),
                wish.detail().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .filter(entry -> !entry.getValue().isEmpty())
                        .flatMap(entry -> label(wish.act(), entry.getKey(), words)
                                .map(name -> new Detail(name, value(entry.getKey(), entry.getValue(), words)))
                                .stream())
                        .toList(),
                new Badge(words.text("approval.state." + approval.state().code()), tone(approval.state())),
                approval.madeBy(),
                words.moment(approval.madeAt()),
                words.moment(approval.expiresAt()),
                approval.decidedBy(),
                approval.decidedAt().map(words::moment),
                waits && !own,
                waits && own);
    }

    /** Of settings of gateways everything is told, under their names if there are no words for them. */
    private static Optional<String> label(String act, String name, Words words) {
        return words.find("approval.detail." + name)
                .or(() -> act.equals(StaffAct.GATEWAY_CHANGED.code())
                        ? Optional.of(GatewayWords.label(name, words))
                        : Optional.empty());
    }

    private static String value(String name, String value, Words words) {
        return switch (name) {
            case "roles" -> list(value, role -> words.find("role." + role).orElse(role), words);
            case ChangeGateway.AS_ENVIRONMENT -> list(value, setting -> GatewayWords.label(setting, words), words);
            case "enabled", "offered" -> words.text(value.equals("true") ? "person.yes" : "person.no");
            default -> value;
        };
    }

    private static String list(String value, UnaryOperator<String> word, Words words) {
        return Arrays.stream(value.split(",", -1)).map(word).collect(joining(words.text("list.comma")));
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
