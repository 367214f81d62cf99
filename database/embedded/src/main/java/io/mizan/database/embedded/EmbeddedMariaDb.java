package io.mizan.database.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A MariaDB server of our own, listening on 127.0.0.1 only; its data stays below its root from one start to the next.
 *
 * <p>Nothing of it survives us: however this process ends, the server ends after it ({@link GuardedProcess}).
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(40);
    private static final List<String> YIELDING = List.of("nice", "-n", "19");

    private final int port;
    private final List<Schema> schemas;
    private final GuardedProcess process;

    private EmbeddedMariaDb(int port, List<Schema> schemas, GuardedProcess process) {
        this.port = port;
        this.schemas = schemas;
        this.process = process;
    }

    /**
     * Starts a server and returns when it accepts each schema's user.
     *
     * @param root made if missing; about 500 MB for the program and an empty server
     * @param port 0 for any free one
     * @param schemas made if missing; passwords become those given here
     * @throws IllegalStateException if the server does not start, with its log's last error; no process is left then
     */
    public static EmbeddedMariaDb start(Path root, int port, Schema... schemas)
            throws IOException, InterruptedException {
        return start(root, port, List.of(schemas), List.of());
    }

    /**
     * Starts a server with further options of mariadbd, which win over ours.
     *
     * @see #start(Path, int, Schema...)
     */
    public static EmbeddedMariaDb start(Path root, int port, List<Schema> schemas, List<String> options)
            throws IOException, InterruptedException {
        return start(List.of(), root, port, schemas, options);
    }

    /**
     * Starts a server that takes only what others leave of the processor, for work that nobody waits for.
     *
     * @see #start(Path, int, List, List)
     */
    public static EmbeddedMariaDb startInBackground(Path root, int port, List<Schema> schemas, List<String> options)
            throws IOException, InterruptedException {
        return start(YIELDING, root, port, schemas, options);
    }

    private static EmbeddedMariaDb start(
            List<String> launcher, Path root, int port, List<Schema> schemas, List<String> options)
            throws IOException, InterruptedException {
        requireSupportedPlatform();
        var files = new MariaDbFiles(root.toAbsolutePath());
        files.prepare();
        files.writeInitialStatements(schemas.stream().map(Schema::setUp).collect(Collectors.joining()));
        int chosen = port == 0 ? freePort() : port;
        var command = new ArrayList<>(launcher);
        command.addAll(command(files, chosen, options));
        var server =
                new EmbeddedMariaDb(chosen, List.copyOf(schemas), GuardedProcess.start(command, Map.of(), files.log()));
        try {
            server.awaitEachUser(files);
            return server;
        } catch (IllegalStateException | InterruptedException e) {
            server.close();
            throw e;
        } finally {
            Files.deleteIfExists(files.initialStatements());
        }
    }

    public int port() {
        return port;
    }

    /** Where a schema is reached; TLS is off because a server that makes itself a certificate starts ten seconds later. */
    public String url(String schema) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + schema + "?sslMode=disable";
    }

    /** Stops the server in an orderly manner, in well under a second. */
    @Override
    public void close() {
        process.close();
    }

    private void awaitEachUser(MariaDbFiles files) throws InterruptedException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Schema schema : schemas) {
            while (!accepts(schema)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IllegalStateException("MariaDB did not start: " + firstError(files.log()));
                }
                Thread.sleep(BETWEEN_TRIES.toMillis());
            }
        }
    }

    private boolean accepts(Schema schema) {
        try (Connection connection =
                DriverManager.getConnection(url(schema.name()), schema.name(), schema.password())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static String firstError(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("[ERROR]"))
                    .findFirst()
                    .orElse("no error in its log")
                    .concat(" (see " + log + ")");
        }
    }

    private static List<String> command(MariaDbFiles files, int port, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                files.program().resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + files.program(),
                "--datadir=" + files.data(),
                "--tmpdir=" + files.temporary(),
                "--socket=" + MariaDbFiles.SOCKET,
                "--init-file=" + files.initialStatements(),
                "--bind-address=127.0.0.1",
                "--port=" + port,
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--default-time-zone=+00:00",
                "--max-connections=300"));
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root"); // else it refuses to run as root
        }
        command.addAll(options);
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private static void requireSupportedPlatform() {
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!"Linux amd64".equals(platform)) {
            throw new IllegalStateException("The embedded MariaDB runs on Linux amd64 and this is " + platform
                    + ": install MariaDB 10.11 or 11.4 and set MIZAN_DB_URL, MIZAN_DB_USER and MIZAN_DB_PASSWORD.");
        }
    }
}
