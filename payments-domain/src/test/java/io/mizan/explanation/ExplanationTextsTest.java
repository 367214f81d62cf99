package io.mizan.explanation;

import static io.mizan.explanation.DossierBuilder.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.mizan.failure.FailureCategory;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplanationTextsTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void every_answer_and_every_advice_has_its_words(String language) {
        var texts = texts(language);

        assertThatCode(() -> {
                    everyGround().forEach(ground -> texts.sentence(answer(ground)));
                    for (var situation : Situation.values()) {
                        var advice =
                                new Advice(situation, situation.actor(), Optional.empty(), false, Optional.empty());
                        Stream.of(texts.title(advice), texts.what(advice), texts.otherwise(advice), texts.avoid(advice))
                                .forEach(text -> assertThat(text).isNotBlank().doesNotContain("{", "}"));
                    }
                    Arrays.stream(Actor.values()).forEach(texts::actor);
                    Arrays.stream(Says.values()).forEach(texts::says);
                    Arrays.stream(FailureCategory.values()).forEach(texts::reason);
                    List.of("reached", "approved", "called_back", "fulfilled", "next")
                            .forEach(texts::question);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(properties("ar").keySet()).isEqualTo(properties("en").keySet());
    }

    @Test
    void no_text_loses_what_follows_an_apostrophe() throws IOException {
        assertThat(properties("en").values()).noneMatch(text -> text.toString().contains("'"));
        assertThat(properties("ar").values()).noneMatch(text -> text.toString().contains("'"));
    }

    @Test
    void a_decline_is_told_with_its_reason_and_its_gateway() {
        var explanation = Explanation.of(anOrder()
                .attempt(a -> a.pageShown().declined(FailureCategory.INSUFFICIENT_FUNDS, "51"))
                .build());

        assertThat(texts("en").sentence(explanation.approved()))
                .isEqualTo("The last try was declined: there is not enough money on the card."
                        + " The page still takes another card.");
        assertThat(texts("en").what(explanation.next())).contains("Stripe’s page");
    }

    private static ExplanationTexts texts(String language) {
        return new ExplanationTexts(Locale.forLanguageTag(language), name -> "Stripe");
    }

    private static Answer<?> answer(Ground ground) {
        return new Answer<>(ground, DossierBuilder.PLACED, Optional.empty(), List.of());
    }

    private static Stream<Ground> everyGround() {
        return Arrays.stream(Ground.class.getPermittedSubclasses())
                .flatMap(question -> Arrays.stream(question.getEnumConstants()))
                .map(Ground.class::cast);
    }

    private static Properties properties(String language) throws IOException {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(
                        ExplanationTexts.class.getResourceAsStream("explanation_" + language + ".properties"));
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
