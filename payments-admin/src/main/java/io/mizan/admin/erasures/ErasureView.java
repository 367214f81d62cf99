package io.mizan.admin.erasures;

import io.mizan.admin.render.Badge;
import io.mizan.admin.render.Moment;
import io.mizan.admin.render.Tone;
import io.mizan.admin.render.Words;
import io.mizan.erasure.ErasureSnapshot;
import io.mizan.erasure.ErasureState;
import java.util.Optional;

/**
 * One wish to erase a customer.
 *
 * @param until when it runs out, while it waits
 * @param mayDecide whether it waits, and not for whoever asked
 * @param own whether it waits for somebody else than whoever looks
 */
public record ErasureView(
        String id,
        String order,
        String reason,
        Badge state,
        String requestedBy,
        Moment requestedAt,
        Optional<Moment> until,
        Optional<String> decidedBy,
        Optional<Moment> decidedAt,
        Optional<String> erased,
        boolean mayDecide,
        boolean own) {

    public static ErasureView of(ErasureSnapshot wish, boolean own, Words words) {
        boolean waits = wish.state() == ErasureState.AWAITING_APPROVAL;
        return new ErasureView(
                wish.id().toString(),
                wish.order().toString(),
                wish.reason(),
                new Badge(words.text("erasure.state." + wish.state().code()), tone(wish.state())),
                wish.requestedBy(),
                words.moment(wish.requestedAt()),
                wish.runsOutAt().map(words::moment),
                wish.decidedBy(),
                wish.decidedAt().map(words::moment),
                wish.finishedAt().map(at -> words.text("erasure.erased", wish.orders())),
                waits && !own,
                waits && own);
    }

    private static Tone tone(ErasureState state) {
        return switch (state) {
            case AWAITING_APPROVAL, APPROVED -> Tone.WAITING;
            case DONE -> Tone.GOOD;
            case REJECTED, EXPIRED -> Tone.QUIET;
        };
    }
}
