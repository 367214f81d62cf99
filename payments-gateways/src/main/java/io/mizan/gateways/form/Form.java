package io.mizan.gateways.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * An {@code application/x-www-form-urlencoded} text as an ordered list of fields, each name once. A field without a
 * value stays, empty. Immutable.
 */
public record Form(List<Field> fields) {
    private static final Form EMPTY = new Form(List.of());
    private static final int MOST_FIELDS = 500;

    public Form {
        fields = List.copyOf(fields);
        var names = new HashSet<String>();
        fields.forEach(field -> {
            if (!names.add(field.name)) {
                throw new IllegalArgumentException("a field stands twice");
            }
        });
    }

    /** @param raw the value as it stood on the wire, for signatures over that */
    public record Field(String name, String value, String raw) {
        public Field(String name, String value) {
            this(name, value, encoded(value));
        }
    }

    public static Form empty() {
        return EMPTY;
    }

    /** @throws IllegalArgumentException if the name is there already */
    public Form with(String name, String value) {
        var more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Form(more);
    }

    /** Empty if there is no such field; an empty text if there is one without a value. */
    public Optional<String> value(String name) {
        return fields.stream()
                .filter(field -> field.name.equals(name))
                .map(Field::value)
                .findFirst();
    }

    /** As it goes on the wire: UTF-8, spaces as {@code +}. */
    public String encode() {
        return fields.stream()
                .map(field -> encoded(field.name) + '=' + encoded(field.value))
                .collect(joining("&"));
    }

    /** @throws IllegalArgumentException as {@link #parse(String)} */
    public static Form parse(byte[] body) {
        return parse(strict(ByteBuffer.wrap(body)));
    }

    /**
     * Splits at {@code &} and at the first {@code =} of each part.
     *
     * @throws IllegalArgumentException if a name stands twice, an escape is broken, text is not UTF-8, or there are
     *     more than 500 fields
     */
    public static Form parse(String encoded) {
        if (encoded.isEmpty()) {
            return EMPTY;
        }
        var parts = encoded.split("&", MOST_FIELDS + 1);
        if (parts.length > MOST_FIELDS) {
            throw new IllegalArgumentException("more fields than any form of ours");
        }
        var fields = new ArrayList<Field>(parts.length);
        for (var part : parts) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                var name = equals < 0 ? part : part.substring(0, equals);
                var raw = equals < 0 ? "" : part.substring(equals + 1);
                fields.add(new Field(decoded(name), decoded(raw), raw));
            }
        }
        return new Form(fields);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String decoded(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(escaped(text, i));
                i += 2;
            } else if (c == '+') {
                bytes.write(' ');
            } else if (c < 0x80) {
                bytes.write(c);
            } else {
                int end = text.offsetByCodePoints(i, 1);
                bytes.writeBytes(text.substring(i, end).getBytes(UTF_8));
                i = end - 1;
            }
        }
        return strict(ByteBuffer.wrap(bytes.toByteArray()));
    }

    private static int escaped(String text, int percent) {
        if (percent + 2 >= text.length()) {
            throw new IllegalArgumentException("a broken escape");
        }
        int high = Character.digit(text.charAt(percent + 1), 16);
        int low = Character.digit(text.charAt(percent + 2), 16);
        if (high < 0 || low < 0) {
            throw new IllegalArgumentException("a broken escape");
        }
        return high * 16 + low;
    }

    private static String strict(ByteBuffer bytes) {
        try {
            return UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("not UTF-8", e);
        }
    }
}
