package io.mizan.admin.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.orders.OrderView.Detail;
import io.mizan.admin.render.Language;
import io.mizan.admin.render.Words;
import io.mizan.explanation.ExplanationTexts;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What an entry of a timeline says beside is told in words. */
class TimelineDetailsTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final TimelineWords ENGLISH = new TimelineWords(
            new Words(Language.ENGLISH, NOON),
            new ExplanationTexts(Locale.ENGLISH, name -> "Stripe"),
            name -> "Stripe");

    @Test
    void codes_of_ours_are_told_in_words() {
        assertThat(ENGLISH.detail("operation", "close"))
                .isEqualTo(new Detail("What we asked for", "close the payment page"));
        assertThat(ENGLISH.detail("basis", "stated")).isEqualTo(new Detail("How it is known", "the gateway says so"));
        assertThat(ENGLISH.detail("in_time", "true")).isEqualTo(new Detail("All of it in time", "Yes"));
        assertThat(ENGLISH.detail("gateway", "stripe")).isEqualTo(new Detail("Gateway", "Stripe"));
        assertThat(ENGLISH.detail("pay_until", "2026-11-21T12:00:00Z").value()).doesNotContain("T12");
    }

    @Test
    void what_others_say_is_told_as_they_say_it() {
        assertThat(ENGLISH.detail("cause", "http 500: api_error"))
                .isEqualTo(new Detail("Why there is no answer", "http 500: api_error"));
        assertThat(ENGLISH.detail("pay_until", "soon").value()).isEqualTo("soon");
        assertThat(ENGLISH.detail("of_a_newer_version", "x")).isEqualTo(new Detail("of a newer version", "x"));
    }
}
