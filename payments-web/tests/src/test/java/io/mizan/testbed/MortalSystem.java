package io.mizan.testbed;

import io.mizan.halt.HaltPoint;
import io.mizan.launcher.Database;
import io.mizan.launcher.PayaraMicro;
import io.mizan.launcher.RunningServer;
import io.mizan.launcher.Secret;
import io.mizan.launcher.Secrets;
import io.mizan.launcher.Wiring;
import io.mizan.secrets.MasterKey;
import io.mizan.secrets.Vault;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A system whose server is killed and started again, with rows and simulators of its own, so that nobody else suffers.
 * Only the database server is shared.
 */
public final class MortalSystem implements AutoCloseable {
    private static final Map<String, String> MAY_HALT = Map.of("MIZAN_SANDBOX_HALT", "true");

    private final Secrets secrets = Secrets.fresh();
    private final Wiring wiring = TestBed.wiring(secrets);
    private final PayaraMicro micro = new PayaraMicro(TestFiles.server());
    private final Path directory;
    private final TestDatabase database;
    private final RunningServer simulators;
    private RunningServer server;

    private MortalSystem(String name) {
        directory = TestFiles.directory().resolve(name);
        database = TestBed.database();
        database.empty(TestDatabase.MORTAL);
        database.empty(TestDatabase.MORTAL_SANDBOX);
        simulators = started(() -> micro.start(wiring.simulators(
                TestFiles.simulatorsWar(),
                database.access(TestDatabase.MORTAL_SANDBOX),
                directory.resolve("simulators"))));
        server = launchServer();
        TestBed.await(simulators);
        TestBed.await(server);
    }

    /** @param name of its directory below the build's */
    public static MortalSystem start(String name) {
        return new MortalSystem(name);
    }

    /** The merchant's backend. */
    public MizanClient merchant() {
        return new MizanClient(wiring.server(), secrets).withSecretKey();
    }

    public SimulatorClient simulator() {
        return new SimulatorClient(simulators.url());
    }

    public DataSource rows() {
        return database.rows(TestDatabase.MORTAL);
    }

    public Vault vault() {
        return new Vault(MasterKey.of(Base64.getDecoder().decode(secrets.get(Secret.MASTER_KEY))));
    }

    /** The server will end once it has passed each of these points. */
    public void arm(Set<HaltPoint> points) {
        points.forEach(this::arm);
    }

    private void arm(HaltPoint point) {
        var wish = Json.createObjectBuilder().add("point", point.code()).add("passes", 1);
        merchant().post("/sandbox/halt", wish.build()).expect(204);
    }

    public void awaitDeath() {
        Await.that("the server to die", () -> !server.isAlive());
    }

    /** Dead when this returns. */
    public void kill() {
        server.kill();
        awaitDeath();
    }

    /** Serves when this returns, on what the dead one left. */
    public void restart() {
        server = launchServer();
        TestBed.await(server);
    }

    /** Lets time pass for the server and its simulators: leases run out and retries fall due. */
    public void pass(Duration time) {
        var wish = Json.createObjectBuilder().add("advance_seconds", time.toSeconds());
        merchant().post("/sandbox/clock", wish.build()).expect(200);
    }

    @Override
    public void close() {
        server.close();
        simulators.close();
    }

    private RunningServer launchServer() {
        Database payments = database.access(TestDatabase.MORTAL);
        return started(() -> micro.start(wiring.server(TestFiles.war(), payments, directory.resolve("server"))
                .with(MAY_HALT)));
    }

    private interface Start {
        RunningServer now() throws IOException;
    }

    private static RunningServer started(Start start) {
        try {
            return start.now();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
