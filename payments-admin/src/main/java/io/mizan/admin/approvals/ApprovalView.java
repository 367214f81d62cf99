package io.mizan.admin.approvals;

import static java.util.stream.Collectors.joining;

import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Moment;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.approval.ApprovalSnapshot;
import io.mizan.approval.ApprovalState;
import io.mizan.approval.Wish;
import io.mizan.gatewayaccount.GatewayAccount;
import io.mizan.staff.StaffAct;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** @param now what it is until then, where that is known */
    public record Detail(String name, String value, Optional<String> now) {}

    /** @param gateway as it is, of a wish to change one */
    public static ApprovalView of(
            ApprovalSnapshot approval, boolean own, Optional<GatewayAccount> gateway, Words words) {
        boolean waits = approval.state() == ApprovalState.WAITING;
        var wish = approval.wish();
        return new ApprovalView(
                approval.id().toString(),
                words.text("approval.act." + wish.act()),
                wish.subject(),
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

    private static List<Detail> details(Wish wish, Words words) {
        return wish.detail().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> !entry.getValue().isEmpty())
                .flatMap(entry -> words
                        .find("approval.detail." + entry.getKey())
                        .map(name -> new Detail(name, value(entry.getKey(), entry.getValue(), words), Optional.empty()))
                        .stream())
                .toList();
    }

    private static String value(String name, String value, Words words) {
        return name.equals("roles")
                ? Arrays.stream(value.split(",", -1))
                        .map(role -> words.find("role." + role).orElse(role))
                        .collect(joining(words.text("list.comma")))
                : value;
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
