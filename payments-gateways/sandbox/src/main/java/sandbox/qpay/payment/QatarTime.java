package sandbox.qpay.payment;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the clocks of Qatar show them. */
public final class QatarTime {
    private static final ZoneId QATAR = ZoneId.of("Asia/Qatar");

    private QatarTime() {}

    /** {@code ddMMyyyyHHmmss} */
    public static String of(Instant moment) {
        return digits(moment, "ddMMuuuuHHmmss");
    }

    /** {@code dd/MM/yyyy HH:mm:ss}, which only the answer to a refund has. */
    public static String withSlashes(Instant moment) {
        return digits(moment, "dd/MM/uuuu HH:mm:ss");
    }

    static String digits(Instant moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(moment.atZone(QATAR));
    }
}
