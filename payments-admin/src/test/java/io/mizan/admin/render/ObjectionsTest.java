package io.mizan.admin.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever sets up a gateway reads in their own language what it does not take. */
class ObjectionsTest {
    private static final Objections ENGLISH = in(Language.ENGLISH);
    private static final Objections ARABIC = in(Language.ARABIC);

    static Stream<String> sentences() throws IOException {
        return Stream.concat(
                ObjectionSentences.asTheyAre().stream(),
                ObjectionSentences.WITH_VALUES.stream().map(sentence -> sentence.replaceAll("^[a-z_]+\\|", "")));
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void whatever_an_adapter_says_against_its_settings_has_a_text(String sentence) {
        assertThat(ENGLISH.find(sentence))
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("{"));
        assertThat(ARABIC.find(sentence)).hasValueSatisfying(text -> assertThat(text)
                .containsPattern("\\p{IsArabic}")
                .doesNotContain("{")
                .isNotEqualTo(sentence));
    }

    @Test
    void what_it_names_is_named() {
        assertThat(ENGLISH.of("10.001 is finer than QAR is counted")).isEqualTo("10.001 is finer than QAR is counted");
        assertThat(ARABIC.of("the time to pay is between PT45M and PT24H")).contains("PT45M", "PT24H", "وقت الدفع");
    }

    @Test
    void what_has_no_text_is_told_as_the_log_has_it() {
        assertThat(ENGLISH.of("SealBroken")).isEqualTo("SealBroken");
        assertThat(ARABIC.of("SealBroken")).contains("السجل", "SealBroken");
    }

    private static Objections in(Language language) {
        return new Objections(new Words(language, Instant.parse("2026-11-21T12:00:00Z")));
    }
}
