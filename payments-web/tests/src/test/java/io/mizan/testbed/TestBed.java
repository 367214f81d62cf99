package io.mizan.testbed;

import io.mizan.launcher.PayaraMicro;
import io.mizan.launcher.Ports;
import io.mizan.launcher.RunningServer;
import io.mizan.launcher.Secret;
import io.mizan.launcher.Secrets;
import io.mizan.launcher.Wiring;
import jakarta.json.Json;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The processes that tests share, each started by the first who asks for it. */
public final class TestBed {

    private static final Deque<AutoCloseable> RUNNING = new ArrayDeque<>();
    private static final Secrets SECRETS = Secrets.fresh();
    private static final Wiring WIRING = wiring(SECRETS);

    /** What one test does to the simulators on purpose must not keep the next from beginning a payment. */
    private static final Map<String, String> PATIENT = Map.of("MIZAN_BREAKER_FAILURES", "25");

    /** For whom and from where; of the gateway that calls nobody, so that it is in nobody's way. */
    private static final Map<String, String> CHOOSY = Map.of(
            "MIZAN_QPAY_AMOUNTS", "QAR:1.00-100000.00",
            "MIZAN_QPAY_COUNTRIES", "QA",
            "MIZAN_QPAY_CALLERS", "203.0.113.0/24");

    /** So that tests, which all come from this machine, can be customers of different addresses; staff are at home here. */
    private static final Map<String, String> BEHIND_A_PROXY =
            Map.of("MIZAN_PROXIES", "127.0.0.1", "MIZAN_PRIVATE_ADDRESSES", "127.0.0.0/8,2001:db8::/32");

    /** What is entered on one server is soon known to the other. */
    private static final Map<String, String> ATTENTIVE = Map.of("MIZAN_GATEWAYS_LOOK_EVERY", "PT1S");

    /** Where acts wait for a second person although no real money moves. */
    private static final Map<String, String> REHEARSING = Map.of("MIZAN_STAFF_SECOND_PERSON_IN_SANDBOX", "true");

    private static TestDatabase database;
    private static RunningServer simulators;
    private static RunningServer server;
    private static RunningServer otherServer;
    private static Browsers browsers;

    private TestBed() {}

    public static void open() {
        database = keep(TestDatabase.start(TestFiles.directory().resolve("mariadb")));
        // Arquillian reads its configuration once, before the first test of a container.
        System.setProperty("mizan.test.container.options", containerOptions());
    }

    public static void close() {
        while (!RUNNING.isEmpty()) {
            try {
                RUNNING.pop().close();
            } catch (Exception e) {
                System.err.println("While closing the test bed: " + e);
            }
        }
    }

    public static TestDatabase database() {
        return database;
    }

    /** A client of server A that identifies itself to nobody; {@code withSecretKey()} and others do. */
    public static MizanClient mizan() {
        return new MizanClient(server().url(), SECRETS);
    }

    /** Steers the simulators. */
    public static SimulatorClient simulator() {
        return new SimulatorClient(simulators().url());
    }

    /** The browser for tests that look at pages. */
    public static synchronized Browsers browsers() {
        if (browsers == null) {
            browsers = keep(Browsers.start());
        }
        return browsers;
    }

    /** Moves the clock of server A, its siblings and the simulators. Sessions and limits of requests stay in real time. */
    public static void letPass(Duration time) {
        var moved = mizan().withSecretKey()
                .post(
                        "/sandbox/clock",
                        Json.createObjectBuilder()
                                .add("advance_seconds", time.toSeconds())
                                .build())
                .expect(200)
                .json();
        Assertions.assertThat(moved.getBoolean("simulators_follow")).isTrue();
    }

    /** A key, password or signing secret of server A and its simulators. */
    public static String secret(Secret secret) {
        return SECRETS.get(secret);
    }

    /** Server A with its simulators. */
    public static synchronized RunningServer server() {
        if (server == null) {
            if (simulators == null) {
                simulators = launchSimulators();
            }
            server = keep(start(WIRING, "server", Map.of()));
            await(simulators);
            await(server);
        }
        return server;
    }

    /**
     * Server B: another instance on server A's database, for what must hold across several. In its portal changes wait for a
     * second administrator, as in live mode.
     */
    public static synchronized RunningServer otherServer() {
        if (otherServer == null) {
            server();
            otherServer = startServer("other", REHEARSING);
        }
        return otherServer;
    }

    /**
     * One more instance on the shared database, ready to serve; whoever starts it may kill it.
     *
     * @param name of its directory below the build's
     * @param settings as environment variables, above those of server A
     */
    public static RunningServer startServer(String name, Map<String, String> settings) {
        var elsewhere = new Wiring(local(Ports.free()), WIRING.simulators(), SECRETS);
        RunningServer started = keep(start(elsewhere, name, settings));
        await(started);
        return started;
    }

    public static synchronized RunningServer simulators() {
        if (simulators == null) {
            simulators = launchSimulators();
        }
        await(simulators);
        return simulators;
    }

    /**
     * The application as an Arquillian deployment on a schema that this call empties: timers of such a server would
     * otherwise work on the rows of server A.
     */
    public static WebArchive deployment() {
        database.empty(TestDatabase.CONTAINER);
        return ShrinkWrap.create(ZipImporter.class, "payments.war")
                .importFrom(TestFiles.war().toFile())
                .as(WebArchive.class)
                .addAsLibraries(libraryOf(Assertions.class));
    }

    /** What tests inside the container call, and the application does not bring. */
    private static File libraryOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static RunningServer launchSimulators() {
        return keep(start(() -> new PayaraMicro(TestFiles.server())
                .start(WIRING.simulators(TestFiles.simulatorsWar(), database.sandbox(), directory("simulators")))));
    }

    private static RunningServer start(Wiring wiring, String name, Map<String, String> settings) {
        return start(() -> new PayaraMicro(TestFiles.server())
                .start(wiring.server(TestFiles.war(), database.payments(), directory(name))
                        .with(BEHIND_A_PROXY)
                        .with(PATIENT)
                        .with(CHOOSY)
                        .with(ATTENTIVE)
                        .with(settings)));
    }

    private static RunningServer start(Start start) {
        try {
            return start.now();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Start {
        RunningServer now() throws IOException;
    }

    static void await(RunningServer starting) {
        try {
            starting.awaitReady();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a server started", e);
        }
    }

    private static String containerOptions() {
        var settings = WIRING.server(TestFiles.war(), database.container(), directory("container"));
        StringBuilder options = new StringBuilder(String.join(" ", settings.javaOptions()));
        settings.environment().forEach((name, value) -> options.append(" -D")
                .append(name.toLowerCase(Locale.ROOT).replace('_', '.'))
                .append('=')
                .append(value));
        return options.toString();
    }

    private static Path directory(String name) {
        return TestFiles.directory().resolve(name);
    }

    /** Of a server and simulators that nobody has started yet. */
    static Wiring wiring(Secrets secrets) {
        return new Wiring(local(Ports.free()), local(Ports.free()), secrets);
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static <T extends AutoCloseable> T keep(T started) {
        RUNNING.push(started);
        return started;
    }
}
