package sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PageTextsTest {
    /** The shared texts, and those of each provider. */
    static List<String> bundles() throws URISyntaxException {
        var folder =
                Path.of(PageTexts.class.getResource("/sandbox/texts").toURI()).toFile();
        return Arrays.stream(folder.list((in, name) -> name.endsWith("_en.properties")))
                .map(name -> name.replace("_en.properties", ""))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_say_the_same_things(String bundle) {
        var english = ResourceBundle.getBundle("sandbox.texts." + bundle, Locale.ENGLISH);
        var arabic = ResourceBundle.getBundle("sandbox.texts." + bundle, Locale.forLanguageTag("ar"));

        assertThat(arabic.keySet()).isEqualTo(english.keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void no_text_swallows_its_parameter(String bundle) {
        var english = ResourceBundle.getBundle("sandbox.texts." + bundle, Locale.ENGLISH);

        assertThat(english.keySet())
                .allSatisfy(key -> assertThat(english.getString(key)).doesNotContain("'"));
    }

    @ParameterizedTest
    @CsvSource({
        "25000, qar, QAR 250.00",
        "1500, kwd, KWD 1.500",
        "500, jpy, JPY 500",
        "50000, isk, ISK 500",
        "123456789, usd, 'USD 1,234,567.89'"
    })
    void money_is_written_with_its_currencys_decimals(long minor, String currency, String text) {
        assertThat(MoneyText.of(minor, currency)).isEqualTo(text.replaceFirst(" ", "\u00a0"));
    }

    @Test
    void the_customers_choice_goes_before_the_merchants_and_that_before_the_browsers() {
        var browser = List.of(Locale.FRENCH, Locale.forLanguageTag("ar-QA"));

        assertThat(Language.of(Optional.of("en"), Optional.of("ar"), browser)).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Optional.empty(), Optional.of("ar"), List.of())).isEqualTo(Language.ARABIC);
        assertThat(Language.of(Optional.empty(), Optional.of("auto"), browser)).isEqualTo(Language.ARABIC);
        assertThat(Language.of(Optional.empty(), Optional.empty(), List.of())).isEqualTo(Language.ENGLISH);
    }
}
