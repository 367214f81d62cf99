package io.mizan.failure;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request breaks a rule. The message is one sentence for the developer who calls us; it never holds SQL, secrets or
 * personal data. Rolls back whatever transaction it leaves.
 */
public class MizanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String param;
    private final Duration retryAfter;
    private final transient Map<String, Object> members;

    private MizanException(
            ErrorCode code, String detail, String param, Duration retryAfter, Map<String, Object> members) {
        super(requireNonNull(detail, "detail"));
        this.code = requireNonNull(code, "code");
        this.param = param;
        this.retryAfter = retryAfter;
        this.members = members;
    }

    public MizanException(ErrorCode code, String detail) {
        this(code, detail, null, null, Map.of());
    }

    /** @param param the member, query parameter or header at fault, as the caller wrote it: {@code items[0].quantity} */
    public static MizanException of(ErrorCode code, String param, String detail) {
        return new MizanException(code, detail, requireNonNull(param, "param"), null, Map.of());
    }

    public MizanException retryAfter(Duration wait) {
        return new MizanException(code, getMessage(), param, requireNonNull(wait, "wait"), members);
    }

    /** Adds an extension member of the problem document: a string, number, boolean, or a view the web module renders. */
    public MizanException with(String name, Object value) {
        var more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new MizanException(code, getMessage(), param, retryAfter, Collections.unmodifiableMap(more));
    }

    public ErrorCode code() {
        return code;
    }

    public Optional<String> param() {
        return Optional.ofNullable(param);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Map<String, Object> members() {
        return members;
    }
}
