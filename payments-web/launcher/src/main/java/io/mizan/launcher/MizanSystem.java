package io.mizan.launcher;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The running whole: databases, simulators and server, started in this order and stopped in the reverse one. */
final class MizanSystem implements AutoCloseable {

    private final Parts parts = new Parts();
    private final Options options;
    private final Progress progress;

    MizanSystem(Options options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /** Starts everything and returns when it serves; if anything fails, the caller closes what already runs. */
    RunningSystem start() throws IOException, InterruptedException {
        Home home = requireAllThatCanBeKnownBefore();
        Secrets secrets = Secrets.keptIn(home.secrets());
        int simulatorsPort = simulatorsPort();
        var wiring = new Wiring(local(options.httpPort()), local(simulatorsPort), secrets);
        progress.tell(options.payments().isPresent() ? "using the database of MIZAN_DB_URL" : "starting MariaDB");
        Databases databases = parts.start(() -> Databases.start(options, home.database(), secrets));
        progress.tell(
                "starting the server on port " + options.httpPort() + " and the simulators on port " + simulatorsPort);
        var micro = new PayaraMicro(options.microJar());
        RunningServer simulators = parts.start(() -> micro.start(
                wiring.simulators(options.simulatorsWar(), databases.sandbox(), home.server("simulators"))));
        RunningServer server = parts.start(
                () -> micro.start(wiring.server(options.war(), databases.payments(), home.server("server"))));
        awaitReady(simulators, server);
        PrivateFile.write(home.demoEnvironment(), wiring.demoEnvironment());
        return new RunningSystem(wiring, home.demoEnvironment(), server, simulators);
    }

    private Home requireAllThatCanBeKnownBefore() {
        var faults = new Faults();
        faults.check(this::requireFreePort);
        faults.check(this::simulatorsPort);
        var home = faults.tried(() -> parts.keep(Home.open(options.home())));
        home.ifPresent(opened -> faults.check(opened::requireSpace));
        options.payments().ifPresent(database -> faults.check(database::requireConnection));
        options.sandbox().ifPresent(database -> faults.check(database::requireConnection));
        faults.throwIfAny();
        return home.orElseThrow();
    }

    /** Watches all at once, so that the first to fail is told about while the others still start. */
    private void awaitReady(RunningServer... servers) throws InterruptedException {
        List<RunningServer> starting = new ArrayList<>(List.of(servers));
        while (!starting.isEmpty()) {
            for (RunningServer server : List.copyOf(starting)) {
                if (server.isReady()) {
                    progress.tell("ready: " + server.name());
                    starting.remove(server);
                }
            }
            Thread.sleep(RunningServer.BETWEEN_QUESTIONS.toMillis());
        }
    }

    boolean isRunning() {
        return parts.areRunning();
    }

    /** Stops what runs, the last started first; safe to call at any time and from any thread. */
    @Override
    public void close() {
        parts.close();
    }

    private void requireFreePort() {
        if (!Ports.isFree(options.httpPort())) {
            throw new LaunchFailure("Port " + options.httpPort()
                    + " is in use: stop what listens there, or choose another with -Dhttp.port="
                    + (options.httpPort() + 10) + ".");
        }
    }

    /** Near the server's port, so that it stays the same from start to start and payment pages keep their address. */
    private int simulatorsPort() {
        if (options.simulatorsPort().isEmpty()) {
            return IntStream.rangeClosed(options.httpPort() + 1, options.httpPort() + 20)
                    .filter(Ports::isFree)
                    .findFirst()
                    .orElseGet(Ports::free);
        }
        int wanted = options.simulatorsPort().orElseThrow();
        if (!Ports.isFree(wanted)) {
            throw new LaunchFailure("Port " + wanted + " is in use: choose another with -Dsandbox.port.");
        }
        return wanted;
    }

    private static URI local(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
