package io.mizan.web.problem;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.web.json.JsonText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One problem document.
 *
 * @param detail this occurrence in one sentence, for the developer who called
 * @param param the member, parameter or header at fault
 * @param retryAfter what the header of that name says
 * @param members beyond those that every problem has
 */
public record Problem(
        ErrorCode code,
        String detail,
        Optional<String> param,
        Optional<Duration> retryAfter,
        Map<String, Object> members) {
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Stable, and the same for everybody who runs Mizan; its last part names a section of docs/problems.md. */
    private static final String TYPE = "urn:mizan:problem:";

    /** What the header says when a refusal that may be repeated does not say when. */
    private static final Duration SOON = Duration.ofSeconds(2);

    public static Problem of(MizanException refusal) {
        return new Problem(
                refusal.code(), refusal.getMessage(), refusal.param(), refusal.retryAfter(), refusal.members());
    }

    public static Problem of(ErrorCode code, String detail) {
        return new Problem(code, detail, Optional.empty(), Optional.empty(), Map.of());
    }

    public int status() {
        return kind().status();
    }

    /** Whole seconds, rounded up; always there when the status asks for it. */
    public Optional<Long> retryAfterSeconds() {
        boolean expected = status() == 503 || code == ErrorCode.RATE_LIMITED;
        return retryAfter
                .or(() -> expected ? Optional.of(SOON) : Optional.empty())
                .map(wait -> Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    /** The document itself, in UTF-8. */
    public byte[] toJson(String requestId) {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", TYPE + code.code());
        document.put("title", kind().title());
        document.put("status", status());
        document.put("detail", detail);
        document.put("code", code.code());
        document.put("param", param.orElse(null));
        document.put("request_id", requestId);
        document.put("retry", kind().retry());
        members.forEach(document::putIfAbsent);
        return JsonText.of(document);
    }

    private ProblemKind kind() {
        return ProblemKind.of(code);
    }
}
