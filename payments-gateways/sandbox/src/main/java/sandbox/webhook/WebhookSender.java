package sandbox.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a simulated provider knows about sending its messages. */
public interface WebhookSender {
    /** The gateway whose messages these are. */
    String gateway();

    URI target(OutgoingEvent event);

    /** The headers of one sending, its content type and signature among them. */
    Map<String, String> headers(Sending sending);

    /** The body as it is sent, where that differs from the message. */
    default String body(Sending sending) {
        return sending.event().body();
    }

    /** The message as it were if it was of the other mode, live or test; the same where messages do not say. */
    default OutgoingEvent ofOtherMode(OutgoingEvent event) {
        return event;
    }

    /** The message as it were if it was about another account; the same where messages do not say. */
    default OutgoingEvent ofOtherAccount(OutgoingEvent event) {
        return event;
    }

    /** The pauses before the second, third, … try; after the last it is given up. */
    default List<Duration> pauses() {
        return RetrySchedule.STANDARD;
    }

    /** The pauses of that message, where not all are tried alike. */
    default List<Duration> pauses(OutgoingEvent event) {
        return pauses();
    }

    /** What the merchant's answer counts as. */
    default Reception judge(int status, String body) {
        return Reception.of(status);
    }
}
