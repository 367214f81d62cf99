package io.mizan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.attempt.AttemptSnapshot;
import io.mizan.customer.CustomerDetails;
import io.mizan.erasure.Retention;
import io.mizan.erasure.RetentionSettings;
import io.mizan.gateway.CaptureMode;
import io.mizan.gateway.PaymentGateway;
import io.mizan.id.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is personal goes when its time is over, not before, and takes no proof with it. */
@ExtendWith(Scene.Opening.class)
class RetentionTest {
    private static final CustomerDetails LAYLA = new CustomerDetails(
            Optional.of("layla@example.com"), Optional.of("Layla"), Optional.of("+97455501234"), Optional.of("QA"));

    private static final Duration BODIES = RetentionSettings.DEFAULT.bodies();
    private static final Duration PEOPLE = RetentionSettings.DEFAULT.people();
    private static final int FEW = 3;

    private final Scene scene;
    private final Provider provider;
    private final PaymentGateway gateway;
    private final Story story;

    RetentionTest(Scene scene) {
        this.scene = scene;
        scene.rows().update("DELETE FROM customer_person");
        scene.rows().update("DELETE FROM retention_cursor");
        provider = new Provider(scene.clock(), true);
        gateway = new CardsGateway(provider, (question, provided) -> provided.get());
        story = new Story(scene, List.of(gateway), provider::timePasses);
    }

    @Test
    void raw_bodies_go_with_their_time_and_the_digest_that_they_are_known_by_stays() {
        bought();
        var digests = digests();
        assertThat(bodies()).isPositive();

        scene.clock().forward(BODIES.minusDays(1));
        sweep();
        assertThat(bodies()).isPositive();

        scene.clock().forward(Duration.ofDays(2));
        bought();
        long fresh = bodiesSince(scene.clock().now().minus(Duration.ofHours(1)));
        sweep();

        assertThat(bodies()).isEqualTo(fresh).isPositive();
        assertThat(digests()).containsAll(digests);
        assertThat(people()).as("customers are kept longer").isEqualTo(2);
    }

    @Test
    void a_customer_goes_when_their_order_has_rested_long_enough_and_chain_and_replay_still_prove_it() {
        var bought = bought();
        scene.clock().forward(Duration.ofDays(400));
        var later = bought();

        scene.clock().forward(PEOPLE.minusDays(401));
        sweep();
        assertThat(people()).as("a day too early").isEqualTo(2);

        scene.clock().forward(Duration.ofDays(2));
        sweep();

        assertThat(people()).isEqualTo(1);
        assertThat(story.told(bought)).endsWith("customer_erased");
        assertThat(story.told(later)).doesNotContain("customer_erased");
        assertThat(scene.rows()
                        .list(
                                "SELECT id FROM customer_person WHERE erased_at IS NOT NULL AND wrapped_key IS NULL"
                                        + " AND sealed IS NULL AND email_hash IS NULL",
                                row -> row.id("id")))
                .hasSize(1);

        scene.clock().forward(PEOPLE);
        sweep();
        assertThat(people()).isZero();
        assertThat(bodies()).isZero();
    }

    @Test
    void money_that_moves_late_keeps_the_customer_for_as_long_again() {
        var order = story.place(LAYLA);
        var attempt = story.start(order, CaptureMode.AUTOMATIC, Optional.empty());
        scene.clock().forward(PEOPLE.minusDays(10));
        pays(attempt);

        scene.clock().forward(Duration.ofDays(20));
        sweep();
        assertThat(people()).isEqualTo(1);

        scene.clock().forward(PEOPLE);
        sweep();
        assertThat(people()).isZero();
    }

    @Test
    void where_somebody_came_from_is_forgotten_within_two_days() {
        bought();
        scene.rows().update("UPDATE orders SET address_hash = REPEAT('a', 64)");
        scene.rows().update("UPDATE payment_attempt SET address_hash = REPEAT('a', 64)");
        sweep();
        assertThat(addresses()).isEqualTo(2);

        scene.clock().forward(Duration.ofDays(2));
        sweep();

        assertThat(addresses()).isZero();
    }

    private OrderId bought() {
        var order = story.place(LAYLA);
        pays(story.start(order, CaptureMode.AUTOMATIC, Optional.empty()));
        return order;
    }

    private void pays(AttemptSnapshot attempt) {
        var page = provider.pages().stream()
                .filter(it -> it.attempt.equals(attempt.id().toString()))
                .findFirst()
                .orElseThrow();
        provider.pay(page, Story.PRICE);
        provider.outgoing.forEach(
                letter -> story.receive(gateway, FakeGateway.signed(letter), FakeGateway.body(letter)));
        provider.outgoing.clear();
        story.workInbox();
    }

    /** As the timer does it each hour, a few rows at a time. */
    private void sweep() {
        var retention = story.bean(Retention.class);
        untilNothingIsLeft(retention::forgetBodies);
        untilNothingIsLeft(retention::forgetPeople);
        untilNothingIsLeft(retention::forgetAddresses);
    }

    private static void untilNothingIsLeft(IntUnaryOperator sweeping) {
        int swept;
        do {
            swept = sweeping.applyAsInt(FEW);
        } while (swept == FEW);
    }

    private long bodies() {
        return count("webhook_event WHERE sealed_body IS NOT NULL");
    }

    private long bodiesSince(Instant then) {
        return scene.rows()
                .first(
                        "SELECT COUNT(*) AS n FROM webhook_event WHERE sealed_body IS NOT NULL AND received_at > ?",
                        row -> row.number("n"),
                        then)
                .orElseThrow();
    }

    private List<String> digests() {
        return scene.rows().list("SELECT body_sha256 FROM webhook_event", row -> row.text("body_sha256"));
    }

    private long people() {
        return count("customer_person WHERE sealed IS NOT NULL");
    }

    private long addresses() {
        return count("orders WHERE address_hash IS NOT NULL") + count("payment_attempt WHERE address_hash IS NOT NULL");
    }

    private long count(String rows) {
        return scene.rows()
                .first("SELECT COUNT(*) AS n FROM " + rows, row -> row.number("n"))
                .orElseThrow();
    }
}
