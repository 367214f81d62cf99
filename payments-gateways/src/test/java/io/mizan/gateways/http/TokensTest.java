package io.mizan.gateways.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.failure.FailureCategory;
import io.mizan.gateway.GatewayResult;
import io.mizan.time.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final int MANY = 64;
    private static final Duration LIFE = Duration.ofHours(9);

    private final HandClock clock = new HandClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final AtomicInteger fetches = new AtomicInteger();
    private final Tokens tokens = new Tokens(this::next, clock);

    private Tokens.Grant next() {
        return new Tokens.Grant.Issued("token-" + fetches.incrementAndGet(), LIFE);
    }

    @Test
    void many_who_want_it_at_once_fetch_it_once() throws Exception {
        var firstIsAtIt = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = new Tokens(
                () -> {
                    firstIsAtIt.countDown();
                    await(goOn);
                    return next();
                },
                clock);

        var answers = atOnce(
                () -> {
                    var token = slow.current();
                    return token;
                },
                () -> {
                    await(firstIsAtIt);
                    goOn.countDown();
                });

        assertThat(fetches).hasValue(1);
        assertThat(answers).containsOnly(new Tokens.Grant.Issued("token-1", LIFE));
    }

    @Test
    void many_who_are_refused_at_once_fetch_it_once_more() throws Exception {
        tokens.current();

        var answers = atOnce(
                () -> {
                    tokens.invalidate("token-1");
                    return tokens.current();
                },
                () -> {});

        assertThat(fetches).hasValue(2);
        assertThat(answers).containsOnly(new Tokens.Grant.Issued("token-2", LIFE));
    }

    @Test
    void a_late_refusal_does_not_throw_away_the_new_token() {
        tokens.current();
        tokens.invalidate("token-1");
        tokens.current();

        tokens.invalidate("token-1");

        assertThat(token()).isEqualTo("token-2");
    }

    @Test
    void it_is_renewed_ahead_of_its_end() {
        tokens.current();

        clock.pass(LIFE.minusSeconds(61));
        assertThat(token()).isEqualTo("token-1");
        clock.pass(Duration.ofSeconds(1));
        assertThat(token()).isEqualTo("token-2");
        assertThat(token()).isEqualTo("token-2");
    }

    @Test
    void a_short_one_is_renewed_in_its_last_tenth() {
        var minutes = new Tokens(
                () -> new Tokens.Grant.Issued("token-" + fetches.incrementAndGet(), Duration.ofMinutes(1)), clock);
        minutes.current();

        clock.pass(Duration.ofSeconds(53));
        assertThat(minutes.current()).returns("token-1", grant -> ((Tokens.Grant.Issued) grant).token());
        clock.pass(Duration.ofSeconds(1));
        assertThat(minutes.current()).returns("token-2", grant -> ((Tokens.Grant.Issued) grant).token());
    }

    @Test
    void while_one_renews_it_the_others_go_on_with_the_old() throws Exception {
        var isAtIt = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var renewing = new Tokens(
                () -> {
                    if (fetches.get() > 0) {
                        isAtIt.countDown();
                        await(goOn);
                    }
                    return next();
                },
                clock);
        renewing.current();
        clock.pass(LIFE.minusSeconds(30));

        var pool = Executors.newSingleThreadExecutor();
        try {
            var first = pool.submit(renewing::current);
            await(isAtIt);
            assertThat(renewing.current()).isEqualTo(new Tokens.Grant.Issued("token-1", LIFE));
            goOn.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(new Tokens.Grant.Issued("token-2", LIFE));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void a_failure_is_not_remembered() {
        var answer = new AtomicReference<Tokens.Grant>(
                new Tokens.Grant.NotIssued(new GatewayResult.Retryable(FailureCategory.NETWORK, Optional.empty())));
        var failing = new Tokens(answer::get, clock);

        assertThat(failing.current()).isInstanceOf(Tokens.Grant.NotIssued.class);
        answer.set(new Tokens.Grant.Issued("at-last", LIFE));
        assertThat(failing.current()).isEqualTo(answer.get());
    }

    @Test
    void a_renewal_that_fails_leaves_the_old_until_its_end() {
        var answer = new AtomicReference<Tokens.Grant>(new Tokens.Grant.Issued("old", LIFE));
        var failing = new Tokens(answer::get, clock);
        failing.current();
        answer.set(new Tokens.Grant.NotIssued(new GatewayResult.Unknown("no answer in time")));

        clock.pass(LIFE.minusSeconds(1));
        assertThat(failing.current()).isInstanceOf(Tokens.Grant.Issued.class);
        clock.pass(Duration.ofSeconds(1));
        assertThat(failing.current()).isEqualTo(answer.get());
    }

    @Test
    void a_mistake_of_the_fetching_is_nobodys_token() {
        var answer = new AtomicReference<Tokens.Source>(() -> {
            throw new IllegalStateException("a bug");
        });
        var broken = new Tokens(() -> answer.get().fetch(), clock);

        assertThatThrownBy(broken::current).hasMessage("a bug");
        answer.set(this::next);
        assertThat(broken.current()).isInstanceOf(Tokens.Grant.Issued.class);
    }

    @Test
    void it_is_not_printed() {
        assertThat(tokens.current().toString()).doesNotContain("token-1");
    }

    private String token() {
        return ((Tokens.Grant.Issued) tokens.current()).token();
    }

    private static List<Tokens.Grant> atOnce(Callable<Tokens.Grant> each, Runnable meanwhile) throws Exception {
        var together = new CyclicBarrier(MANY);
        var pool = Executors.newFixedThreadPool(MANY);
        try {
            var pending = new ArrayList<Future<Tokens.Grant>>();
            for (int i = 0; i < MANY; i++) {
                pending.add(pool.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    return each.call();
                }));
            }
            meanwhile.run();
            var answers = new ArrayList<Tokens.Grant>();
            for (var answer : pending) {
                answers.add(answer.get(10, TimeUnit.SECONDS));
            }
            return answers;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
