package io.mizan.gateways.qpay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Times as QPay writes them: {@code ddMMyyyyHHmmss} on the clocks of Qatar, wherever this server stands. */
final class QPayMoment {
    private static final ZoneId QATAR = ZoneId.of("Asia/Qatar");
    private static final DateTimeFormatter WRITTEN =
            DateTimeFormatter.ofPattern("ddMMuuuuHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private QPayMoment() {}

    static String write(Instant moment) {
        return WRITTEN.format(moment.atZone(QATAR));
    }

    /** Empty if there is no such time: it only ever tells when, never what. */
    static Optional<Instant> read(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, WRITTEN).atZone(QATAR).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
