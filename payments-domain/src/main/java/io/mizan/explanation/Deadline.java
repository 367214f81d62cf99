package io.mizan.explanation;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.casework.CaseKind;
import io.mizan.command.GatewayCommand;
import io.mizan.fact.FactKind;
import io.mizan.gateway.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Until when it is somebody's turn. Each but {@link #NONE} always knows a time: where the nearest is not known, the next
 * larger one holds, and that of the order last.
 */
enum Deadline {
    /** Nothing runs out. */
    NONE(picture -> Optional.empty()),
    /** The order itself lapses. */
    ORDER(picture -> Optional.of(picture.order().expiresAt())),
    /** Our own worker should have closed the order by then. */
    ORDER_CLOSED(picture -> Optional.of(picture.order().expiresAt().plus(Picture.OVERDUE_AFTER))),
    /** The page takes no more money. */
    PAGE(picture -> picture.inQuestion().flatMap(AttemptSnapshot::payUntil)),
    /** The bank lets go of the money. */
    HOLD(picture -> picture.latestFirst()
            .flatMap(attempt -> picture.heldUntil(attempt).stream())
            .min(Instant::compareTo)),
    /** The gateway should have been asked. */
    INQUIRY(picture -> picture.inQuestion().flatMap(AttemptSnapshot::waitsSince)),
    /** The gateway should have been asked again, with all the delay that a busy worker may have. */
    INQUIRY_DONE(picture -> INQUIRY.known(picture).map(due -> due.plus(Picture.OVERDUE_AFTER))),
    /** What we asked of the gateway should have been sent again, with all the delay that a busy worker may have. */
    COMMAND(picture -> picture.outstandingInQuestion(Operation.values())
            .flatMap(GatewayCommand::waitsSince)
            .map(due -> due.plus(Picture.OVERDUE_AFTER))),
    /** An operator looks within the hour. */
    HOUR_OF_TROUBLE(picture -> picture.troubledSince().map(since -> since.plus(CaseKind.URGENT_WITHIN))),
    /** The same, from when what was asked was given up, whatever has become of its case. */
    HOUR_OF_GIVING_UP(picture -> picture.givenUpAt().map(at -> at.plus(CaseKind.URGENT_WITHIN))),
    /** Whoever decides over money that surprised does so within a day. */
    DAY_OF_CASE(picture -> picture.troubledSince().map(since -> since.plus(CaseKind.WITHIN))),
    /** Whatever contradicts a delivery is put right within a day. */
    DAY_OF_DELIVERY(picture ->
            picture.dossier().fulfilmentReport().map(report -> report.at().plus(Duration.ofDays(1)))),
    /** A refund that was begun has arrived within two weeks; banks need up to ten of their days. */
    RETURN(picture -> picture.latestFirst()
            .flatMap(attempt -> picture.facts(attempt, FactKind.REFUND_STATUS).stream())
            .map(Picture::time)
            .max(Instant::compareTo)
            .map(at -> at.plus(Duration.ofDays(14)))),
    /** A customer who has paid hears of a delivery within three days. */
    DELIVERY(picture -> paidAt(picture).map(at -> at.plus(Duration.ofDays(3))));

    @SuppressWarnings("ImmutableEnumChecker") // a function of its argument alone
    private final Function<Picture, Optional<Instant>> known;

    Deadline(Function<Picture, Optional<Instant>> known) {
        this.known = known;
    }

    private Optional<Instant> known(Picture picture) {
        return known.apply(picture);
    }

    Optional<Instant> of(Picture picture) {
        return this == NONE
                ? Optional.empty()
                : known(picture).or(() -> Optional.of(picture.order().expiresAt()));
    }

    private static Optional<Instant> paidAt(Picture picture) {
        return picture.latestFirst()
                .flatMap(attempt -> picture.facts(attempt, FactKind.CAPTURED, FactKind.CAPTURED_TOTAL).stream())
                .map(Picture::time)
                .max(Instant::compareTo);
    }
}
