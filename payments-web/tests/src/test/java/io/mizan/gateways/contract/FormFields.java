package io.mizan.gateways.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import io.mizan.gateway.Callback;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What a browser posts, in its order; and what somebody could have made of it. */
public record FormFields(List<Field> fields) {
    private static final Map<String, String> HEADERS = Map.of("content-type", "application/x-www-form-urlencoded");

    public record Field(String name, String value) {
        private Field changed() {
            return new Field(
                    name,
                    value.isEmpty() ? "1" : value.substring(0, value.length() - 1) + (value.endsWith("0") ? '1' : '0'));
        }
    }

    public FormFields {
        fields = List.copyOf(fields);
    }

    public static FormFields of(Callback.Raw posted) {
        return new FormFields(Arrays.stream(new String(posted.body(), UTF_8).split("&"))
                .map(pair -> pair.split("=", 2))
                .map(pair -> new Field(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8)))
                .toList());
    }

    public Callback.Raw posted() {
        return new Callback.Raw(HEADERS, encoded().getBytes(UTF_8));
    }

    public String encoded() {
        return fields.stream()
                .map(field -> URLEncoder.encode(field.name(), UTF_8) + "=" + URLEncoder.encode(field.value(), UTF_8))
                .collect(joining("&"));
    }

    Set<String> names() {
        return fields.stream().map(Field::name).collect(toSet());
    }

    FormFields dropped(String name) {
        return new FormFields(
                fields.stream().filter(field -> !field.name().equals(name)).toList());
    }

    FormFields changed(String name) {
        return new FormFields(fields.stream()
                .map(field -> field.name().equals(name) ? field.changed() : field)
                .toList());
    }

    /** The field once more, with another value behind or before the first. */
    List<FormFields> doubled(String name) {
        var other = fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::changed)
                .toList();
        return List.of(new FormFields(joined(fields, other)), new FormFields(joined(other, fields)));
    }

    /** Each field in front of all others, once. */
    List<FormFields> reordered() {
        return IntStream.range(1, fields.size())
                .mapToObj(first -> {
                    var others = new ArrayList<>(fields);
                    var moved = others.remove(first);
                    return new FormFields(joined(List.of(moved), others));
                })
                .toList();
    }

    private static List<Field> joined(List<Field> one, List<Field> other) {
        var both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
