package io.mizan.gateways.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
    private static final JsonDocument SOME =
            document("{'text':'a','blank':' ','nothing':null,'whole':19,'decimal':'10.50','price':10.00,'yes':true,"
                    + "'at':'2026-01-01T02:00:00.123+02:00','inner':{'a':'1','b':2},'list':[{'id':'x'},{'id':'y'}]}");

    @Test
    void members_are_read_as_what_they_are() {
        assertThat(SOME.text("text")).contains("a");
        assertThat(SOME.text("blank")).isEmpty();
        assertThat(SOME.text("nothing")).isEmpty();
        assertThat(SOME.text("absent")).isEmpty();
        assertThat(SOME.number("whole")).contains(19L);
        assertThat(SOME.flag("yes")).contains(true);
        assertThat(SOME.decimal("decimal")).contains(new BigDecimal("10.50"));
        assertThat(SOME.scalar("price")).contains("10.00");
        assertThat(SOME.instant("at")).contains(Instant.parse("2026-01-01T00:00:00.123Z"));
        assertThat(SOME.texts("inner")).containsExactly(Map.entry("a", "1"));
        assertThat(SOME.objects("list")).extracting(it -> it.requiredText("id")).containsExactly("x", "y");
        assertThat(SOME.objects("absent")).isEmpty();
    }

    @Test
    void another_type_than_asked_for_is_refused_and_so_is_what_is_missing() {
        assertThatIllegalArgumentException().isThrownBy(() -> SOME.text("whole"));
        assertThatIllegalArgumentException().isThrownBy(() -> SOME.number("text"));
        assertThatIllegalArgumentException().isThrownBy(() -> SOME.instant("text"));
        assertThatIllegalArgumentException().isThrownBy(() -> SOME.objects("inner"));
        assertThatIllegalArgumentException().isThrownBy(() -> SOME.decimal("text"));
        assertThatIllegalArgumentException().isThrownBy(() -> SOME.requiredText("absent"));
        assertThatIllegalArgumentException().isThrownBy(() -> SOME.requiredObject("absent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"a\"", "{", "{\"a\":1e}"})
    void what_is_no_object_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonDocument.parse(text.getBytes(UTF_8)));
    }

    @Property
    void any_bytes_are_read_or_refused(@ForAll byte[] bytes) {
        try {
            assertThat(JsonDocument.parse(bytes)).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessage("not a JSON object");
        }
    }

    private static JsonDocument document(String json) {
        return JsonDocument.parse(json.replace('\'', '"').getBytes(UTF_8));
    }
}
