package io.mizan.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    @Property
    void a_cursor_leads_back_to_the_key_that_it_was_made_of(@ForAll long key) {
        assertThat(Cursor.read("orders", Cursor.write("orders", Long.toString(key))))
                .isEqualTo(Long.toString(key));
    }

    @Test
    void there_is_a_cursor_only_if_another_page_follows() {
        assertThat(Cursor.next("list", List.of("a", "b", "c"), 2, key -> key)).contains(Cursor.write("list", "b"));
        assertThat(Cursor.next("list", List.of("a", "b"), 2, key -> key)).isEmpty();
        assertThat(Cursor.next("list", List.of(), 2, key -> key)).isEmpty();
    }

    @Test
    void a_cursor_of_one_list_is_none_of_another() {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.read("products", Cursor.write("orders", "a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "!!!", "b3JkZXJz", "_-_-"})
    void anything_else_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Cursor.read("orders", text));
    }

    @Property
    void nothing_that_is_sent_breaks_it(@ForAll String text) {
        try {
            Cursor.read("orders", text);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageNotContaining("null");
        }
    }
}
