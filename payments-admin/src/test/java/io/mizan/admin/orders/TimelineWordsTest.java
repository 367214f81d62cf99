package io.mizan.admin.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.orders.TimelineWords.Through;
import io.mizan.admin.render.Language;
import io.mizan.admin.render.Words;
import io.mizan.explanation.ExplanationTexts;
import io.mizan.fact.Account;
import io.mizan.fact.Evidence;
import io.mizan.fact.Fact;
import io.mizan.fact.FactKind;
import io.mizan.fact.RecordedFact;
import io.mizan.gateway.GatewayName;
import io.mizan.timeline.TimelineEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A story of several gateways names each, and says of none that it did what we did ourselves. */
class TimelineWordsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final Through QPAY = new Through(Optional.of(new GatewayName("qpay")), true);
    private static final Through RAZORPAY = new Through(Optional.of(new GatewayName("razorpay")), false);
    private static final Through NOBODY = new Through(Optional.empty(), false);
    private static final Map<GatewayName, String> NAMES =
            Map.of(new GatewayName("qpay"), "QPay", new GatewayName("razorpay"), "Razorpay");
    private static final Map<String, String> OPENING = Map.of("operation", "open_checkout", "type", "payment.captured");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            command_done         | Razorpay did it: open a payment page
            command_unknown      | No answer of Razorpay to: open a payment page. It may have happened; we find out.
            callback_received    | A message of Razorpay arrived: payment.captured
            inquiry_requested    | Razorpay was to be asked
            inquiry_answered     | Asked, Razorpay told something new
            inquiry_failed       | Razorpay did not answer our question
            fact.checkout_opened | Razorpay opened a payment page
            """)
    void what_happened_through_a_gateway_names_it(String kind, String sentence) {
        assertThat(words(Language.ENGLISH).text(entry(kind, "gateway"), RAZORPAY))
                .isEqualTo(sentence);
        assertThat(words(Language.ARABIC).text(entry(kind, "gateway"), RAZORPAY))
                .contains("Razorpay");
        assertThat(words(Language.ENGLISH).actor(entry(kind, "gateway"), RAZORPAY))
                .isEqualTo("Razorpay");
    }

    @Test
    void a_kind_of_message_that_is_named_by_us_is_told_in_words_and_a_gateways_as_it_is() {
        var notice = new TimelineEntry(
                1, NOW, "callback_received", "gateway", Optional.empty(), Optional.empty(), Map.of("type", "notice"));

        assertThat(words(Language.ENGLISH).text(notice, RAZORPAY))
                .isEqualTo("A message of Razorpay arrived: a notice of its server");
        assertThat(words(Language.ARABIC).text(notice, RAZORPAY)).doesNotContain("notice");
    }

    @Test
    void a_page_that_could_not_be_closed_because_it_was_paid_says_so() {
        var refused = Map.of("operation", "close", "category", "validation", "code", "session_complete");
        var entry = new TimelineEntry(1, NOW, "command_declined", "mizan", Optional.empty(), Optional.empty(), refused);

        assertThat(words(Language.ENGLISH).text(entry, RAZORPAY))
                .isEqualTo("Razorpay said no to: close the payment page (the customer had done their part by then)");
    }

    @Test
    void where_nobody_knows_which_gateway_it_was_it_is_the_gateway() {
        var entry = entry("fact.checkout_opened", "gateway");

        assertThat(words(Language.ENGLISH).text(entry)).isEqualTo("The gateway opened a payment page");
        assertThat(words(Language.ARABIC).text(entry)).isEqualTo("فتحت البوابة صفحة دفع");
        assertThat(words(Language.ENGLISH).actor(entry, NOBODY)).isEqualTo("Gateway");
    }

    @Test
    void a_form_that_we_signed_is_not_what_a_gateway_did() {
        var english = words(Language.ENGLISH);
        var opened = entry("fact.checkout_opened", "gateway");

        assertThat(english.text(opened, QPAY)).isEqualTo("We signed the form that leads to the payment page of QPay");
        assertThat(english.actor(opened, QPAY)).isEqualTo("Mizan");
        assertThat(english.text(entry("command_done", "mizan"), QPAY))
                .isEqualTo("Done here, without a call to QPay: open a payment page");
        assertThat(words(Language.ARABIC).text(opened, QPAY)).isEqualTo("وقّعنا النموذج الذي يقود إلى صفحة دفع QPay");
    }

    @Test
    void what_such_a_gateway_did_after_that_is_its_own() {
        var asked = entry("inquiry_answered", "gateway");

        assertThat(words(Language.ENGLISH).text(asked, QPAY)).isEqualTo("Asked, QPay told something new");
        assertThat(words(Language.ENGLISH).actor(asked, QPAY)).isEqualTo("QPay");
    }

    @Test
    void the_evidence_of_a_form_that_we_signed_says_so() {
        var words = new Words(Language.ENGLISH, NOW);
        var proofs = new Proofs(words, words(Language.ENGLISH));
        var fact = Fact.of(FactKind.CHECKOUT_OPENED, Account.of("qpay", "M1", false), "PUN1");
        var evidence = new Evidence(
                Evidence.Source.ANSWER,
                "cmd",
                "",
                "open_checkout",
                "",
                Evidence.MADE_BY_US,
                Optional.empty(),
                Map.of(),
                NOW);

        var proof = proofs.of(
                        new RecordedFact(new UUID(0, 1), fact.identity(), Optional.empty(), NOW, List.of(evidence)),
                        QPAY)
                .get(0);

        assertThat(proof.how()).isEqualTo("A form that we signed ourselves; nobody was called");
        assertThat(proof.fact()).startsWith("We signed the form");
        assertThat(proof.details()).contains(new OrderView.Detail("Proof", "Made by us"));
    }

    private static TimelineWords words(Language language) {
        return new TimelineWords(
                new Words(language, NOW), new ExplanationTexts(language.locale(), NAMES::get), NAMES::get);
    }

    private static TimelineEntry entry(String kind, String actor) {
        return new TimelineEntry(1, NOW, kind, actor, Optional.empty(), Optional.empty(), OPENING);
    }
}
