package io.mizan.web.problem;

import static io.mizan.failure.ErrorCode.CONCURRENT_CHANGE;
import static io.mizan.failure.ErrorCode.INTERNAL_ERROR;
import static io.mizan.failure.ErrorCode.INVALID_FIELD;
import static io.mizan.failure.ErrorCode.MALFORMED_BODY;
import static io.mizan.failure.ErrorCode.METHOD_NOT_ALLOWED;
import static io.mizan.failure.ErrorCode.NOT_ACCEPTABLE;
import static io.mizan.failure.ErrorCode.NOT_FOUND;
import static io.mizan.failure.ErrorCode.PERMISSION_DENIED;
import static io.mizan.failure.ErrorCode.SERVICE_UNAVAILABLE;
import static io.mizan.failure.ErrorCode.UNSUPPORTED_MEDIA_TYPE;

import io.mizan.failure.MizanException;
import io.mizan.sql.SqlFailure;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Words whatever went wrong as a problem, and writes to the log what the caller is not told. */
final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class.getName());
    private static final int DEEPEST_CAUSE = 20;

    /** SQLSTATE classes that a bug of ours has: data, constraint, syntax. The rest is the database's condition. */
    private static final List<String> OUR_FAULT = List.of("22", "23", "42");

    private Problems() {}

    public static Problem of(Throwable failure, String requestId) {
        var refusal = find(failure, MizanException.class);
        if (refusal.isPresent()) {
            return Problem.of(refusal.get());
        }
        if (failure instanceof WebApplicationException protocol) {
            return ofProtocol(protocol, requestId);
        }
        if (find(failure, OptimisticLockException.class).isPresent()) {
            return Problem.of(
                    CONCURRENT_CHANGE, "It was changed by somebody else at the same time. Repeat the request.");
        }
        if (SqlFailure.isLockConflict(failure) || isConditionOfDatabase(failure)) {
            LOG.log(Level.WARNING, failure, () -> "event=request.unavailable request_id=" + requestId);
            return Problem.of(SERVICE_UNAVAILABLE, "The database is busy or away. Repeat the request in a moment.");
        }
        return fault(failure, requestId);
    }

    private static Problem ofProtocol(WebApplicationException protocol, String requestId) {
        int status = protocol.getResponse().getStatus();
        return switch (status) {
            case 400 -> Problem.of(MALFORMED_BODY, "The request cannot be read.");
            case 403 -> Problem.of(PERMISSION_DENIED, "A key of this kind may not do this.");
            case 404 -> Problem.of(NOT_FOUND, "There is nothing at this address.");
            case 405 -> Problem.of(METHOD_NOT_ALLOWED, "This address does not know that method.");
            case 406 -> Problem.of(NOT_ACCEPTABLE, "Answers are application/json or application/problem+json.");
            case 415 -> Problem.of(UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json.");
            case 503 -> Problem.of(SERVICE_UNAVAILABLE, "Repeat the request in a moment.");
            default ->
                status < 500 ? Problem.of(INVALID_FIELD, "The request is not valid.") : fault(protocol, requestId);
        };
    }

    private static Problem fault(Throwable failure, String requestId) {
        LOG.log(Level.SEVERE, failure, () -> "event=request.failed request_id=" + requestId);
        return Problem.of(
                INTERNAL_ERROR, "Something went wrong on our side. The request id leads to the rest of the story.");
    }

    private static boolean isConditionOfDatabase(Throwable failure) {
        return find(failure, SQLException.class)
                .map(sql -> sql.getSQLState() == null || !OUR_FAULT.contains(stateClass(sql)))
                .orElse(false);
    }

    private static String stateClass(SQLException sql) {
        return sql.getSQLState().substring(0, Math.min(2, sql.getSQLState().length()));
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        var cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
