package io.mizan.simulation;

import io.mizan.gateway.Gateways;
import io.mizan.intake.InboxSettings;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** Our process. When it dies the next one knows only what is in the database. */
final class Server {
    /** As by default, but that a letter is dead sooner. */
    private static final InboxSettings INBOX =
            new InboxSettings(50, Duration.ofSeconds(60), 2, Duration.ofHours(1), Duration.ofDays(30));

    private final Stage stage;
    private final SimulatedClock clock;
    private final Gateways gateways;
    private final Dice dice;
    private final Consumer<Beans> casting;
    private Beans beans;

    /** @param casting may put other beans in the place of ours */
    Server(Stage stage, SimulatedClock clock, Gateways gateways, Dice dice, Consumer<Beans> casting) {
        this.stage = stage;
        this.clock = clock;
        this.gateways = gateways;
        this.dice = dice;
        this.casting = casting;
    }

    void start(Fate fate) throws SQLException {
        stage.database().revive();
        beans = stage.beans(clock, dice.others(), gateways, fate).with(InboxSettings.class, INBOX);
        casting.accept(beans);
    }

    Beans beans() {
        return beans;
    }

    <T> T bean(Class<T> type) {
        return beans.get(type);
    }
}
