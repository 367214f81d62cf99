package io.mizan.cardtesting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mizan.failure.ErrorCode;
import io.mizan.failure.MizanException;
import io.mizan.id.Ids;
import io.mizan.sql.Sql;
import io.mizan.staff.StaffAudit;
import io.mizan.testbed.TestBed;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTestingBreakerIT {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final CardTestingSettings SETTINGS =
            new CardTestingSettings(4, 80, 10, Duration.ofMinutes(15), Duration.ofMinutes(20));
    private static Sql sql;

    private final UUID key = UUID.randomUUID();
    private final List<BreakerNews> news = new ArrayList<>();

    @BeforeAll
    static void migrate() {
        sql = TestBed.database().emptyTables();
    }

    @BeforeEach
    void key() {
        sql.update(
                "INSERT INTO api_key (id, kind, name, hint, key_hash, created_at) VALUES (?, 'PUBLISHABLE', 'Shop', 'pk_test_', ?, ?)",
                key,
                key.toString().replace("-", ""),
                NOW);
    }

    @ParameterizedTest(name = "of the latest tries {0} were declined and {1} not, after {2} that were: stopped {3}")
    @CsvSource({
        "3, 0, 0,  false", // too few to say anything
        "4, 0, 0,  true",
        "4, 1, 0,  true",
        "4, 2, 0,  false", // two of three are declined in any sale
        "8, 2, 0,  true",
        "7, 3, 20, false", // what lies further back does not count
    })
    void a_key_is_stopped_when_nearly_all_of_the_latest_tries_were_declined(
            int declined, int agreed, int earlier, boolean stopped) {
        tried(earlier, true, NOW.minusSeconds(600));
        tried(agreed, false, NOW.minusSeconds(60));
        tried(declined, true, NOW.minusSeconds(30));

        at(NOW).look(new TryDeclined(key));

        assertThat(isStopped(NOW)).isEqualTo(stopped);
    }

    @Test
    void what_happened_before_the_window_does_not_count() {
        tried(9, true, NOW.minus(SETTINGS.window()));

        at(NOW).look(new TryDeclined(key));

        assertThat(isStopped(NOW)).isFalse();
    }

    @Test
    void a_stop_ends_by_itself_and_the_tries_before_its_end_count_no_more() {
        tried(4, true, NOW);
        at(NOW).look(new TryDeclined(key));
        assertThatThrownBy(() -> at(NOW).requireClosed(key, NOW.plusSeconds(60)))
                .isInstanceOfSatisfying(MizanException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.CARD_TESTING_SUSPECTED);
                    assertThat(refusal.retryAfter()).contains(Duration.ofMinutes(19));
                });
        var later = NOW.plus(SETTINGS.pause());
        tried(4, true, later.minusSeconds(1));

        at(later).look(new TryDeclined(key));

        assertThat(isStopped(later)).isFalse();
        tried(4, true, later.plusSeconds(5));
        at(later.plusSeconds(5)).look(new TryDeclined(key));
        assertThat(isStopped(later.plusSeconds(5))).isTrue();
    }

    @Test
    void two_servers_that_see_the_same_stop_it_once() {
        tried(4, true, NOW);

        at(NOW).look(new TryDeclined(key));
        at(NOW).look(new TryDeclined(key));
        var stop = new KeyStop(key, NOW, NOW.plusSeconds(900), 4, 4);
        assertThat(new KeyStops(sql, new Ids(fixed(NOW))).stop(stop)).isFalse();

        assertThat(sql.list("SELECT tries FROM key_stop WHERE api_key_id = ?", row -> row.integer("tries"), key))
                .containsExactly(4);
        assertThat(news.stream().filter(BreakerNews.KEY_STOPPED::equals)).hasSize(1);
    }

    @Test
    void one_key_that_is_stopped_stops_no_other() {
        tried(4, true, NOW);
        at(NOW).look(new TryDeclined(key));

        assertThatCode(() -> at(NOW).requireClosed(UUID.randomUUID(), NOW)).doesNotThrowAnyException();
    }

    @Test
    void tries_are_dropped_when_no_window_reaches_them() {
        tried(3, true, NOW.minus(Duration.ofHours(26)));
        tried(2, true, NOW);

        new CardTries(sql, fixed(NOW)).sweep(1_000);

        assertThat(sql.list("SELECT 1 AS one FROM card_try WHERE api_key_id = ?", row -> row.integer("one"), key))
                .hasSize(2);
    }

    private boolean isStopped(Instant now) {
        return at(now).stopped().stream().anyMatch(stop -> stop.apiKey().equals(key));
    }

    private void tried(int times, boolean declined, Instant at) {
        var tries = new CardTries(sql, fixed(at));
        for (int i = 0; i < times; i++) {
            tries.add(UUID.randomUUID(), key, declined, at);
        }
    }

    private CardTestingBreaker at(Instant now) {
        var clock = fixed(now);
        return new CardTestingBreaker(
                new CardTries(sql, clock),
                new KeyStops(sql, new Ids(clock)),
                SETTINGS,
                new StaffAudit(sql, clock),
                listening(),
                clock);
    }

    @SuppressWarnings("unchecked")
    private Event<BreakerNews> listening() {
        return (Event<BreakerNews>) Proxy.newProxyInstance(
                CardTestingBreakerIT.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, arguments) -> {
                    news.add((BreakerNews) arguments[0]);
                    return null;
                });
    }

    private static Clock fixed(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
