package io.mizan.admin.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.orders.OrderView.Detail;
import io.mizan.admin.render.Language;
import io.mizan.admin.render.Words;
import io.mizan.explanation.ExplanationTexts;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an entry of a timeline says beside is told in words. */
class TimelineDetailsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final TimelineWords ENGLISH = in(Language.ENGLISH);
    private static final TimelineWords ARABIC = in(Language.ARABIC);

    @Test
    void codes_of_ours_are_told_in_words() {
        assertThat(ENGLISH.detail("operation", "close"))
                .isEqualTo(new Detail("What we asked for", "close the payment page"));
        assertThat(ENGLISH.detail("basis", "stated")).isEqualTo(new Detail("How it is known", "the gateway says so"));
        assertThat(ENGLISH.detail("in_time", "true")).isEqualTo(new Detail("All of it in time", "Yes"));
        assertThat(ENGLISH.detail("type", "notice")).isEqualTo(new Detail("Kind of message", "a notice of its server"));
        assertThat(ENGLISH.detail("gateway", "stripe")).isEqualTo(new Detail("Gateway", "Stripe"));
        assertThat(ENGLISH.detail("pay_until", "2026-11-21T12:00:00Z").value()).doesNotContain("T12");
    }

    @Test
    void what_we_conclude_and_why_is_told_in_the_language_of_whoever_reads() {
        assertThat(ENGLISH.detail("hint", "another_amount").value()).isEqualTo("another amount than was asked for");
        assertThat(ENGLISH.detail("rule", "sadad_nothing_paid_after_15m").value())
                .isEqualTo("nothing was found 15 minutes after it began");
        assertThat(ENGLISH.detail("cause", "network").value()).isEqualTo("the gateway could not be reached");
        assertThat(List.of(
                        ARABIC.detail("hint", "undecided"),
                        ARABIC.detail("rule", "never_completed"),
                        ARABIC.detail("rule", "qpay_not_found_after_20m"),
                        ARABIC.detail("cause", "key_expired"),
                        ARABIC.detail("cause", "no answer in time")))
                .extracting(Detail::value)
                .noneMatch(value -> value.matches(".*[A-Za-z].*"));
    }

    @Test
    void what_others_say_is_told_as_they_say_it() {
        assertThat(ENGLISH.detail("cause", "http 500: api_error"))
                .isEqualTo(new Detail(
                        "Why there is no answer", "the gateway answered with an error (http 500: api_error)"));
        assertThat(ARABIC.detail("cause", "unlisted ON_HOLD").value())
                .matches("\\p{IsArabic}.*\\(\u2068ON_HOLD\u2069\\)");
        assertThat(ENGLISH.detail("cause", "ORDER_ALREADY_CAPTURED").value()).isEqualTo("ORDER_ALREADY_CAPTURED");
        assertThat(ENGLISH.detail("pay_until", "soon").value()).isEqualTo("soon");
        assertThat(ENGLISH.detail("of_a_newer_version", "x")).isEqualTo(new Detail("of a newer version", "x"));
    }

    private static TimelineWords in(Language language) {
        return new TimelineWords(
                new Words(language, NOON), new ExplanationTexts(language.locale(), name -> "Stripe"), name -> "Stripe");
    }
}
