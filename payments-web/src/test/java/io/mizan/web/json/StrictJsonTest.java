package io.mizan.web.json;

import static io.mizan.failure.ErrorCode.DUPLICATE_FIELD;
import static io.mizan.failure.ErrorCode.INVALID_FIELD;
import static io.mizan.failure.ErrorCode.MALFORMED_BODY;
import static io.mizan.failure.ErrorCode.MISSING_FIELD;
import static io.mizan.failure.ErrorCode.UNKNOWN_FIELD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static final String GOOD = "{\"name\":\"Cup\",\"items\":[{\"quantity\":1}]}";

    private record Item(int quantity) {
        static Item read(Members item) {
            item.shape(List.of("quantity"), List.of());
            return new Item(item.integer("quantity", 1, 9));
        }
    }

    private record Body(String name, List<Item> items, Optional<Long> limit, boolean flag, Map<String, String> texts) {
        static Body read(Members body) {
            body.shape(List.of("name", "items"), List.of("limit", "flag", "texts"));
            return new Body(
                    body.text("name", 10),
                    body.list("items", 3, Item::read),
                    body.optionalNumber("limit", 0, Long.MAX_VALUE),
                    body.optionalFlag("flag", false),
                    body.texts("texts", 2, 5, 5));
        }
    }

    private static Body read(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), Body::read);
    }

    private static MizanException refusalOf(byte[] bytes) {
        return catchThrowableOfType(MizanException.class, () -> StrictJson.read(bytes, Body::read));
    }

    @Test
    void a_body_of_the_right_shape_is_read() {
        var body = read("{\"name\":\"Cup\",\"items\":[{\"quantity\":1},{\"quantity\":9}],\"limit\":"
                + "9223372036854775807,\"flag\":true,\"texts\":{\"a\":\"b\"}}");

        assertThat(body)
                .isEqualTo(new Body(
                        "Cup", List.of(new Item(1), new Item(9)), Optional.of(Long.MAX_VALUE), true, Map.of("a", "b")));
    }

    @Test
    void null_means_none_where_a_member_is_optional() {
        assertThat(read("{\"name\":\"Cup\",\"items\":[{\"quantity\":1}],\"limit\":null,\"texts\":null}"))
                .isEqualTo(read(GOOD));
    }

    @ParameterizedTest(name = "{0} is refused as {1} of {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            {"name":"Cup","items":[{"quantity":1}],"x":1}                  | UNKNOWN_FIELD   | x
            {"name":"Cup","items":[{"quantity":1,"sku":"a"}]}              | UNKNOWN_FIELD   | items[0].sku
            {"name":"Cup"}                                                 | MISSING_FIELD   | items
            {"name":"Cup","items":[{"quantity":1},{}]}                     | MISSING_FIELD   | items[1].quantity
            {"x":1}                                                        | UNKNOWN_FIELD   | x
            {"name":"a","name":"b","items":[{"quantity":1}]}               | DUPLICATE_FIELD | name
            {"name":"a","items":[{"quantity":1,"quantity":1}]}             | DUPLICATE_FIELD | items[0].quantity
            {"name":"a","items":[{"quantity":1}],"items":[]}               | DUPLICATE_FIELD | items
            {"name":"a","items":[{"quantity":1}],"texts":{"a":"","a":""}}  | DUPLICATE_FIELD | texts.a
            {"name":1,"items":[{"quantity":1}]}                            | INVALID_FIELD   | name
            {"name":null,"items":[{"quantity":1}]}                         | INVALID_FIELD   | name
            {"name":"","items":[{"quantity":1}]}                           | INVALID_FIELD   | name
            {"name":"  ","items":[{"quantity":1}]}                         | INVALID_FIELD   | name
            {"name":"12345678901","items":[{"quantity":1}]}                | INVALID_FIELD   | name
            {"name":"a\\u0000","items":[{"quantity":1}]}                   | INVALID_FIELD   | name
            {"name":"a\\ud800","items":[{"quantity":1}]}                   | INVALID_FIELD   | name
            {"name":"a","items":{"quantity":1}}                            | INVALID_FIELD   | items
            {"name":"a","items":[]}                                        | INVALID_FIELD   | items
            {"name":"a","items":[1]}                                       | INVALID_FIELD   | items[0]
            {"name":"a","items":[null]}                                    | INVALID_FIELD   | items[0]
            {"name":"a","items":[{"quantity":1.0}]}                        | INVALID_FIELD   | items[0].quantity
            {"name":"a","items":[{"quantity":1.9}]}                        | INVALID_FIELD   | items[0].quantity
            {"name":"a","items":[{"quantity":1e0}]}                        | INVALID_FIELD   | items[0].quantity
            {"name":"a","items":[{"quantity":"1"}]}                        | INVALID_FIELD   | items[0].quantity
            {"name":"a","items":[{"quantity":true}]}                       | INVALID_FIELD   | items[0].quantity
            {"name":"a","items":[{"quantity":null}]}                       | INVALID_FIELD   | items[0].quantity
            {"name":"a","items":[{"quantity":0}]}                          | INVALID_FIELD   | items[0].quantity
            {"name":"a","items":[{"quantity":10}]}                         | INVALID_FIELD   | items[0].quantity
            {"name":"a","items":[{"quantity":1}],"limit":9223372036854775808} | INVALID_FIELD | limit
            {"name":"a","items":[{"quantity":1}],"limit":-1}               | INVALID_FIELD   | limit
            {"name":"a","items":[{"quantity":1}],"flag":"true"}            | INVALID_FIELD   | flag
            {"name":"a","items":[{"quantity":1}],"texts":[]}               | INVALID_FIELD   | texts
            {"name":"a","items":[{"quantity":1}],"texts":{"a":1}}          | INVALID_FIELD   | texts.a
            {"name":"a","items":[{"quantity":1}],"texts":{"abcdef":"1"}}   | INVALID_FIELD   | texts
            """)
    void what_is_wrong_is_named_by_its_path(String json, ErrorCode code, String param) {
        var refusal = refusalOf(json.getBytes(StandardCharsets.UTF_8));

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.param()).contains(param);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nonsense",
                "[]",
                "null",
                "1",
                "\"text\"",
                "{",
                "{\"name\":}",
                "{\"name\":\"a\",}",
                "{'name':'a'}",
                "{\"name\":NaN}",
                "{\"name\":01}",
                "{} {}",
                "{}x",
                "\uFEFF{}",
                "/* a */{}"
            })
    void what_is_no_json_object_is_malformed(String json) {
        assertThat(refusalOf(json.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(MALFORMED_BODY);
    }

    @Test
    void bytes_that_are_no_utf_8_are_malformed() {
        assertThat(refusalOf(new byte[] {'{', (byte) 0xC3, '}'}).code()).isEqualTo(MALFORMED_BODY);
        assertThat(refusalOf(GOOD.getBytes(StandardCharsets.UTF_16)).code()).isEqualTo(MALFORMED_BODY);
    }

    @Test
    void depth_is_bounded() {
        var deep = "{\"name\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}";

        assertThat(refusalOf(deep.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(MALFORMED_BODY);
    }

    @Test
    void a_refusal_does_not_repeat_what_it_refuses() {
        var refusal =
                refusalOf("{\"name\":4242424242424242,\"items\":[4242424242424242}".getBytes(StandardCharsets.UTF_8));

        assertThat(refusal).hasMessageNotContaining("4242");
    }

    @Property
    void any_bytes_are_read_or_refused_as_one_of_five(@ForAll byte[] bytes) {
        var refusal = refusalOf(bytes);

        assertThat(refusal == null ? INVALID_FIELD : refusal.code())
                .isIn(MALFORMED_BODY, DUPLICATE_FIELD, UNKNOWN_FIELD, MISSING_FIELD, INVALID_FIELD);
    }
}
