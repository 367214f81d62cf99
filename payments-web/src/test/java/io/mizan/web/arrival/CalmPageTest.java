package io.mizan.web.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalmPageTest {
    @ParameterizedTest
    @EnumSource(CalmPage.class)
    void every_page_is_there_in_both_languages_without_script_or_style(CalmPage page) {
        var english = new String(page.html(Locale.ENGLISH), StandardCharsets.UTF_8);
        var arabic = new String(page.html(Locale.forLanguageTag("ar")), StandardCharsets.UTF_8);

        assertThat(english).contains("lang=\"en\" dir=\"ltr\"").doesNotContain("<script", "<style", "style=");
        assertThat(arabic).contains("lang=\"ar\" dir=\"rtl\"").isNotEqualTo(english);
    }
}
