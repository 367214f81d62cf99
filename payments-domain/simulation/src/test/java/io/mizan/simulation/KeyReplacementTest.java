package io.mizan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mizan.access.ApiKeyKind;
import io.mizan.access.ApiKeys;
import io.mizan.access.Mode;
import io.mizan.access.NewApiKey;
import io.mizan.access.Scope;
import io.mizan.gateway.Gateways;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A key takes the place of another, which goes on for an hour. */
@ExtendWith(Scene.Opening.class)
class KeyReplacementTest {
    private static final UUID KEEPER = new UUID(0x7003L, 0x8000000000000001L);
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final Scene scene;
    private final ApiKeys keys;

    KeyReplacementTest(Scene scene) {
        this.scene = scene;
        keys = scene.stage()
                .beans(scene.clock(), new Random(1), new Gateways(List.of()), Fate.KIND)
                .with(Mode.class, Mode.SANDBOX)
                .get(ApiKeys.class);
    }

    @BeforeEach
    void somebodyLooksAfterKeys() {
        scene.rows()
                .insertNew(
                        "INSERT INTO staff (id, username, display_name, password_hash, created_at)"
                                + " VALUES (?, 'keeper', 'Keeper', '', ?)",
                        KEEPER,
                        scene.clock().now());
    }

    @AfterEach
    void nobodyNeedsThemAnyMore() {
        scene.rows().update("DELETE FROM api_key WHERE made_by = ? OR name = 'shop'", KEEPER);
        scene.rows().update("DELETE FROM staff WHERE id = ?", KEEPER);
    }

    /** Both saw that none stood there yet. What the second would get is a key that dies with the old one. */
    @Test
    void of_two_that_are_put_in_its_place_at_once_one_is() {
        var old = keys.issue(
                new NewApiKey(ApiKeyKind.SECRET, "shop", Scope.ALL, Set.of(), List.of(), Optional.empty(), Set.of()));
        var id = idOf(old.hash());

        var first = replace(id);
        var end = expiryOf(id);
        var second = replace(id);

        assertThat(second).isEmpty();
        assertThat(end).isPresent().isEqualTo(expiryOf(id));
        assertThat(expiryOf(first.orElseThrow())).isEmpty();
    }

    private Optional<UUID> replace(UUID old) {
        var drawn = keys.draw(ApiKeyKind.SECRET);
        return keys.replace(old, drawn.hint(), drawn.hash(), OVERLAP, KEEPER);
    }

    private UUID idOf(String hash) {
        return scene.rows()
                .first("SELECT id FROM api_key WHERE key_hash = ?", row -> row.id("id"), hash)
                .orElseThrow();
    }

    private Optional<Instant> expiryOf(UUID key) {
        return scene.rows()
                .first("SELECT expires_at FROM api_key WHERE id = ?", row -> row.optionalInstant("expires_at"), key)
                .orElseThrow();
    }
}
