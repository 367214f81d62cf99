package io.mizan.gateways.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    @Test
    void fields_keep_their_order_and_empty_ones_stay() {
        var form = Form.parse("b=2&a=&c&d=x%3Dy+z=1");

        assertThat(form.fields())
                .containsExactly(
                        new Form.Field("b", "2", "2"),
                        new Form.Field("a", "", ""),
                        new Form.Field("c", "", ""),
                        new Form.Field("d", "x=y z=1", "x%3Dy+z=1"));
        assertThat(form.value("a")).contains("");
        assertThat(form.value("e")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=1&a=1", "a=1&%61=2", "a=%", "a=%4", "a=%zz", "a=%ff", "%c3=1"})
    void what_could_be_read_in_two_ways_is_refused(String encoded) {
        assertThatIllegalArgumentException().isThrownBy(() -> Form.parse(encoded));
    }

    @Test
    void more_fields_than_any_form_has_are_refused() {
        var form = new StringBuilder("f=1");
        for (int i = 0; i < 500; i++) {
            form.append("&f").append(i).append("=1");
        }

        assertThatIllegalArgumentException().isThrownBy(() -> Form.parse(form.toString()));
    }

    @Property
    void what_is_written_is_read_again(@ForAll @Size(max = 8) Map<String, String> fields) {
        var form = Form.empty();
        for (var field : fields.entrySet()) {
            form = form.with("n" + encodable(field.getKey()), encodable(field.getValue()));
        }

        assertThat(Form.parse(form.encode().getBytes(UTF_8))).isEqualTo(form);
    }

    @Property
    void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
        try {
            assertThat(Form.parse(bytes)).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("a field stands twice|a broken escape|not UTF-8");
        }
    }

    /** Half a surrogate pair is no text that could be sent. */
    private static String encodable(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }
}
