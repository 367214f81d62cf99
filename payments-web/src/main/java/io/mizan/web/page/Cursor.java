package io.mizan.web.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where a page of a list ended. Opaque outside; inside, the name of the list and the key of the page's last entry, so that
 * a cursor of one list is no cursor of another.
 */
public final class Cursor {
    private Cursor() {}

    /** A page as it was read: one entry more than asked for says that another page follows. */
    public static <T> Optional<String> next(String list, List<T> oneMore, int limit, Function<T, Object> key) {
        return oneMore.size() > limit
                ? Optional.of(write(list, key.apply(oneMore.get(limit - 1)).toString()))
                : Optional.empty();
    }

    static String write(String list, String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException if it is not a cursor of this list */
    static String read(String list, String cursor) {
        var text = decode(cursor);
        if (!text.startsWith(list + ":")) {
            throw new IllegalArgumentException("it is not a cursor of this list");
        }
        return text.substring(list.length() + 1);
    }

    private static String decode(String cursor) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            throw new IllegalArgumentException("it is not a cursor of this list", notOurs);
        }
    }
}
