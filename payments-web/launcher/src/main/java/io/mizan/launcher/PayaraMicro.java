package io.mizan.launcher;

import io.mizan.database.embedded.GuardedProcess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Starts Payara Micro as a child process, so that our own libraries cannot leak into the application's class path. */
public final class PayaraMicro {

    /** Payara listens on all interfaces unless told before it boots. */
    private static final String LOOPBACK_ONLY =
            "set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1\n";

    private final Path jar;

    public PayaraMicro(Path jar) {
        this.jar = jar;
    }

    /** Starts a server and returns at once; {@link RunningServer#awaitReady} tells when it serves. */
    public RunningServer start(Server server) throws IOException {
        prepare(server);
        return new RunningServer(server, GuardedProcess.start(command(server), server.environment(), server.log()));
    }

    private static void prepare(Server server) throws IOException {
        // A working directory remembers its applications and would start each of them twice.
        delete(server.work());
        Files.createDirectories(server.directory());
        Files.writeString(bootCommands(server), LOOPBACK_ONLY);
        try (InputStream logging = PayaraMicro.class.getResourceAsStream("logging.properties")) {
            Files.write(loggingProperties(server), logging.readAllBytes());
        }
    }

    private List<String> command(Server server) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(server.javaOptions());
        command.addAll(List.of(
                "-Djava.awt.headless=true",
                "-jar",
                jar.toString(),
                "--deploy",
                server.war().toString(),
                "--contextroot",
                "/",
                "--port",
                String.valueOf(server.port()),
                "--maxhttpthreads",
                "32",
                "--minhttpthreads",
                "8",
                "--nohazelcast", // with --nocluster beside it, a cluster port would open all the same
                "--disablephonehome",
                "--prebootcommandfile",
                bootCommands(server).toString(),
                "--logproperties",
                loggingProperties(server).toString(),
                "--rootdir",
                server.work().toString()));
        return command;
    }

    private static Path bootCommands(Server server) {
        return server.directory().resolve("boot.txt");
    }

    private static Path loggingProperties(Server server) {
        return server.directory().resolve("logging.properties");
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> inside = Files.walk(directory)) {
            deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
