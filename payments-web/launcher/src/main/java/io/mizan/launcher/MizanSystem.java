package io.mizan.launcher;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** The running whole: databases, simulators and server, started in this order and stopped in the reverse one. */
final class MizanSystem implements AutoCloseable {

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Options options;
    private final Progress progress;
    private boolean stopping;

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
        Databases databases = keep(Databases.start(options, home.database(), secrets));
        progress.tell(
                "starting the server on port " + options.httpPort() + " and the simulators on port " + simulatorsPort);
        var micro = new PayaraMicro(options.microJar());
        RunningServer simulators = keep(micro.start(
                wiring.simulators(options.simulatorsWar(), databases.sandbox(), home.server("simulators"))));
        RunningServer server =
                keep(micro.start(wiring.server(options.war(), databases.payments(), home.server("server"))));
        awaitReady(simulators, server);
        PrivateFile.write(home.demoEnvironment(), wiring.demoEnvironment());
        return new RunningSystem(wiring, home.demoEnvironment(), server, simulators);
    }

    private Home requireAllThatCanBeKnownBefore() {
        var faults = new Faults();
        faults.check(this::requireFreePort);
        faults.check(this::simulatorsPort);
        var home = faults.tried(() -> keep(Home.open(options.home())));
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
        synchronized (running) {
            return !running.isEmpty();
        }
    }

    /** Stops what runs, the last started first; safe to call at any time and from any thread. */
    @Override
    public void close() {
        List<AutoCloseable> latestFirst;
        synchronized (running) {
            stopping = true;
            latestFirst = List.copyOf(running);
            running.clear();
        }
        latestFirst.forEach(MizanSystem::closeQuietly);
    }

    /** Notes what must be stopped; what comes up while we already stop is stopped at once. */
    private <T extends AutoCloseable> T keep(T started) {
        synchronized (running) {
            if (!stopping) {
                running.push(started);
                return started;
            }
        }
        closeQuietly(started);
        throw new LaunchFailure("Stopped while starting.");
    }

    private static void closeQuietly(AutoCloseable started) {
        try {
            started.close();
        } catch (Exception e) {
            System.err.println("While stopping: " + e);
        }
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
