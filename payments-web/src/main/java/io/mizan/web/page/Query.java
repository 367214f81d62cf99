package io.mizan.web.page;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The query of an address, read as strictly as a body: by name, each parameter once, nothing that is not known. */
public final class Query {
    private static final int DEFAULT_LIMIT = 20;
    private static final int LARGEST_LIMIT = 100;

    private final MultivaluedMap<String, String> parameters;

    private Query(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    /** @throws MizanException {@code UNKNOWN_FIELD} or {@code DUPLICATE_FIELD} with the parameter's name */
    public static Query of(UriInfo uri, Set<String> known) {
        var parameters = uri.getQueryParameters();
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw MizanException.of(ErrorCode.UNKNOWN_FIELD, name, "There is no parameter '" + name + "' here.");
            }
            if (values.size() > 1) {
                throw MizanException.of(
                        ErrorCode.DUPLICATE_FIELD, name, "The parameter '" + name + "' is there twice.");
            }
        });
        return new Query(parameters);
    }

    /** @param type refuses what it does not know with an {@link IllegalArgumentException} that says what it expects */
    public <T> Optional<T> value(String name, Function<String, T> type) {
        return Optional.ofNullable(parameters.getFirst(name)).map(text -> {
            try {
                return type.apply(text);
            } catch (IllegalArgumentException refusal) {
                throw MizanException.of(
                        ErrorCode.INVALID_FIELD, name, "'" + name + "' is not valid: " + refusal.getMessage() + ".");
            }
        });
    }

    /** How many entries the page may have: 1 to 100, 20 if nothing is said. */
    public int limit() {
        return value("limit", Query::limit).orElse(DEFAULT_LIMIT);
    }

    /** The key of the last entry of the page before. */
    public <T> Optional<T> after(String list, Function<String, T> key) {
        return value("cursor", cursor -> key.apply(Cursor.read(list, cursor)));
    }

    private static int limit(String text) {
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > LARGEST_LIMIT) {
            throw new IllegalArgumentException("it is a whole number from 1 to " + LARGEST_LIMIT);
        }
        return Integer.parseInt(text);
    }
}
