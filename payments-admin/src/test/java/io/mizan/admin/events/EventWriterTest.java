package io.mizan.admin.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.admin.orders.OrderView.Detail;
import io.mizan.admin.orders.TimelineWords;
import io.mizan.admin.render.Language;
import io.mizan.admin.render.Words;
import io.mizan.explanation.ExplanationTexts;
import io.mizan.gateway.GatewayName;
import io.mizan.id.EventId;
import io.mizan.inbox.WebhookEvent;
import io.mizan.inbox.WebhookInbox;
import io.mizan.inbox.WebhookState;
import io.mizan.intake.CallbackReading;
import io.mizan.replay.ReplayEvents.Preview;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks at a stored callback reads why it is as it is, and what would come of it, without a code of ours. */
class EventWriterTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final UUID ID = new UUID(1, 1);

    @ParameterizedTest
    @ValueSource(strings = {"order_unknown", "wrong_mode", "body_destroyed", "dispute", "payout of nobody's"})
    void why_it_is_not_worked_is_told_in_words(String reason) {
        assertThat(detail("Reason", view(reason, Language.ENGLISH, Optional.empty())))
                .startsWith("it")
                .doesNotContain("_");
        assertThat(detail("السبب", view(reason, Language.ARABIC, Optional.empty())))
                .doesNotContainPattern("[A-Za-z]");
    }

    @Test
    void a_kind_that_only_the_gateway_has_a_word_for_is_told_beside_ours() {
        assertThat(detail("Reason", view("payment_intent.created", Language.ENGLISH, Optional.empty())))
                .isEqualTo("messages of this kind tell nothing that we act on (payment_intent.created)");
    }

    @Test
    void who_vouches_for_it_is_told_in_words_and_the_fingerprint_as_it_is() {
        assertThat(detail("Proof", view("foreign", Language.ENGLISH, Optional.empty())))
                .isEqualTo("Signed with a secret of ours, fingerprint 1a2b3c4d");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_has_no_body_left_cannot_be_replayed_and_says_so(Language language) {
        var preview = preview(new Preview.Irrelevant(CallbackReading.BODY_DESTROYED), language);

        assertThat(preview.mayReplay()).isFalse();
        assertThat(preview.sentence()).doesNotContain("_", "{");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void one_that_nobody_here_can_read_would_wait_on(Language language) {
        assertThat(preview(new Preview.Fails(WebhookInbox.GATEWAY_MISSING), language)
                        .sentence())
                .doesNotContain("_", "{");
    }

    private static EventView.Preview preview(Preview preview, Language language) {
        return view("order_unknown", language, Optional.of(preview)).preview().orElseThrow();
    }

    private static String detail(String name, EventView view) {
        return view.details().stream()
                .filter(detail -> detail.name().equals(name))
                .map(Detail::value)
                .findFirst()
                .orElseThrow();
    }

    private static EventView view(String reason, Language language, Optional<Preview> preview) {
        Function<GatewayName, String> names = name -> "Stripe";
        var words = new Words(language, NOON);
        var timeline = new TimelineWords(words, new ExplanationTexts(language.locale(), names), names);
        return new EventWriter(words, timeline, names).view(event(reason), preview);
    }

    private static WebhookEvent event(String reason) {
        return new WebhookEvent(
                new EventId(ID),
                new GatewayName("stripe"),
                "stripe/acct_demo/sandbox",
                "evt_1",
                "checkout.session.completed",
                "whsec fingerprint 1a2b3c4d",
                "8cc98db81929d7e6b37940ec23d73ec0a6011e3b7c11b37f71eda9cb9baea2c7",
                WebhookState.WAITING,
                Optional.of(reason),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOON.minusSeconds(60),
                Optional.empty(),
                1,
                Optional.empty(),
                Optional.empty(),
                true);
    }
}
