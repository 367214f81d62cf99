package io.mizan.gateways.http;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What came of one call, before anybody asks what it means. */
public sealed interface HttpReply {
    /**
     * Somebody answered; not necessarily the provider.
     *
     * @param headers under names of any case
     */
    @SuppressWarnings("ArrayRecordComponent") // read, never compared
    record Answered(int status, Map<String, List<String>> headers, byte[] body) implements HttpReply {
        /** Longer waits than this say nothing that our own schedule does not. */
        private static final Duration LONGEST_WAIT = Duration.ofHours(1);

        public Answered {
            var caseless = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
            caseless.putAll(headers);
            headers = Collections.unmodifiableMap(caseless);
        }

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** The first value of that header. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The wait that it asks for, in seconds; a date, which a proxy may write, is passed over. */
        public Optional<Duration> retryAfter() {
            return header("Retry-After")
                    .filter(seconds -> seconds.matches("[0-9]{1,9}"))
                    .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                    .map(asked -> asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT);
        }

        /** When it answered, by its own clock. */
        public Optional<Instant> date() {
            return header("Date").flatMap(Answered::instant);
        }

        private static Optional<Instant> instant(String date) {
            try {
                return Optional.of(ZonedDateTime.parse(date, RFC_1123_DATE_TIME).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** Nothing was sent: no connection came about. */
    record NotReached(String cause) implements HttpReply {}

    /** It was sent, or may have been, and no whole answer came. */
    record Unanswered(String cause) implements HttpReply {}
}
