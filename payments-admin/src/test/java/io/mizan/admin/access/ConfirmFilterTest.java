package io.mizan.admin.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** The form that the page in between holds. */
class ConfirmFilterTest {
    @Test
    void a_form_is_read_field_by_field() {
        assertThat(ConfirmFilter.fields("a=%41&b&c=")).containsExactly(field("a", "A"), field("c", ""));
    }

    @Test
    void a_form_with_a_bad_escape_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> ConfirmFilter.fields("a=%zz"));
    }

    private static ConfirmView.Field field(String name, String value) {
        return new ConfirmView.Field(name, value);
    }
}
